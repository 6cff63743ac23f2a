import {
  EndSessions,
  MyLogins,
  PlaceJoined,
  RemoveWayIn,
  SessionsEnded,
  UseInvitation,
} from '#contract/login.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { refuseForgery } from '../http/session-cookie.ts';
import { type App, asReader, problems, type Shell } from '../http/shell.ts';
import { found } from '../refused.ts';
import { joinByInvitation } from './invitation-commands.ts';

/** Everyone's own logins: where they are logged in, and how they get in. */
export function myLoginRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/my-logins',
    {
      schema: {
        summary: 'My own logins, on all devices, and my ways in',
        response: { 200: MyLogins, ...problems },
      },
    },
    (request) => asReader(shell, request, 'nobody', myLogins),
  );
  app.post(
    '/api/my-logins/session-endings',
    {
      schema: {
        summary: 'Logs out on another device, or on all others',
        body: EndSessions,
        response: { 200: SessionsEnded, ...problems },
      },
    },
    async (request) => {
      refuseForgery(request);
      const { which } = request.body;
      return asReader(shell, request, 'nobody', async (tx) => {
        if (which === 'others') {
          const [row] = await tx.rows(
            raw(sql<{ ended: number }>`select app.end_my_other_sessions() as ended`),
          );
          return { ended: row?.ended ?? 0 };
        }
        const [row] = await tx.rows(
          raw(sql<{ ended: boolean }>`select app.end_my_session(${which}) as ended`),
        );
        found(row?.ended === true ? row : undefined);
        return { ended: 1 };
      });
    },
  );
  app.post(
    '/api/my-logins/way-in-removals',
    {
      schema: {
        summary: 'Takes away a way in, other than the one I came by',
        body: RemoveWayIn,
        response: { 200: MyLogins, ...problems },
      },
    },
    async (request) => {
      refuseForgery(request);
      return asReader(shell, request, 'nobody', async (tx) => {
        const [row] = await tx.rows(
          raw(sql<{ removed: boolean }>`select app.remove_my_identity(${request.body.id}) as removed`),
        );
        found(row?.removed === true ? row : undefined);
        return myLogins(tx);
      });
    },
  );
  joinRoute(app, shell);
}

function joinRoute(app: App, shell: Shell): void {
  app.post(
    '/api/my-logins/invitation-uses',
    {
      config: { rateLimit: { max: shell.loginLimit, timeWindow: '1 minute' } },
      schema: {
        summary: 'One more place of work for the login I am in, by an invitation’s code',
        body: UseInvitation,
        response: { 200: PlaceJoined, ...problems },
      },
    },
    async (request) => {
      refuseForgery(request);
      const organisation = await asReader(shell, request, 'nobody', (tx) =>
        joinByInvitation(shell, tx, request.body.code),
      );
      return { organisation };
    },
  );
}

interface SessionRow {
  id: string;
  method: string | null;
  provider: string | null;
  strength: string;
  kind: string | null;
  system: string | null;
  browser: string | null;
  startedAt: string;
  usedAt: string;
  here: boolean;
  endedAt: string | null;
  endedBecause: string | null;
}

async function myLogins(tx: Tx): Promise<MyLogins> {
  const [sessions, waysIn] = await Promise.all([
    tx.rows(
      raw(sql<SessionRow>`
        select id, method, provider, strength, device_kind as kind, device_system as system, device_browser as browser, started_at as "startedAt",
          used_at as "usedAt", here, ended_at as "endedAt", ended_because as "endedBecause" from app.my_sessions()`),
    ),
    tx.rows(
      raw(
        sql<
          MyLogins['waysIn'][number]
        >`select id, provider, bound_at as "boundAt", here from app.my_identities()`,
      ),
    ),
  ]);
  return { now: tx.now, sessions: sessions.map(shownSession), waysIn };
}

const shownSession = (row: SessionRow): MyLogins['sessions'][number] => {
  const { id, strength, startedAt, usedAt, here, kind, system, browser } = row;
  return {
    id,
    strength,
    startedAt,
    usedAt,
    here,
    ...(kind === null || system === null || browser === null ? {} : { device: { kind, system, browser } }),
    ...(row.method === null ? {} : { method: row.method }),
    ...(row.provider === null ? {} : { provider: row.provider }),
    ...(row.endedAt === null ? {} : { endedAt: row.endedAt }),
    ...(row.endedBecause === null ? {} : { endedBecause: row.endedBecause }),
  };
};
