import { StatementHistory, WordVersions } from '#contract/own-words.ts';
import { FactPath, ParticipantPath } from '#contract/shapes.ts';
import { type App, asReader, problems, type Shell } from '../http/shell.ts';
import { found } from '../refused.ts';
import { statementHistory, wordVersions } from './history-queries.ts';

/** What stood before: asked for when somebody wonders, so that the plan itself stays light. */
export function historyRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/people/:participantId/statements',
    {
      schema: {
        summary: 'What mattered, as it was said each time',
        params: ParticipantPath,
        response: { 200: StatementHistory, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, { person: 'plan.history', id: request.params.participantId }, async (tx) => {
        const said = (await Promise.all(tx.openings.map((about) => statementHistory(tx, about)))).flat();
        found(said[0]);
        return said;
      }),
  );
  for (const [path, table] of [
    ['goals', 'goal'],
    ['actions', 'action'],
    ['strengths', 'strength'],
    ['wishes', 'wish'],
  ] as const) {
    app.get(
      `/api/people/:participantId/${path}/:id/versions`,
      {
        schema: {
          summary: `Every version of one of the ${path}`,
          params: FactPath,
          response: { 200: WordVersions, ...problems },
        },
      },
      (request) => {
        const { participantId, id } = request.params;
        return asReader(shell, request, { look: 'plan.history', ids: [participantId] }, async (tx) => {
          const versions = await wordVersions(tx, found(tx.openings[0]), table, id);
          found(versions[0]);
          return versions;
        });
      },
    );
  }
}
