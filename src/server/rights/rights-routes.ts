import { AskForRight, DecideRight, Rights } from '#contract/rights.ts';
import { ParticipantPath as params } from '#contract/shapes.ts';
import { type App, asReader, changeRoute, problems, type Shell, withdrawRoute } from '../http/shell.ts';
import { found } from '../refused.ts';
import { askForRight, decideRight } from './rights-commands.ts';
import { rightsOf } from './rights-queries.ts';

export function rightsRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/people/:participantId/rights',
    {
      schema: {
        summary: 'What somebody has asked for of their rights, what was decided, and what can be pointed at',
        params,
        response: { 200: Rights, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, { look: 'rights.list', ids: [request.params.participantId] }, (tx) =>
        rightsOf(tx, found(tx.openings[0])),
      ),
  );
  changeRoute(
    app,
    shell,
    {
      path: 'rights-requests',
      purpose: 'rights.ask',
      summary: 'Asks that something be put right, deleted or used less, or objects to it',
      params,
      body: AskForRight,
    },
    askForRight,
  );
  changeRoute(
    app,
    shell,
    {
      path: 'rights-decisions',
      purpose: 'rights.decide',
      summary: 'What was decided, with the reasons',
      params,
      body: DecideRight,
    },
    decideRight,
  );
  withdrawRoute(app, shell, {
    path: 'rights-requests',
    purpose: 'rights.take-back',
    summary: 'It is not asked for any more',
    table: 'rights_request',
    ownOnly: true,
  });
}
