import { ParticipantPath } from '#contract/shapes.ts';
import { Acknowledge, Told } from '#contract/told.ts';
import { isOpen } from '#domain/access/topics.ts';
import { localeFrom } from '#text/text.ts';
import { type App, asReader, changeRoute, problems, type Shell, withdrawRoute } from '../http/shell.ts';
import { found, Refused } from '../refused.ts';
import { acknowledge } from './told-commands.ts';
import { toldOf } from './told-queries.ts';

export function toldRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/people/:participantId/told',
    {
      schema: {
        summary: 'What somebody has been told, word for word, and what we owe to tell',
        params: ParticipantPath,
        response: { 200: Told, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, { look: 'told.read', ids: [request.params.participantId] }, (tx) => {
        const about = found(tx.openings[0]);
        // Nothing told is a thing one may know; nothing to be seen is another.
        if (!isOpen(about.reads, 'sharing')) throw new Refused('not-found');
        return toldOf(tx, about, localeFrom(request.headers['accept-language']));
      }),
  );
  changeRoute(
    app,
    shell,
    {
      path: 'acknowledgements',
      purpose: 'told.write',
      summary: 'Something was told, or read; group rules and confidentiality are signed',
      params: ParticipantPath,
      body: Acknowledge,
    },
    acknowledge,
  );
  withdrawRoute(app, shell, {
    path: 'acknowledgements',
    purpose: 'told.write',
    summary: 'It was not told after all; it stays in the history',
    table: 'acknowledgement',
  });
}
