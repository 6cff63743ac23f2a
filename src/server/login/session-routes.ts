import { LoggedOut, TimeLeft } from '#contract/login.ts';
import { Directory, type Home, Session } from '#contract/session.ts';
import type { Me, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { directoryOf } from '../directory/directory-queries.ts';
import {
  clearSessionCookie,
  csrfOf,
  heldBy,
  newSecret,
  refuseForgery,
  secretOf,
  setSessionCookie,
} from '../http/session-cookie.ts';
import { type App, asReader, problems, type Shell } from '../http/shell.ts';
import { Refused } from '../refused.ts';
import { farewell, type Left } from './farewell.ts';

export function sessionRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/session',
    { schema: { summary: 'Who is logged in', response: { 200: Session, ...problems } } },
    async (request, reply) => {
      const held = heldBy(request);
      const newer = newSecret();
      const { handedOut, ...session } = await asReader(shell, request, 'nobody', async (tx) => ({
        name: tx.me.name,
        homes: homesOf(tx.me),
        intake: tx.me.workers.some((worker) => worker.roles.includes('intake')),
        leads: tx.me.workers.some((worker) => worker.roles.includes('leader')),
        ...(await worksHow(tx)),
        workers: tx.me.workers.map(({ municipalityId, id, organisation, organisationKind }) => ({
          municipalityId,
          id,
          organisation,
          organisationKind,
        })),
        csrf: csrfOf(held.key),
        now: tx.now,
        mode: shell.mode,
        ...(tx.me.participantId === null ? {} : { participantId: tx.me.participantId }),
        ...(await hereOf(tx, newer)),
      }));
      if (handedOut) setSessionCookie(reply, { ...held, secret: newer });
      return session;
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
  endingRoutes(app, shell);
}

/** How long a login lasts, and how one leaves it. */
function endingRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/session/time-left',
    {
      schema: {
        summary: 'How long the login lasts; asking is no use of it',
        response: { 200: TimeLeft, ...problems },
      },
    },
    async (request) => {
      const secret = secretOf(request);
      const [left] = await shell.database.asNobody((send) =>
        send(
          raw(
            sql<TimeLeft>`select idle_until as "idleUntil", expires_at as "endsAt", now from app.session_times(${secret})`,
          ),
        ),
      );
      if (left === undefined) throw new Refused('not-logged-in');
      return left;
    },
  );
  app.delete(
    '/api/session',
    { schema: { summary: 'Logs out', response: { 200: LoggedOut, ...problems } } },
    async (request, reply) => {
      refuseForgery(request);
      const [left] = await asReader(shell, request, 'nobody', (tx) =>
        tx.rows(raw(sql<Left>`select provider, logout_hint as hint from app.end_session()`)),
      );
      clearSessionCookie(reply);
      const address = await farewell(shell, heldBy(request).key, left);
      return address === undefined ? {} : { address };
    },
  );
}

/** The session itself, and whether the newer secret is now its next one. */
async function hereOf(tx: Tx, newer: string) {
  const [[here], [rotated]] = await Promise.all([
    tx.rows(
      raw(
        sql<{
          strength: 'strong' | 'code';
          idleUntil: string;
          endsAt: string;
        }>`select strength, idle_until as "idleUntil", expires_at as "endsAt" from app.my_session()`,
      ),
    ),
    tx.rows(raw(sql<{ done: boolean }>`select app.hand_out_secret(${newer}) as done`)),
  ]);
  if (here === undefined) throw new Refused('not-logged-in');
  return { ...here, handedOut: rotated?.done ?? false };
}

/** Whether I work in a service, and so meet people for it; whether I give health care, and may open somebody in an emergency. */
async function worksHow(tx: Tx): Promise<{ outreach: boolean; health: boolean }> {
  const [row] = await tx.rows(
    raw(sql<{ outreach: boolean; health: boolean }>`
      select app.may_open_in_emergency() as health, exists (select from service s join app.my_workers() m on m.municipality_id = s.municipality_id and m.organisation_id = s.organisation_id
        where m.role in ('worker', 'intake', 'peer')) as outreach`),
  );
  return row ?? { outreach: false, health: false };
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
  if (roles.has('coordinating-unit')) homes.push('coordination');
  if (roles.has('system-administrator')) homes.push('logins');
  if (roles.has('auditor')) homes.push('control');
  return homes;
}
