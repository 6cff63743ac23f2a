import { Withdraw } from '#contract/contact.ts';
import { GiveConsent, LookUps } from '#contract/plan.ts';
import { FactPath, ParticipantPath } from '#contract/shapes.ts';
import { type App, asReader, changeRoute, problems, type Shell } from '../http/shell.ts';
import { addConsent, withdrawConsent } from './consent-commands.ts';
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
  changeRoute(
    app,
    shell,
    {
      path: 'consents/:id/withdrawals',
      purpose: 'consent.withdraw',
      summary: 'Says stop',
      params: FactPath,
      body: Withdraw,
    },
    withdrawConsent,
  );
  app.get(
    '/api/my-look-ups',
    { schema: { summary: 'Who has looked, newest first', response: { 200: LookUps, ...problems } } },
    (request) => asReader(shell, request, 'nobody', (tx) => lookUpsOf(tx, 200)),
  );
}
