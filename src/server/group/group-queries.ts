import type { GroupSession, GroupSessionPage } from '#contract/group.ts';
import type { Coming } from '#contract/plan.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { namedBy } from '../db/same-person.ts';

/** What was changed about a samling: how it was planned first, and why it is otherwise. */
interface ChangedRow {
  starts_at: string;
  place: string;
  cancelled_because: string | null;
  change_id: string | null;
  moved_because: string | null;
  was_starts_at: string | null;
  was_place: string | null;
}
interface SessionRow extends ChangedRow {
  municipality_id: string;
  id: string;
  service_id: string;
  title: string;
  ends_at: string;
  leader: string | null;
  leader_municipality_id: string | null;
  leader_worker_id: string | null;
  mine: boolean;
  may_run: boolean;
}

const changes = sql`left join lateral (
    select (array_agg(c.id order by c.id desc))[1] as change_id,
      (array_agg(c.because order by c.id desc) filter (where c.kind = 'moved'))[1] as moved_because,
      (array_agg(c.was_starts_at order by c.id) filter (where c.kind = 'moved'))[1] as was_starts_at,
      (array_agg(c.was_place order by c.id) filter (where c.kind = 'moved'))[1] as was_place
    from timetable_change c where c.municipality_id = g.municipality_id and c.session_id = g.id) c on true`;

const sessionRows = (tx: Tx, where: ReturnType<typeof sql>) =>
  tx.rows(
    raw(sql<SessionRow>`
      select g.municipality_id, g.id, g.service_id, g.title, g.place, g.starts_at, g.ends_at, g.cancelled_because, w.name as leader,
        g.leader_municipality_id, g.leader_worker_id, coalesce(g.leader_worker_id = any (${tx.me.workers.map((worker) => worker.id)}::uuid[]), false) as mine,
        r.service_id is not null as may_run, c.change_id, c.moved_because, c.was_starts_at, c.was_place
      from group_session g left join worker w on w.municipality_id = g.leader_municipality_id and w.id = g.leader_worker_id
      left join app.services_i_run() r on r.municipality_id = g.municipality_id and r.service_id = g.service_id
      ${changes}
      where ${where} order by g.starts_at`),
  );

const changed = (row: ChangedRow): Pick<GroupSession, 'cancelled' | 'moved'> => ({
  ...(row.cancelled_because === null ? {} : { cancelled: { because: row.cancelled_because } }),
  ...(row.moved_because === null ||
  row.was_starts_at === null ||
  row.was_place === null ||
  (row.was_starts_at === row.starts_at && row.was_place === row.place)
    ? {}
    : { moved: { because: row.moved_because, startsAt: row.was_starts_at, place: row.was_place } }),
});

const sessionOf = (row: SessionRow): GroupSession => ({
  session: { municipalityId: row.municipality_id, id: row.id },
  service: { municipalityId: row.municipality_id, id: row.service_id },
  title: row.title,
  place: row.place,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  mine: row.mine,
  mayRun: row.may_run,
  ...(row.leader === null ? {} : { leader: row.leader }),
  ...(row.leader_municipality_id === null || row.leader_worker_id === null
    ? {}
    : { leaderRef: { municipalityId: row.leader_municipality_id, id: row.leader_worker_id } }),
  ...(row.change_id === null ? {} : { changeId: row.change_id }),
  ...changed(row),
});

/** The groups of the services I work in, or that a service I look after hosts, in a span of time. */
export async function sessionsBetween(tx: Tx, from: string, to: string): Promise<GroupSession[]> {
  const organisations = sql`select s.id from service s join app.my_workers() m
    on m.municipality_id = s.municipality_id and m.organisation_id = s.organisation_id`;
  const mine = tx.me.workers.map((worker) => worker.id);
  const rows = await sessionRows(
    tx,
    sql`g.starts_at >= ${from} and g.starts_at < ${to} and (g.service_id in (${organisations}) or g.leader_worker_id = any (${mine}::uuid[]))`,
  );
  return rows.map(sessionOf);
}

export async function sessionPage(
  tx: Tx,
  municipalityId: string,
  id: string,
): Promise<GroupSessionPage | undefined> {
  const tenants = [...new Set(tx.openings.map((opening) => opening.municipalityId))];
  const [[row], people, named] = await Promise.all([
    sessionRows(tx, sql`g.municipality_id = ${municipalityId} and g.id = ${id}`),
    tx.rows(
      raw(sql<{ participantId: string; name: string; answer: string | null; attendanceId: string | null }>`
        select p.participant_id as "participantId", concat_ws(' ', p.given_name, p.family_name) as name, a.answer, a.id as "attendanceId"
        from profile_now p
        left join attendance_now a on a.municipality_id = p.municipality_id and a.participant_id = p.participant_id
          and a.session_municipality_id = ${municipalityId} and a.session_id = ${id}
        where p.municipality_id = any (${tenants}::uuid[])
          and p.participant_id = any (${tx.openings.map((opening) => opening.participantId)}::uuid[])
        order by p.given_name, p.family_name`),
    ),
    namedBy(tx),
  ]);
  // Somebody who is expected on two rows is expected once: on the one that has answered.
  const answered = people.toSorted((a, b) => Number(b.answer !== null) - Number(a.answer !== null));
  const expected = people.filter(
    (person) =>
      answered.find(({ participantId }) => named(participantId) === named(person.participantId)) === person,
  );
  if (row === undefined) return undefined;
  return {
    now: tx.now,
    session: sessionOf(row),
    people: expected.map(({ answer, attendanceId, ...person }) => ({
      ...person,
      ...(answer === null ? {} : { answer }),
      ...(attendanceId === null ? {} : { attendanceId }),
    })),
  };
}

/** The groups open to one participant the coming days, with what they have answered. */
export async function groupsOpenTo(tx: Tx, about: Opening, days: number): Promise<Coming[]> {
  const rows = await tx.rows(
    raw(sql<SessionRow & { answer: string | null }>`
      select g.municipality_id, g.id, g.title, g.place, g.starts_at, g.ends_at, g.cancelled_because, a.answer,
        c.change_id, c.moved_because, c.was_starts_at, c.was_place
      from enrolment_now e
      join group_session g on g.municipality_id = e.service_municipality_id and g.service_id = e.service_id
        and g.ends_at > app.now() and g.starts_at < app.now() + make_interval(days => ${days})
      left join attendance_now a on a.municipality_id = e.municipality_id and a.participant_id = e.participant_id
        and a.session_municipality_id = g.municipality_id and a.session_id = g.id
      ${changes}
      where e.municipality_id = ${about.municipalityId} and e.participant_id = ${about.participantId}
        and (select s.state from enrolment_state_now s where s.municipality_id = e.municipality_id and s.participant_id = e.participant_id
          and s.enrolment_id = e.fact_id order by s.happened_at desc, s.recorded_at desc limit 1) in ('waiting', 'mapping', 'active')
      order by g.starts_at`),
  );
  return rows.map((row) => ({
    kind: 'group' as const,
    session: { municipalityId: row.municipality_id, id: row.id },
    title: row.title,
    place: row.place,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    ...changed(row),
    ...(row.answer === null ? {} : { answer: row.answer }),
  }));
}
