import { found } from '../refused.ts';
import type { Opening, Tx } from './database.ts';
import { raw, sql } from './query.ts';

/**
 * Which row each of those that are open is named by in a list: itself, unless it is one person with another that is open
 * too and stands before it. Asked for only where more than one is open.
 */
export async function namedBy(tx: Tx): Promise<(participantId: string) => string> {
  if (tx.openings.length < 2) return (id) => id;
  const rows = await tx.rows(
    raw(sql<{ id: string; same: string }>`
      select distinct on (participant_id) participant_id as id, same_participant_id as same from same_person
      where same_place < place order by participant_id, same_place`),
  );
  if (rows.length === 0) return (id) => id;
  const open = new Map(tx.openings.map((opening) => [opening.participantId, opening]));
  const before = new Map(rows.map(({ id, same }) => [id, same]));
  return (id) => {
    const same = before.get(id);
    return same !== undefined && mayDoAsMuch(open.get(same), open.get(id)) ? same : id;
  };
}

/** Whoever may write more of the other row finds it by that one: `standsFor` says the same of a page. */
const mayDoAsMuch = (before: Opening | undefined, other: Opening | undefined): boolean =>
  before !== undefined && ((other?.writes ?? 0) & ~before.writes) === 0;

/** Rows of one person in the order in which they stand. */
export async function inOrder(tx: Tx, openings: readonly Opening[]): Promise<Opening[]> {
  if (openings.length < 2) return [...openings];
  const rows = await tx.rows(
    raw(sql<{ id: string; place: number }>`select distinct participant_id as id, place from same_person`),
  );
  const placeOf = new Map(rows.map(({ id, place }) => [id, place]));
  return openings.toSorted(
    (a, b) => (placeOf.get(a.participantId) ?? 0) - (placeOf.get(b.participantId) ?? 0),
  );
}

/** One row of a list for each person, by the row they are named by; of two, that one's own is kept. */
export function once<Row extends { participantId: string }>(
  rows: readonly Row[],
  named: (participantId: string) => string,
): Row[] {
  const own = new Set(rows.map(({ participantId }) => participantId));
  const kept = new Set<string>();
  return rows.flatMap((row) => {
    const id = named(row.participantId);
    if (id !== row.participantId && own.has(id)) return [];
    if (kept.has(id)) return [];
    kept.add(id);
    return [{ ...row, participantId: id }];
  });
}

/** Both of them, or nobody: who sees one of two learns nothing of the other. */
export function bothOf(tx: Tx, one: string, other: string): readonly [Opening, Opening] {
  const openingOf = (id: string) => found(tx.openings.find(({ participantId }) => participantId === id));
  return [openingOf(one), openingOf(other)];
}
