import type { LookUp } from '#contract/plan.ts';
import { topicsIn } from '#domain/access/topics.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** The participant's own log. Reading it is no look-up of somebody else, so it opens nobody. */
export async function lookUpsOf(
  tx: Tx,
  howMany: number,
  whose: 'all' | 'of-others' = 'all',
): Promise<LookUp[]> {
  const rows = await tx.rows(
    raw(sql<{
      at: string;
      who: string;
      organisation: string | null;
      related: boolean;
      action: string;
      purpose: string;
      topics: number;
      mine: boolean;
    }>`
      select * from app.my_look_ups(${howMany}, ${whose === 'of-others'})`),
  );
  return rows.map(({ organisation, topics, ...row }) => ({
    ...row,
    topics: topicsIn(topics),
    ...(organisation === null ? {} : { organisation }),
  }));
}
