import type { WayInNews } from '#contract/login.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** What is new in how one gets in as me, on all of my rows; nothing when there is none. */
export async function wayInNewsOf(tx: Tx): Promise<WayInNews | undefined> {
  const rows = await tx.rows(
    raw(
      sql<{ what: string; name: string | null; at: string }>`select what, name, at from app.my_way_in_news()`,
    ),
  );
  return rows.length === 0
    ? undefined
    : rows.map(({ name, ...one }) => (name === null ? one : { ...one, name }));
}
