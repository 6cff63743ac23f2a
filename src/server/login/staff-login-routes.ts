import { randomBytes } from 'node:crypto';
import { Because, Invited, InviteWorker, StaffLogins } from '#contract/login.ts';
import { Created } from '#contract/shapes.ts';
import { WorkerPath } from '#contract/staff.ts';
import { codeAsMeant, invitationCode } from '#domain/login/invitation-code.ts';
import type { Tx } from '../db/database.ts';
import { type CompiledQuery, raw, sql } from '../db/query.ts';
import { refuseForgery } from '../http/session-cookie.ts';
import { type App, asReader, problems, type Shell } from '../http/shell.ts';
import { found, Refused } from '../refused.ts';
import { keysToChange } from './key-ages.ts';

/** For system administrators: who among those who work here can log in. Nothing of what the logins open. */
export function staffLoginRoutes(app: App, shell: Shell): void {
  app.get(
    '/api/staff-logins',
    {
      schema: {
        summary: 'Those who work in my municipality, and how they log in',
        response: { 200: StaffLogins, ...problems },
      },
    },
    (request) => asReader(shell, request, 'nobody', (tx) => staffLogins(shell, tx)),
  );
  app.post(
    '/api/staff-logins/:municipalityId/:id/invitations',
    {
      schema: {
        summary: 'Invites a worker, by a code that is said once; one that was made before is good no more',
        params: WorkerPath,
        body: InviteWorker,
        response: { 201: Invited, ...problems },
      },
    },
    async (request, reply) => {
      refuseForgery(request);
      const { municipalityId, id } = request.params;
      const code = invitationCode(randomBytes(12));
      const expiresAt = await asReader(shell, request, 'nobody', async (tx) => {
        const [row] = await tx.rows(
          raw(
            sql<{
              until: string;
            }>`select app.invite_worker(${municipalityId}, ${id}, ${codeAsMeant(code)}, ${request.body.days}) as until`,
          ),
        );
        return row?.until ?? tx.now;
      });
      return reply.status(201).send({ code, expiresAt });
    },
  );
  type Path = { municipalityId: string; id: string };
  const act = (
    path: string,
    summary: string,
    statement: (worker: Path, because: string) => CompiledQuery<{ id: string }>,
  ) =>
    app.post(
      `/api/staff-logins/:municipalityId/:id/${path}`,
      { schema: { summary, params: WorkerPath, body: Because, response: { 201: Created, ...problems } } },
      async (request, reply) => {
        refuseForgery(request);
        const [done] = await asReader(shell, request, 'nobody', (tx) =>
          tx.rows(statement(request.params, request.body.because)),
        );
        return reply.status(201).send(found(done));
      },
    );
  act('invitation-withdrawals', 'An invitation is good no more', ({ municipalityId, id }, because) =>
    raw(sql`select app.withdraw_invitation(${municipalityId}, ${id}, ${because}) as id`),
  );
  act('closures', 'A login opens nothing from now on', ({ municipalityId, id }, because) =>
    raw(sql`select app.close_login(${municipalityId}, ${id}, ${because}) as id`),
  );
  act('reopenings', 'A closed login may be used again', ({ municipalityId, id }, because) =>
    raw(sql`select app.reopen_login(${municipalityId}, ${id}, ${because}) as id`),
  );
  act('session-endings', 'Logs a worker out everywhere', ({ municipalityId, id }, because) =>
    raw(sql`select app.end_worker_sessions(${municipalityId}, ${id}, ${because}) as id`),
  );
}

interface WorkerRow {
  municipalityId: string;
  id: string;
  name: string;
  organisation: string;
  roles: string[];
  waysIn: string[];
  sessions: number;
  usedAt: string | null;
  invitedUntil: string | null;
  closedAt: string | null;
  closedBecause: string | null;
  own: boolean;
  lookedAfterBy: string | null;
}
interface ActRow {
  at: string;
  who: string | null;
  what: string;
  whom: string | null;
  because: string | null;
}

async function staffLogins({ relyingParty }: Shell, tx: Tx): Promise<StaffLogins> {
  if (!tx.me.workers.some(({ roles }) => roles.includes('system-administrator')))
    throw new Refused('not-found');
  const [workers, acts] = await Promise.all([
    tx.rows(
      raw(sql<WorkerRow>`
        select municipality_id as "municipalityId", worker_id as id, name, organisation, roles, providers as "waysIn", sessions, used_at as "usedAt",
          invited_until as "invitedUntil", closed_at as "closedAt", closed_because as "closedBecause", own, looked_after_by as "lookedAfterBy"
        from app.staff_logins()`),
    ),
    tx.rows(raw(sql<ActRow>`select at, who, what, whom, because from app.my_login_acts(100)`)),
  ]);
  return {
    now: tx.now,
    keys: keysToChange(relyingParty.providers, tx.now),
    workers: workers.map(shownWorker),
    acts: acts.map(shownAct),
  };
}

function shownWorker(row: WorkerRow): StaffLogins['workers'][number] {
  const { usedAt, invitedUntil, closedAt, closedBecause, lookedAfterBy, ...worker } = row;
  return {
    ...worker,
    ...(usedAt === null ? {} : { usedAt }),
    ...(invitedUntil === null ? {} : { invitedUntil }),
    ...(closedAt === null ? {} : { closed: { at: closedAt, because: closedBecause ?? '' } }),
    ...(lookedAfterBy === null ? {} : { lookedAfterBy }),
  };
}

const shownAct = ({ at, what, who, whom, because }: ActRow): StaffLogins['acts'][number] => ({
  at,
  what,
  ...(who === null ? {} : { who }),
  ...(whom === null ? {} : { whom }),
  ...(because === null ? {} : { because }),
});
