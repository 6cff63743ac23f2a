import type { Standing, Step } from '#contract/person.ts';
import { type Dated, latestHold } from '#domain/enrolment/change-state.ts';
import { weekOfRun } from '#domain/pathway/ny-start.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface StandingRow {
  enrolment_id: string;
  service: string;
  phone: string | null;
  municipality_id: string;
  service_id: string;
  state: string;
  since: string;
  template: string | null;
  anchor_day: Day | null;
  history: Dated[];
  welcome: string | null;
  welcomed_by: string | null;
}

interface Welcomed {
  phone?: string;
  welcome?: { words: string; by: string };
}

/** Where one participant stands in each service, in which week of the run, and when they were last on hold. */
export async function standingsOf(tx: Tx, about: Opening): Promise<(Standing & Welcomed)[]> {
  const rows = await tx.rows(
    raw(sql<StandingRow>`
      select e.fact_id as enrolment_id, s.name as service, s.phone, s.municipality_id, s.id as service_id, t.state, t.happened_at as since,
        r.template, r.anchor_day, h.history, c.note as welcome, w.name as welcomed_by
      from enrolment_now e
      join service s on s.municipality_id = e.service_municipality_id and s.id = e.service_id
      join lateral (select t.state, t.happened_at from enrolment_state_now t
        where t.municipality_id = e.municipality_id and t.participant_id = e.participant_id and t.enrolment_id = e.fact_id
        order by t.happened_at desc, t.recorded_at desc limit 1) t on true
      join lateral (select jsonb_agg(jsonb_build_object('state', h.state, 'at', h.happened_at) order by h.happened_at, h.recorded_at) as history
        from enrolment_state_now h
        where h.municipality_id = e.municipality_id and h.participant_id = e.participant_id and h.enrolment_id = e.fact_id) h on true
      left join pathway_run_now r on r.municipality_id = e.municipality_id and r.participant_id = e.participant_id and r.enrolment_id = e.fact_id
      -- The message that was said in the same breath as the return.
      left join contact_now c on c.municipality_id = e.municipality_id and c.participant_id = e.participant_id
        and c.kind = 'message' and c.happened_at = t.happened_at and t.state not in ('paused', 'ended')
      left join worker w on w.id = c.said_by
      where e.municipality_id = ${about.municipalityId} and e.participant_id = ${about.participantId}
      order by t.happened_at desc`),
  );
  const today = dayOf(tx.now);
  return rows.map((row) => ({
    enrolmentId: row.enrolment_id,
    service: row.service,
    serviceRef: { municipalityId: row.municipality_id, id: row.service_id },
    state: row.state,
    since: row.since,
    ...(row.phone === null ? {} : { phone: row.phone }),
    ...weekOfRun(row.template, row.anchor_day, row, today),
    ...holdOf(row.history),
    ...(row.welcome === null ? {} : { welcome: { words: row.welcome, by: row.welcomed_by ?? '' } }),
  }));
}

function holdOf(history: Dated[]): Pick<Standing, 'hold'> {
  const hold = latestHold(history);
  return hold === undefined ? {} : { hold };
}

export async function stepsOf(tx: Tx, about: Opening): Promise<Step[]> {
  const rows = await tx.rows(
    raw(sql<{
      id: string;
      code: string;
      week: number;
      dueFrom: string;
      dueTo: string;
      doneAt: string | null;
      actId: string | null;
    }>`
      select s.fact_id as id, s.code, s.week, s.due_from as "dueFrom", s.due_to as "dueTo", c.happened_at as "doneAt", c.act_id as "actId"
      from pathway_step_now s
      left join step_completion_now c on c.municipality_id = s.municipality_id and c.participant_id = s.participant_id and c.step_id = s.fact_id
      where s.municipality_id = ${about.municipalityId} and s.participant_id = ${about.participantId}
      order by s.week, s.id`),
  );
  return rows.map(({ doneAt, actId, ...row }) => ({
    ...row,
    ...(doneAt === null ? {} : { doneAt }),
    ...(actId === null ? {} : { actId }),
  }));
}
