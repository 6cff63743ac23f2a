import { Coordination, CoordinationQuery } from '#contract/coordination.ts';
import { type App, asReader, problems, type Shell } from '../http/shell.ts';
import { coordination } from './coordination-queries.ts';

export function coordinationRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/coordination',
    {
      schema: {
        summary: 'Who is in a service in the municipality, who walks with them, and the days of the plan',
        querystring: CoordinationQuery,
        response: { 200: Coordination, ...problems },
      },
    },
    (request) => asReader(shell, request, 'by-function', (tx) => coordination(tx, request.query)),
  );
}
