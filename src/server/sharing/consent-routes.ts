import { SendConsentCode } from '#contract/code.ts';
import { Created, ParticipantPath } from '#contract/shapes.ts';
import { CloseDoor, GiveConsent, WhoSees } from '#contract/sharing.ts';
import { isOwn } from '../db/database.ts';
import { type App, asReader, changeRoute, problems, type Shell, withdrawRoute } from '../http/shell.ts';
import { sending } from '../login/confirming.ts';
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
  app.post(
    '/api/people/:participantId/consent-codes',
    {
      schema: {
        summary: 'Sends the participant a code to say yes to a sentence by, on a worker’s screen',
        params: ParticipantPath,
        body: SendConsentCode,
        response: { 201: Created, ...problems },
      },
    },
    async (request, reply) => {
      const { participantId } = request.params;
      const sent = await sending(
        shell,
        request,
        { change: 'consent.code', ids: [participantId] },
        (tx, about) => sendConsentCode(shell, tx, about, request.body),
      );
      return reply.status(201).send(sent);
    },
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
