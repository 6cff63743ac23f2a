import type { Doubles } from '#contract/merge.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** Pairs of one's own that may be one person. */
export async function doubles(tx: Tx): Promise<Doubles> {
  const pairs = await tx.rows(
    raw(sql<{ one: string; other: string; tenants: string[]; because: string }>`
      select participant_id as one, other_id as other, array[municipality_id, other_municipality_id] as tenants, because
      from app.find_doubles('double.list')`),
  );
  if (pairs.length === 0) return { now: tx.now, pairs: [] };
  // A statement of its own: what the one before has opened is seen by the next.
  const names = await tx.rows(
    raw(sql<{ id: string; name: string }>`
      select participant_id as id, concat_ws(' ', given_name, nullif(family_name, '')) as name from profile_now
      where municipality_id = any (${[...new Set(pairs.flatMap(({ tenants }) => tenants))]}::uuid[])
        and participant_id = any (${pairs.flatMap(({ one, other }) => [one, other])}::uuid[])`),
  );
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const named = (participantId: string) => ({ participantId, name: nameOf.get(participantId) ?? '' });
  return {
    now: tx.now,
    pairs: pairs.map(({ one, other, because }) => ({ one: named(one), other: named(other), because })),
  };
}
