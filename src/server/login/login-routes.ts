import Type from 'typebox';
import { Directory, type Home, Personas, Session, StartDemoSession } from '#contract/session.ts';
import type { Me, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { directoryOf } from '../directory/directory-queries.ts';
import {
  clearSessionCookie,
  csrfOf,
  newSecret,
  refuseForgery,
  refuseOtherSites,
  secretOf,
  setSessionCookie,
} from '../http/session-cookie.ts';
import { type App, asReader, problems, type Shell } from '../http/shell.ts';
import { found } from '../refused.ts';

const Nothing = Type.Null({ description: 'No content' });

export function loginRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/session',
    { schema: { summary: 'Who is logged in', response: { 200: Session, ...problems } } },
    (request) =>
      asReader(shell, request, 'nobody', async (tx) => ({
        name: tx.me.name,
        homes: homesOf(tx.me),
        intake: tx.me.workers.some((worker) => worker.roles.includes('intake')),
        leads: tx.me.workers.some((worker) => worker.roles.includes('leader')),
        outreach: await worksInService(tx),
        workers: tx.me.workers.map(({ municipalityId, id, organisation, organisationKind }) => ({
          municipalityId,
          id,
          organisation,
          organisationKind,
        })),
        csrf: csrfOf(secretOf(request)),
        now: tx.now,
        mode: shell.mode,
        ...(tx.me.participantId === null ? {} : { participantId: tx.me.participantId }),
      })),
  );
  app.delete(
    '/api/session',
    { schema: { summary: 'Logs out', response: { 204: Nothing, ...problems } } },
    async (request, reply) => {
      refuseForgery(request);
      await asReader(shell, request, 'nobody', (tx) => tx.rows(raw(sql`select app.end_session()`)));
      clearSessionCookie(reply);
      return reply.status(204).send(null);
    },
  );
  app.get(
    '/api/directory',
    {
      schema: {
        summary: 'Services and staff of my municipality and those it shares services with',
        response: { 200: Directory, ...problems },
      },
    },
    (request) => asReader(shell, request, 'nobody', directoryOf),
  );
  // The demonstration's way in. In production these two do not exist; the login by OpenID Connect takes their place.
  if (shell.mode === 'demo') demoRoutes(app, shell);
}

/** Whether I work in a service, and so meet people for it. */
async function worksInService(tx: Tx): Promise<boolean> {
  const [row] = await tx.rows(
    raw(sql<{ works: boolean }>`
      select exists (select from service s join app.my_workers() m on m.municipality_id = s.municipality_id and m.organisation_id = s.organisation_id
        where m.role in ('worker', 'intake', 'peer')) as works`),
  );
  return row?.works ?? false;
}

function demoRoutes(app: App, shell: Shell): void {
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
        response: { 204: Nothing, ...problems },
      },
    },
    async (request, reply) => {
      refuseOtherSites(request);
      const secret = newSecret();
      const [row] = await shell.database.asNobody((send) =>
        send(
          raw(
            sql<{
              id: string | null;
            }>`select app.start_demo_session(${request.body.persona}, ${secret}) as id`,
          ),
        ),
      );
      found(row?.id ?? undefined);
      setSessionCookie(reply, secret);
      return reply.status(204).send(null);
    },
  );
}

/** Where somebody is at home follows from what they are. The first is where they land. */
function homesOf(me: Me): Home[] {
  const roles = new Set(me.workers.flatMap((worker) => worker.roles));
  const homes: Home[] = [];
  if (me.participantId !== null) homes.push('my-plan');
  if (roles.has('leader') || roles.has('user-representative')) homes.push('overview');
  if (roles.has('worker') || roles.has('peer') || roles.has('intake')) homes.push('my-day');
  if (roles.has('partner')) homes.push('shared');
  if (me.related) homes.push('close');
  return homes;
}
