import type { LookUp } from '#contract/look-up.ts';
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
      number: number;
      at: string;
      who: string;
      organisation: string | null;
      roles: string[];
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

/** Whether there is something new to see in the log that the participant has asked to be told of. */
export async function lookUpNewsOf(tx: Tx): Promise<{ code: string; at: string } | undefined> {
  const [news] = await tx.rows(
    raw(sql<{ code: string; at: string }>`select code, at from app.my_look_up_news(false)`),
  );
  return news;
}
