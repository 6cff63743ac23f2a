import type { KeptApart, Merge } from '#contract/merge.ts';
import type { Tx } from './database.ts';
import { raw, sql } from './query.ts';

interface MergeRow {
  id: string;
  participantId: string | null;
  survivingId: string | null;
  foundBy: string;
  askedBy: string;
  reason: string;
  by: string;
  at: string;
  mine: boolean;
  confirmedBy: string | null;
  splitBy: string | null;
  splitAt: string | null;
  splitReason: string | null;
  checkedBy?: string | null;
}

const columns = sql`id, participant_id as "participantId", surviving_id as "survivingId", found_by as "foundBy", asked_by as "askedBy", reason,
  merged_by as by, merged_at as at, confirmed_by as "confirmedBy", split_by as "splitBy", split_at as "splitAt", split_reason as "splitReason"`;

/** What was said of rows that are open together in this transaction. */
export async function mergesSeen(tx: Tx, mayConfirm: boolean): Promise<Merge[]> {
  const rows = await tx.rows(
    raw(sql<MergeRow>`select ${columns}, mine, checked_by as "checkedBy" from app.merges_seen()`),
  );
  return rows.map((row) => mergeOf(row, mayConfirm && !row.mine));
}

/** Those a row was one person with and is not, while nobody has been through what was written meanwhile. */
export const keptApart = (tx: Tx, participantId: string): Promise<KeptApart[]> =>
  tx.rows(
    raw(sql<KeptApart>`
      select id, other_id as "otherId", split_by as by, split_at as at, split_reason as reason from app.kept_apart(${participantId})`),
  );

/** What was said of me. */
export async function myMerges(tx: Tx): Promise<Merge[]> {
  const rows = await tx.rows(raw(sql<MergeRow>`select ${columns}, false as mine from app.my_merges()`));
  return rows.map((row) => mergeOf(row, false));
}

function mergeOf(row: MergeRow, mayConfirm: boolean): Merge {
  const { id, participantId, survivingId, foundBy, askedBy, reason, by, at, confirmedBy } = row;
  const { splitBy, splitAt, splitReason, checkedBy } = row;
  const sure = foundBy === 'number' || confirmedBy !== null;
  return {
    id,
    foundBy,
    askedBy,
    reason,
    by,
    at,
    sure,
    ...(participantId === null || survivingId === null || splitAt !== null
      ? {}
      : { rows: [participantId, survivingId] }),
    ...(confirmedBy === null ? {} : { confirmedBy }),
    ...(mayConfirm && !sure && splitAt === null ? { mayConfirm: true as const } : {}),
    ...(splitAt === null
      ? {}
      : {
          split: {
            at: splitAt,
            ...(splitBy === null ? {} : { by: splitBy }),
            ...(splitReason === null ? {} : { reason: splitReason }),
            ...(checkedBy ? { checkedBy } : {}),
          },
        }),
  };
}
