import { ParticipantPath } from '#contract/shapes.ts';
import { CloseDoor, GiveConsent, WhoSees } from '#contract/sharing.ts';
import { type App, asReader, changeRoute, problems, type Shell, withdrawRoute } from '../http/shell.ts';
import { found } from '../refused.ts';
import { addConsent } from './consent-commands.ts';
import { addBlock } from './door-commands.ts';
import { whoSeesOf } from './who-sees-query.ts';

export function sharingRoutes(app: App, shell: Shell): void {
  changeRoute(
    app,
    shell,
    {
      path: 'consents',
      purpose: 'consent.give',
      summary: 'Opens topics to an organisation, to one person there, or to somebody close',
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
  changeRoute(
    app,
    shell,
    {
      path: 'closed-doors',
      purpose: 'door.close',
      summary: 'Closes the door to a worker, an organisation or everyone',
      params: ParticipantPath,
      body: CloseDoor,
    },
    addBlock,
  );
  withdrawRoute(app, shell, {
    path: 'closed-doors',
    purpose: 'door.open',
    summary: 'Opens a door that was closed',
    table: 'block',
  });
  app.get(
    '/api/people/:participantId/who-sees',
    {
      schema: {
        summary: 'Who sees what of one’s own now',
        params: ParticipantPath,
        response: { 200: WhoSees, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, { look: 'who-sees', ids: [request.params.participantId] }, (tx) =>
        whoSeesOf(
          tx,
          found(tx.openings.find(({ roles }) => roles.some((role) => role.startsWith('participant')))),
        ),
      ),
  );
}
