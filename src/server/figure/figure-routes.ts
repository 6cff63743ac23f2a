import { ServicePath, StatusPeriod, StatusReport } from '#contract/figure.ts';
import type { Day } from '#domain/time/day.ts';
import { type App, asReader, problems, type Shell } from '../http/shell.ts';
import { statusReport } from './figure-queries.ts';

export function figureRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/services/:municipalityId/:id/status',
    {
      schema: {
        summary: '«Status på en dato»: what a service one leads has done in a period and where it stands',
        params: ServicePath,
        querystring: StatusPeriod,
        response: { 200: StatusReport, ...problems },
      },
    },
    (request) =>
      asReader(shell, request, 'nobody', (tx) =>
        statusReport(tx, request.params, request.query as { from: Day; to: Day }),
      ),
  );
}
