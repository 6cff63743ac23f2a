import type { Shared } from '#contract/shared.ts';
import { topicsIn } from '#domain/access/topics.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { namedBy, once } from '../db/same-person.ts';
import { whyAskedOfMe } from '../sharing/why-queries.ts';

/** The partner's home: who shares what with my organisation, until when, and what I have promised. */
export async function shared(tx: Tx): Promise<Shared> {
  const ids = tx.openings.filter((opening) => opening.reads !== 0).map((opening) => opening.participantId);
  const tenants = [...new Set(tx.openings.map((opening) => opening.municipalityId))];
  const mine = tx.me.workers.map((worker) => worker.id);
  const [people, until, promises, asked, named] = await Promise.all([
    tx.rows(
      raw(sql<{ participantId: string; name: string }>`
        select participant_id as "participantId", concat_ws(' ', given_name, nullif(family_name, '')) as name from profile_now
        where municipality_id = any (${tenants}::uuid[]) and participant_id = any (${ids}::uuid[]) order by given_name, family_name`),
    ),
    tx.rows(
      raw(
        sql<{
          participantId: string;
          until: string | null;
        }>`select participant_id as "participantId", valid_to as until from app.shared_with_me()`,
      ),
    ),
    tx.rows(
      raw(sql<Shared['promises'][number] & { keptAt: string | null }>`
        select d.participant_id as "participantId", concat_ws(' ', p.given_name, nullif(p.family_name, '')) as name, d.fact_id as id, d.id as "versionId", d.words, d.doer,
          w.name as "doerName", true as mine, d.due_day as "dueDay", k.happened_at as "keptAt", d.kind
        from (
          select 'decision' as kind, municipality_id, participant_id, fact_id, id, words, doer, worker_municipality_id, worker_id, due_day from decision_now
          union all
          select 'action', municipality_id, participant_id, fact_id, id, title, doer, worker_municipality_id, worker_id, due_day from action_now a
          where due_day is not null and not exists (select from goal_closure_now g
            where g.municipality_id = a.municipality_id and g.participant_id = a.participant_id and g.goal_id = a.goal_id)
        ) d
        join worker w on w.municipality_id = d.worker_municipality_id and w.id = d.worker_id
        left join profile_now p on p.municipality_id = d.municipality_id and p.participant_id = d.participant_id
        left join (
          select municipality_id, participant_id, decision_id as promise_id, happened_at from decision_kept_now
          union all select municipality_id, participant_id, action_id, happened_at from action_completion_now
        ) k on k.municipality_id = d.municipality_id and k.participant_id = d.participant_id and k.promise_id = d.fact_id
        where d.municipality_id = any (${tenants}::uuid[]) and d.participant_id = any (${ids}::uuid[]) and d.worker_id = any (${mine}::uuid[])
        order by k.happened_at is not null, d.due_day limit 100`),
    ),
    whyAskedOfMe(tx),
    namedBy(tx),
  ]);
  const readsById = new Map(tx.openings.map((opening) => [opening.participantId, opening.reads]));
  const untilById = new Map(until.map((row) => [row.participantId, row.until]));
  return {
    now: tx.now,
    asked,
    people: once(people, named).map((person) => {
      const end = untilById.get(person.participantId);
      const reads = ids
        .filter((id) => named(id) === person.participantId)
        .reduce((bits, id) => bits | (readsById.get(id) ?? 0), 0);
      return {
        ...person,
        topics: topicsIn(reads).filter((topic) => topic !== 'identity'),
        ...(end === null || end === undefined ? {} : { until: end }),
      };
    }),
    promises: promises.map(({ keptAt, ...promise }) => ({
      ...promise,
      participantId: named(promise.participantId),
      ...(keptAt === null ? {} : { keptAt }),
    })),
  };
}
