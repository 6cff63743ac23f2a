import type { Meeting } from '#contract/person.ts';
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
}
interface DecisionRow {
  id: string;
  meeting_id: string;
  words: string;
  doer: 'participant' | 'worker';
  worker_id: string | null;
  doer_name: string;
  organisation: string | null;
  due_day: string;
  kept_at: string | null;
}

/** One participant's meetings, the newest first, each with its promises. */
export async function meetingsOf(tx: Tx, about: Opening): Promise<Meeting[]> {
  const [meetings, decisions] = await Promise.all([
    tx.rows(
      raw(sql<MeetingRow>`select fact_id as id, id as version_id, starts_at, place, own_agenda, held_at from meeting_now
        where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} order by starts_at desc`),
    ),
    tx.rows(
      raw(sql<DecisionRow>`
        select d.fact_id as id, d.meeting_id, d.words, d.doer, d.worker_id, coalesce(w.name, p.preferred_name, p.given_name, '') as doer_name, o.name as organisation, d.due_day, k.happened_at as kept_at
        from decision_now d
        left join worker w on w.municipality_id = d.worker_municipality_id and w.id = d.worker_id
        left join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
        left join profile_now p on p.municipality_id = d.municipality_id and p.participant_id = d.participant_id
        left join decision_kept_now k on k.municipality_id = d.municipality_id and k.participant_id = d.participant_id and k.decision_id = d.fact_id
        where d.municipality_id = ${about.municipalityId} and d.participant_id = ${about.participantId} order by d.due_day`),
    ),
  ]);
  return meetings.map((meeting) => ({
    id: meeting.id,
    versionId: meeting.version_id,
    startsAt: meeting.starts_at,
    ...(meeting.place === null ? {} : { place: meeting.place }),
    ...(meeting.own_agenda === null ? {} : { ownAgenda: meeting.own_agenda }),
    ...(meeting.held_at === null ? {} : { heldAt: meeting.held_at }),
    decisions: decisions
      .filter((decision) => decision.meeting_id === meeting.id)
      .map((decision) => promiseOf(tx, about, decision)),
  }));
}

const promiseOf = (tx: Tx, about: Opening, row: DecisionRow): PromiseMade => ({
  id: row.id,
  words: row.words,
  doer: row.doer,
  doerName: row.doer_name,
  mine:
    row.doer === 'participant'
      ? tx.me.participantId === about.participantId
      : tx.me.workers.some((worker) => worker.id === row.worker_id),
  dueDay: row.due_day,
  ...(row.organisation === null ? {} : { doerOrganisation: row.organisation }),
  ...(row.kept_at === null ? {} : { keptAt: row.kept_at }),
});
