import { SendConsentCode } from '#contract/code.ts';
import { ParticipantPath } from '#contract/shapes.ts';
import { CloseDoor, GiveConsent, WhoSees } from '#contract/sharing.ts';
import { isOwn } from '../db/database.ts';
import { type App, asReader, changeRoute, problems, type Shell, withdrawRoute } from '../http/shell.ts';
import { sendingRoute } from '../login/confirming.ts';
import { found } from '../refused.ts';
import { addConsent, sendConsentCode } from './consent-commands.ts';
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
    (tx, about, body) => addConsent(shell.numbers, tx, about, body),
  );
  sendingRoute(
    app,
    shell,
    {
      path: 'consent-codes',
      purpose: 'consent.code',
      summary: 'Sends the participant a code to say yes to a sentence by, on a worker’s screen',
      body: SendConsentCode,
    },
    (tx, about, body) => sendConsentCode(shell, tx, about, body),
  );
  // Withdrawing is as easy as giving and holds from the next request; that it was given stays in the history.
  withdrawRoute(app, shell, {
    path: 'consents',
    purpose: 'consent.withdraw',
    summary: 'Says stop',
    table: 'consent',
  });
  doorRoutes(app, shell);
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
      asReader(shell, request, { person: 'who-sees', id: request.params.participantId }, (tx) => {
        const own = tx.openings.filter(isOwn);
        found(own[0]);
        return whoSeesOf(tx, own);
      }),
  );
}

function doorRoutes(app: App, shell: Shell): void {
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
}
