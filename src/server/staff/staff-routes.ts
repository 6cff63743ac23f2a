import { SetLastDay, Staff, WorkerPath } from '#contract/staff.ts';
import { refuseForgery } from '../http/session-cookie.ts';
import { type App, asReader, problems, type Shell } from '../http/shell.ts';
import { setLastDay } from './staff-commands.ts';
import { staffOf } from './staff-queries.ts';

export function staffRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/staff',
    {
      schema: {
        summary: 'Those who work in the service one leads, and who leaves',
        response: { 200: Staff, ...problems },
      },
    },
    (request) => asReader(shell, request, 'nobody', staffOf),
  );
  app.post(
    '/api/staff/:municipalityId/:id/last-days',
    {
      schema: {
        summary: 'When somebody leaves, or that they stay after all',
        params: WorkerPath,
        body: SetLastDay,
        response: { 201: Staff, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const staff = await asReader(shell, request, 'nobody', async (tx) => {
        await setLastDay(tx, request.params, request.body);
        return staffOf(tx);
      });
      return reply.status(201).send(staff);
    },
  );
}
