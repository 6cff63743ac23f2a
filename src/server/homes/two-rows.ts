import type { Side, TwoRows, Written } from '#contract/merge.ts';
import { isOpen } from '#domain/access/topics.ts';
import { mayMerge, movable } from '#domain/person/one-person.ts';
import type { Opening, Tx } from '../db/database.ts';
import { mergesSeen } from '../db/merges.ts';
import { raw, sql } from '../db/query.ts';
import { standingsOf } from '../pathway/pathway-queries.ts';
import { numbersOf } from '../person/number-queries.ts';
import { identityOf } from '../person/person-queries.ts';
import { found } from '../refused.ts';
import { teamOf } from '../team/team-queries.ts';

/** Two rows side by side: what the reader may see of each, and what has been said of them. */
export async function twoRows(tx: Tx, openings: readonly Opening[]): Promise<TwoRows> {
  const allowed = mayMerge(openings).ok;
  const [rows, merges, [told]] = await Promise.all([
    Promise.all(openings.map((about) => sideOf(tx, about))),
    mergesSeen(tx, allowed),
    tx.rows(
      raw(sql<{ numbers: string; one: boolean }>`
        select case when ${allowed} then app.numbers_told(${openings.map(({ participantId }) => participantId)}::uuid[]) else 'unknown' end as numbers,
          exists (select from same_person where participant_id = ${openings[0]?.participantId ?? null} and same_participant_id = ${openings[1]?.participantId ?? null}) as one`),
    ),
  ]);
  const last = merges.at(-1);
  // Whoever was one with the other more than once, is gone through once.
  const first = merges.find(({ split }) => split !== undefined && split.checkedBy === undefined) ?? last;
  return {
    now: tx.now,
    rows,
    ...found(told),
    mayMerge: allowed,
    merges,
    ...(allowed && first !== undefined && last?.split !== undefined
      ? { written: await writtenBetween(tx, openings, first.at, last.split.at) }
      : {}),
  };
}

async function sideOf(tx: Tx, about: Opening): Promise<Side> {
  const part = <T>(topic: Parameters<typeof isOpen>[1], read: () => Promise<T>) =>
    isOpen(about.reads, topic) ? read() : undefined;
  const [identity, numbers, standings, team, [counted]] = await Promise.all([
    part('identity', () => identityOf(tx, about)),
    part('person-number', () => numbersOf(tx, about)),
    part('status', () => standingsOf(tx, about)),
    part('team', () => teamOf(tx, about)),
    tx.rows(
      raw(sql<{ since: string; entries: number }>`
        select p.created_at as since, (select count(*) from timeline t where t.municipality_id = p.municipality_id and t.participant_id = p.id) as entries
        from participant p where p.municipality_id = ${about.municipalityId} and p.id = ${about.participantId}`),
    ),
  ]);
  return {
    participantId: about.participantId,
    ...found(counted),
    ...(identity === undefined
      ? {}
      : {
          name: identity.name,
          ...(identity.age === undefined ? {} : { age: identity.age }),
          ...(identity.phone === undefined ? {} : { phone: identity.phone }),
        }),
    ...(numbers === undefined ? {} : { numbers: numbers.map(({ kind }) => kind) }),
    ...(standings === undefined
      ? {}
      : { standings: standings.map(({ service, state }) => ({ service, state })) }),
    ...(team === undefined ? {} : { team: team.map(({ name, role }) => ({ name, role })) }),
  };
}

/** Whatever kind it is: the words of it that a reader knows it again by. */
const wordsIn = sql`coalesce(j->>'words', j->>'title', j->>'note', j->>'name', j->>'signs', j->>'place', '')`;

/** What follows by itself from what is written, and so is nobody's to place. */
const byItself = 'step_completion';

/**
 * What was written while the two were one, and still stands: to be looked through, moved where it belongs to the other, and
 * given or written anew where it cannot be moved.
 */
async function writtenBetween(
  tx: Tx,
  openings: readonly Opening[],
  from: string,
  until: string,
): Promise<Written[]> {
  const tenants = openings.map(({ municipalityId }) => municipalityId);
  const ids = openings.map(({ participantId }) => participantId);
  const kinds = await tx.rows(
    raw(
      sql<{
        table: string;
      }>`select fact_table as "table" from app.fact_tables() where fact_table <> ${byItself}`,
    ),
  );
  const each = kinds.map(
    ({ table }) => sql`
      select ${sql.lit(table)} as "table", f.id, f.participant_id, f.recorded_at, f.said_by, to_jsonb(f) as j from ${sql.table(`${table}_now`)} f
      where f.municipality_id = any (${tenants}::uuid[]) and f.participant_id = any (${ids}::uuid[]) and f.recorded_at >= ${from} and f.recorded_at <= ${until}`,
  );
  return tx.rows(
    raw(sql<Written>`
      select w."table", w.id, w.participant_id as "participantId", w.recorded_at as at, ${wordsIn} as words, w."table" = any (${[...movable]}::text[]) as "mayMove",
        coalesce((select k.name from worker k where k.id = w.said_by),
          (select coalesce(p.preferred_name, p.given_name) from profile_now p where p.participant_id = w.said_by and p.municipality_id = any (${tenants}::uuid[])), '') as by
      from (${sql.join(each, sql` union all `)}) w order by w.recorded_at, w.id limit 300`),
  );
}
