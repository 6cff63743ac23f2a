import type { Meeting, MeetingPerson } from '#contract/person.ts';
import type { PromiseMade } from '#contract/plan.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface MeetingRow {
  id: string;
  version_id: string;
  starts_at: string;
  place: string | null;
  own_agenda: string | null;
  held_at: string | null;
  ended_at: string | null;
  moved_because: string | null;
  was_starts_at: string | null;
}
interface DecisionRow {
  id: string;
  version_id: string;
  meeting_id: string;
  words: string;
  doer: 'participant' | 'worker';
  worker_id: string | null;
  doer_name: string;
  organisation: string | null;
  due_day: string;
  written_by: string | null;
  kept_at: string | null;
  kept_id: string | null;
}
interface PresenceRow {
  id: string;
  meeting_id: string;
  person: string;
  worker_municipality_id: string | null;
  worker_id: string | null;
  name: string | null;
  organisation: string | null;
  presence: string;
}

/** One participant's meetings, the newest first, each with those who were asked and what was promised. */
export async function meetingsOf(tx: Tx, about: Opening): Promise<Meeting[]> {
  const [meetings, decisions, presences] = await Promise.all([
    meetingRows(tx, about),
    decisionRows(tx, about),
    presenceRows(tx, about),
  ]);
  return meetings.map((meeting) => ({
    id: meeting.id,
    versionId: meeting.version_id,
    startsAt: meeting.starts_at,
    ...(meeting.place === null ? {} : { place: meeting.place }),
    ...(meeting.own_agenda === null ? {} : { ownAgenda: meeting.own_agenda }),
    ...(meeting.held_at === null ? {} : { heldAt: meeting.held_at }),
    ...(meeting.ended_at === null ? {} : { endedAt: meeting.ended_at }),
    ...(meeting.moved_because === null || meeting.was_starts_at === null
      ? {}
      : { moved: { because: meeting.moved_because, startsAt: meeting.was_starts_at } }),
    people: presences.filter(({ meeting_id: id }) => id === meeting.id).map(personOf),
    decisions: decisions
      .filter((decision) => decision.meeting_id === meeting.id)
      .map((decision) => promiseOf(tx, about, decision)),
  }));
}

const meetingRows = (tx: Tx, about: Opening) =>
  tx.rows(
    raw(sql<MeetingRow>`
      select m.fact_id as id, m.id as version_id, m.starts_at, m.place, m.own_agenda, m.held_at, m.ended_at, v.moved_because, v.was_starts_at
      from meeting_now m
      -- The last time it was moved: the version whose time or place is not that of the one before.
      left join lateral (
        select v.correction_reason as moved_because, o.starts_at as was_starts_at from meeting v
        join meeting o on o.municipality_id = v.municipality_id and o.participant_id = v.participant_id and o.id = v.supersedes
        where v.municipality_id = m.municipality_id and v.participant_id = m.participant_id and v.fact_id = m.fact_id
          and (v.starts_at <> o.starts_at or v.place is distinct from o.place)
        order by v.version desc limit 1) v on true
      where m.municipality_id = ${about.municipalityId} and m.participant_id = ${about.participantId} order by m.starts_at desc`),
  );

const decisionRows = (tx: Tx, about: Opening) =>
  tx.rows(
    raw(sql<DecisionRow>`
      select d.fact_id as id, d.id as version_id, d.meeting_id, d.words, d.doer, d.worker_id, coalesce(w.name, p.preferred_name, p.given_name, '') as doer_name,
        o.name as organisation, d.due_day, t.name as written_by, k.happened_at as kept_at, k.id as kept_id
      from decision_now d
      left join worker w on w.municipality_id = d.worker_municipality_id and w.id = d.worker_id
      left join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      left join worker t on t.id = d.said_by
      left join profile_now p on p.municipality_id = d.municipality_id and p.participant_id = d.participant_id
      left join decision_kept_now k on k.municipality_id = d.municipality_id and k.participant_id = d.participant_id and k.decision_id = d.fact_id
      where d.municipality_id = ${about.municipalityId} and d.participant_id = ${about.participantId} order by d.due_day, d.recorded_at, d.id`),
  );

const presenceRows = (tx: Tx, about: Opening) =>
  tx.rows(
    raw(sql<PresenceRow>`
      select a.id, a.meeting_id, a.person, a.worker_municipality_id, a.worker_id, a.presence, o.name as organisation,
        coalesce(w.name, a.name, p.preferred_name, p.given_name) as name
      from meeting_presence_now a
      left join worker w on w.municipality_id = a.worker_municipality_id and w.id = a.worker_id
      left join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      left join profile_now p on a.person = 'participant' and p.municipality_id = a.municipality_id and p.participant_id = a.participant_id
      where a.municipality_id = ${about.municipalityId} and a.participant_id = ${about.participantId}
      order by array_position(array['participant', 'worker', 'other'], a.person), a.fact_id`),
  );

const personOf = (row: PresenceRow): MeetingPerson => ({
  id: row.id,
  person: row.person,
  presence: row.presence,
  ...(row.name === null ? {} : { name: row.name }),
  ...(row.organisation === null ? {} : { organisation: row.organisation }),
  ...(row.worker_municipality_id === null || row.worker_id === null
    ? {}
    : { worker: { municipalityId: row.worker_municipality_id, id: row.worker_id } }),
});

const promiseOf = (tx: Tx, about: Opening, row: DecisionRow): PromiseMade => ({
  id: row.id,
  versionId: row.version_id,
  words: row.words,
  doer: row.doer,
  doerName: row.doer_name,
  mine:
    row.doer === 'participant'
      ? tx.me.participantId === about.participantId
      : tx.me.workers.some((worker) => worker.id === row.worker_id),
  dueDay: row.due_day,
  ...(row.organisation === null ? {} : { doerOrganisation: row.organisation }),
  ...(row.written_by === null ? {} : { writtenBy: row.written_by }),
  ...(row.kept_at === null || row.kept_id === null ? {} : { keptAt: row.kept_at, keptId: row.kept_id }),
});

/** Meetings ahead that were called off, and why: the participant was to be there. */
export const calledOffOf = (
  tx: Tx,
  about: Opening,
): Promise<{ id: string; startsAt: string; place: string | null; because: string }[]> =>
  tx.rows(
    raw(sql<{ id: string; startsAt: string; place: string | null; because: string }>`
      select fact_id as id, starts_at as "startsAt", place, correction_reason as because from meeting
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} and withdrawn and not superseded and starts_at > app.now()
      order by starts_at`),
  );

/** Another when something has come to the meeting; none when it is not for the reader. */
export async function pulseOf(tx: Tx, participantId: string, meetingId: string): Promise<string | undefined> {
  const [row] = await tx.rows(
    raw(sql<{ pulse: string | null }>`select app.meeting_pulse(${participantId}, ${meetingId}) as pulse`),
  );
  return row?.pulse ?? undefined;
}
