import type { ReviewPage } from '#contract/review.ts';
import { type LifeArea, lifeAreas } from '#domain/plan/life-area.ts';
import type { Rated, ReviewFacts } from '#domain/review/review.ts';
import type { Day } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

type Facts = Required<ReviewFacts<LifeArea>>;

/** Something somebody took on, in the plan or in a meeting. */
export interface ActRow {
  words: string;
  own: boolean;
  by: string;
  organisation: string | null;
  madeAt: string;
  due: Day | null;
  firstDue: Day | null;
  /** When it was done, or the promise kept. */
  doneAt: string | null;
}

const of = ({ municipalityId, participantId }: Opening, row = sql``) =>
  sql`${row}municipality_id = ${municipalityId} and ${row}participant_id = ${participantId}`;
const same = (one: string, other: string) =>
  sql`${sql.ref(`${one}.municipality_id`)} = ${sql.ref(`${other}.municipality_id`)} and ${sql.ref(`${one}.participant_id`)} = ${sql.ref(`${other}.participant_id`)}`;

export interface Beginning {
  from: Day;
  /** The day the weeks are counted from: later than the beginning when they have waited for somebody on hold. */
  anchor: Day | null;
  runId: string | null;
  template: string | null;
}
/** The first day of the latest run of weeks; where there are none, the day somebody was taken in. */
export async function beginningOf(tx: Tx, about: Opening): Promise<Beginning | undefined> {
  const [row] = await tx.rows(
    raw(sql<Beginning>`
      select coalesce(f.anchor_day, (e.happened_at at time zone 'Europe/Oslo')::date) as from, r.anchor_day as anchor, r.fact_id as "runId", r.template
      from enrolment_now e left join pathway_run_now r on ${same('r', 'e')} and r.enrolment_id = e.fact_id
      left join pathway_run f on ${same('f', 'r')} and f.fact_id = r.fact_id and f.version = 1
      where ${of(about, sql`e.`)} order by r.anchor_day desc nulls last, e.happened_at desc limit 1`),
  );
  return row;
}

export async function nameOf(tx: Tx, about: Opening): Promise<string | undefined> {
  const [row] = await tx.rows(
    raw(
      sql<{
        name: string;
      }>`select coalesce(preferred_name, given_name) as name from profile_now where ${of(about)}`,
    ),
  );
  return row?.name;
}

/** What is written about these weeks; what was written about earlier ones stays with them. */
export async function writtenOf(tx: Tx, about: Opening): Promise<ReviewPage['written']> {
  const [row] = await tx.rows(
    raw(sql<{
      id: string;
      versionId: string;
      changed: string | null;
      helped: string | null;
      wayOn: string | null;
      at: string;
      withName: string | null;
    }>`
      select v.fact_id as id, v.id as "versionId", v.changed, v.helped, v.way_on as "wayOn", v.happened_at as at, w.name as "withName"
      from review_now v left join worker w on w.municipality_id = v.with_municipality_id and w.id = v.with_worker_id
      where ${of(about, sql`v.`)} and v.run_id is not distinct from (
        select r.fact_id from pathway_run_now r where ${of(about, sql`r.`)} order by r.anchor_day desc limit 1)
      order by v.happened_at desc, v.recorded_at desc limit 1`),
  );
  if (row === undefined) return undefined;
  const { changed, helped, wayOn, withName, ...written } = row;
  return {
    ...written,
    ...(changed === null ? {} : { changed }),
    ...(helped === null ? {} : { helped }),
    ...(wayOn === null ? {} : { wayOn }),
    ...(withName === null ? {} : { withName }),
  };
}

export async function mattersOf(tx: Tx, about: Opening): Promise<Facts['statement'] | undefined> {
  const rows = await tx.rows(
    raw(sql<{ words: string } & ({ rating: number; at: string } | { rating: null; at: null })>`
      select s.words, r.rating, r.happened_at as at
      from (select * from statement_now where ${of(about)} order by happened_at desc, recorded_at desc, id desc limit 1) s
      left join statement_rating_now r on ${same('r', 's')} and r.statement_id = s.fact_id
      order by r.happened_at`),
  );
  const ratings = rows.flatMap(({ rating, at }): Rated[] => (rating === null ? [] : [{ rating, at }]));
  return rows[0] === undefined ? undefined : { words: rows[0].words, ratings };
}

export const areasOf = (tx: Tx, about: Opening): Promise<(Rated & { area: LifeArea })[]> =>
  tx.rows(
    raw(sql<Rated & { area: LifeArea }>`
      select area, rating, happened_at as at from life_area_rating_now where ${of(about)} and rating is not null
      order by array_position(${[...lifeAreas]}::text[], area), happened_at`),
  );

