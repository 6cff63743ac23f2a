import { GiveConsent, LookUps } from '#contract/plan.ts';
import { ParticipantPath } from '#contract/shapes.ts';
import { type App, asReader, changeRoute, problems, type Shell, withdrawRoute } from '../http/shell.ts';
import { addConsent } from './consent-commands.ts';
import { lookUpsOf } from './look-up-queries.ts';

export function sharingRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'consents',
      purpose: 'consent.give',
      summary: 'Opens topics to an organisation',
      params: ParticipantPath,
      body: GiveConsent,
    },
    addConsent,
  );
  // Withdrawing is as easy as giving and holds from the next request; that it was given stays in the history.
  withdrawRoute(app, shell, {
    path: 'consents',
    purpose: 'consent.withdraw',
    summary: 'Says stop',
    table: 'consent',
  });
  app.get(
    '/api/my-look-ups',
    { schema: { summary: 'Who has looked, newest first', response: { 200: LookUps, ...problems } } },
    (request) => asReader(shell, request, 'nobody', (tx) => lookUpsOf(tx, 200)),
  );
}
