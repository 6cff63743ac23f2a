import Type from 'typebox';
import { Personas, StartDemoSession } from '#contract/session.ts';
import { raw, sql } from '../db/query.ts';
import { newHeld, refuseOtherSites, setSessionCookie } from '../http/session-cookie.ts';
import { type App, problems, type Shell } from '../http/shell.ts';
import { found } from '../refused.ts';
import { deviceIn, leaveBefore } from './entering.ts';

/** The demonstration's way in. In production these two do not exist. */
export function demoRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/demo/personas',
    { schema: { summary: 'Who one may be in the demonstration', response: { 200: Personas, ...problems } } },
    async () => {
      const rows = await shell.database.asNobody((send) =>
        send(
          raw(
            sql<{
              persona: string;
              name: string;
              organisation: string | null;
              role: string;
            }>`select * from app.demo_personas()`,
          ),
        ),
      );
      return rows.map(({ persona, organisation, ...row }) => ({
        id: persona,
        ...row,
        ...(organisation === null ? {} : { organisation }),
      }));
    },
  );
  app.post(
    '/api/demo/session',
    {
      schema: {
        summary: 'Starts a session as a persona',
        body: StartDemoSession,
        response: { 204: Type.Null({ description: 'No content' }), ...problems },
      },
    },
    async (request, reply) => {
      refuseOtherSites(request);
      const held = newHeld();
      const id = await shell.database.asNobody(async (send) => {
        await leaveBefore(send, request);
        const [row] = await send(
          raw(
            sql<{
              id: string | null;
            }>`select app.start_demo_session(${request.body.persona}, ${held.secret}, ${deviceIn(request)}) as id`,
          ),
        );
        return row?.id;
      });
      found(id ?? undefined);
      setSessionCookie(reply, held);
      return reply.status(204).send(null);
    },
  );
}