export async function goalsOf(tx: Tx, about: Opening): Promise<Facts['goals'][number][]> {
  const rows = await tx.rows(
    raw(sql<{ title: string; begunAt: string; outcome: string | null; at: string | null }>`
      select g.title, (select min(v.happened_at) from goal v where ${same('v', 'g')} and v.fact_id = g.fact_id) as "begunAt",
        c.outcome, c.happened_at as at
      from goal_now g left join goal_closure_now c on ${same('c', 'g')} and c.goal_id = g.fact_id
      where ${of(about, sql`g.`)} order by "begunAt"`),
  );
  return rows.map(({ title, begunAt, outcome, at }) => ({
    title,
    begunAt,
    ...(outcome === null || at === null ? {} : { closed: { outcome, at } }),
  }));
}

/** What was to be done for goals that stand, and what is done. */
export const actionsOf = (tx: Tx, about: Opening): Promise<ActRow[]> =>
  tx.rows(
    raw(sql<ActRow>`
      select a.title as words, a.doer = 'participant' as own, coalesce(w.name, p.preferred_name, p.given_name, '') as by, o.name as organisation,
        f.happened_at as "madeAt", a.due_day as due, f.due_day as "firstDue", c.happened_at as "doneAt"
      from action_now a
      join action f on ${same('f', 'a')} and f.fact_id = a.fact_id and f.version = 1
      left join worker w on w.municipality_id = a.worker_municipality_id and w.id = a.worker_id
      left join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      left join profile_now p on ${same('p', 'a')}
      left join action_completion_now c on ${same('c', 'a')} and c.action_id = a.fact_id
      where ${of(about, sql`a.`)} and (c.id is not null or not exists (
        select from goal_closure_now g where ${same('g', 'a')} and g.goal_id = a.goal_id))`),
  );

export const decisionsOf = (tx: Tx, about: Opening): Promise<ActRow[]> =>
  tx.rows(
    raw(sql<ActRow>`
      select d.words, d.doer = 'participant' as own, coalesce(w.name, p.preferred_name, p.given_name, '') as by, o.name as organisation,
        f.happened_at as "madeAt", d.due_day as due, f.due_day as "firstDue", k.happened_at as "doneAt"
      from decision_now d
      join decision f on ${same('f', 'd')} and f.fact_id = d.fact_id and f.version = 1
      left join worker w on w.municipality_id = d.worker_municipality_id and w.id = d.worker_id
      left join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      left join profile_now p on ${same('p', 'd')}
      left join decision_kept_now k on ${same('k', 'd')} and k.decision_id = d.fact_id
      where ${of(about, sql`d.`)}`),
  );

export async function wishesOf(tx: Tx, about: Opening): Promise<Facts['wishes'][number][]> {
  const rows = await tx.rows(
    raw(sql<{
      words: string;
      at: string;
      outcome: NonNullable<Facts['wishes'][number]['outcome']> | null;
      instead: string | null;
    }>`
      select w.words, w.happened_at as at, a.outcome, a.instead from wish_now w
      left join lateral (select a.outcome, a.instead from wish_answer_now a where ${same('a', 'w')} and a.wish_id = w.fact_id
        order by a.happened_at desc, a.recorded_at desc limit 1) a on true
      where ${of(about, sql`w.`)} order by w.happened_at`),
  );
  return rows.map(({ outcome, instead, ...wish }) => ({
    ...wish,
    ...(outcome === null ? {} : { outcome }),
    ...(instead === null ? {} : { instead }),
  }));
}

/** Whoever stands in for a while is left out: they are there instead of somebody. */
export async function peopleOf(tx: Tx, about: Opening): Promise<Facts['people'][number][]> {
  const rows = await tx.rows(
    raw(sql<{ id: string; name: string; role: string; from: string; until: string | null }>`
      select t.worker_id as id, w.name, t.role, t.valid_from as from, t.valid_to as until from team_membership_now t
      join worker w on w.municipality_id = t.worker_municipality_id and w.id = t.worker_id
      where ${of(about, sql`t.`)} and t.substitute_for is null order by t.valid_from`),
  );
  return rows.map(({ until, ...row }) => ({ ...row, ...(until === null ? {} : { until }) }));
}

export const groupsOf = (tx: Tx, about: Opening): Promise<Facts['groups'][number][]> =>
  tx.rows(
    raw(sql<Facts['groups'][number]>`
      select g.title, g.starts_at as at from attendance_now a
      join group_session g on g.municipality_id = a.session_municipality_id and g.id = a.session_id
      where ${of(about, sql`a.`)} and a.answer = 'came'`),
  );

export const contactsOf = (tx: Tx, about: Opening): Promise<Facts['contacts'][number][]> =>
  tx.rows(
    raw(sql<Facts['contacts'][number]>`select kind, happened_at as at from contact_now where ${of(about)}`),
  );
