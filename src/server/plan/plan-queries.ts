import type { Strength } from '#contract/own-words.ts';
import type { Action, CrisisPlan, Goal, Statement } from '#contract/plan.ts';
import type { LifeArea } from '#domain/plan/life-area.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** What matters now: the latest statement, with the ratings of it. */
export async function statementOf(tx: Tx, about: Opening): Promise<Statement | undefined> {
  const [row] = await tx.rows(
    raw(sql<{
      id: string;
      version_id: string;
      words: string;
      said_at: string;
      said_before: number;
      ratings: Statement['ratings'] | null;
    }>`
      select s.fact_id as id, s.id as version_id, s.words, s.happened_at as said_at,
        (select count(*)::int - 1 from statement b
         where b.municipality_id = s.municipality_id and b.participant_id = s.participant_id and not exists (select from statement n
           where n.municipality_id = b.municipality_id and n.participant_id = b.participant_id and n.fact_id = b.fact_id and n.withdrawn)) as said_before,
        (select json_agg(json_build_object('rating', r.rating, 'at', to_char(r.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by r.happened_at)
         from statement_rating_now r where r.municipality_id = s.municipality_id and r.participant_id = s.participant_id and r.statement_id = s.fact_id) as ratings
      from statement_now s
      where s.municipality_id = ${about.municipalityId} and s.participant_id = ${about.participantId}
      order by s.happened_at desc, s.recorded_at desc, s.id desc limit 1`),
  );
  return row === undefined
    ? undefined
    : {
        id: row.id,
        versionId: row.version_id,
        words: row.words,
        saidAt: row.said_at,
        saidBefore: row.said_before,
        ratings: row.ratings ?? [],
      };
}

interface GoalRow {
  id: string;
  version_id: string;
  version: number;
  title: string;
  wanted: string | null;
  present: string | null;
  ways: string | null;
  life_area: LifeArea | null;
  said_by: string;
  closure_id: string | null;
  outcome: string | null;
  closed_at: string | null;
}
interface ActionRow {
  id: string;
  version_id: string;
  version: number;
  goal_id: string;
  title: string;
  doer: 'participant' | 'worker';
  worker_municipality_id: string | null;
  worker_id: string | null;
  doer_name: string;
  organisation: string | null;
  due_day: string | null;
  completion_id: string | null;
  done_at: string | null;
}

/** Goals with who does what; without the actions for a reader who may not see those. */
export async function goalsOf(tx: Tx, about: Opening, withActions: boolean): Promise<Goal[]> {
  const [goals, actions] = await Promise.all([
    tx.rows(
      raw(
        sql<GoalRow>`
          select g.fact_id as id, g.id as version_id, g.version, g.title, g.wanted, g.present, g.ways, g.life_area, g.said_by, c.id as closure_id, c.outcome, c.happened_at as closed_at
          from goal_now g left join goal_closure_now c
            on c.municipality_id = g.municipality_id and c.participant_id = g.participant_id and c.goal_id = g.fact_id
          where g.municipality_id = ${about.municipalityId} and g.participant_id = ${about.participantId}
          order by c.happened_at is not null, g.happened_at`,
      ),
    ),
    withActions ? actionRows(tx, about) : [],
  ]);
  return goals.map((goal) => ({
    id: goal.id,
    versionId: goal.version_id,
    version: goal.version,
    title: goal.title,
    saidByParticipant: goal.said_by === about.participantId,
    ...(goal.closure_id === null || goal.outcome === null || goal.closed_at === null
      ? {}
      : { closed: { id: goal.closure_id, outcome: goal.outcome, at: goal.closed_at } }),
    ...(goal.wanted === null ? {} : { wanted: goal.wanted }),
    ...(goal.present === null ? {} : { present: goal.present }),
    ...(goal.ways === null ? {} : { ways: goal.ways }),
    ...(goal.life_area === null ? {} : { lifeArea: goal.life_area }),
    ...(withActions
      ? {
          actions: actions
            .filter((action) => action.goal_id === goal.id)
            .map((action) => actionOf(tx, about, action)),
        }
      : {}),
  }));
}

/** Who does what, without the goals it is for. */
export async function actionsOf(tx: Tx, about: Opening): Promise<Action[]> {
  const rows = await actionRows(tx, about);
  return rows.map((row) => actionOf(tx, about, row));
}

const actionRows = (tx: Tx, about: Opening): Promise<ActionRow[]> =>
  tx.rows(
    raw(sql<ActionRow>`
      select a.fact_id as id, a.id as version_id, a.version, a.goal_id, a.title, a.doer, a.worker_municipality_id, a.worker_id, coalesce(w.name, p.preferred_name, p.given_name, '') as doer_name, o.name as organisation, a.due_day,
        c.id as completion_id, c.happened_at as done_at
      from action_now a
      left join worker w on w.municipality_id = a.worker_municipality_id and w.id = a.worker_id
      left join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      left join profile_now p on p.municipality_id = a.municipality_id and p.participant_id = a.participant_id
      left join action_completion_now c on c.municipality_id = a.municipality_id and c.participant_id = a.participant_id and c.action_id = a.fact_id
      where a.municipality_id = ${about.municipalityId} and a.participant_id = ${about.participantId}
      order by a.doer = 'worker', a.happened_at`),
  );

const actionOf = (tx: Tx, about: Opening, row: ActionRow): Action => ({
  id: row.id,
  versionId: row.version_id,
  version: row.version,
  title: row.title,
  doer: row.doer,
  doerName: row.doer_name,
  mine:
    row.doer === 'participant'
      ? tx.me.participantId === about.participantId
      : tx.me.workers.some((worker) => worker.id === row.worker_id),
  ...(row.worker_municipality_id === null || row.worker_id === null
    ? {}
    : { worker: { municipalityId: row.worker_municipality_id, id: row.worker_id } }),
  ...(row.organisation === null ? {} : { doerOrganisation: row.organisation }),
  ...(row.due_day === null ? {} : { dueDay: row.due_day }),
  ...(row.completion_id === null ? {} : { completionId: row.completion_id }),
  ...(row.done_at === null ? {} : { doneAt: row.done_at }),
});

/** What somebody is good at, what has helped, who is there and how to meet them, the oldest first. */
export const strengthsOf = (tx: Tx, about: Opening): Promise<Strength[]> =>
  tx.rows(
    raw(sql<Strength>`select fact_id as id, id as "versionId", kind, words, happened_at as "saidAt" from strength_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}
      order by happened_at, fact_id`),
  );

export async function crisisPlanOf(tx: Tx, about: Opening): Promise<CrisisPlan | undefined> {
  const [row] = await tx.rows(
    raw(sql<CrisisPlan>`select id, fact_id as "factId", signs, helps, call, happened_at as "writtenAt" from crisis_plan_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}`),
  );
  return row;
}
