import { GiveConsent } from '#contract/plan.ts';
import { ParticipantPath } from '#contract/shapes.ts';
import { type App, changeRoute, type Shell, withdrawRoute } from '../http/shell.ts';
import { addConsent } from './consent-commands.ts';

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
}
