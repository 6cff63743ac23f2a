import type pg from 'pg';
import { raiseUnusual } from './unusual-look-ups.ts';

/** What is left after a long stop is gone through in portions, a round each. */
const MOST_AT_ONCE = 20_000;

/**
 * Goes through the look-ups that have been sealed since last time, each once: tells participants who have asked to be
 * told, and raises a case where something is unusual. Only sealed ones, so that nothing with a lower number can come afterwards and be passed over.
 */
export async function watchLookUps(client: pg.Client): Promise<void> {
  await client.query('begin');
  try {
    // One server at a time.
    const { rows } = await client.query<{ after: string; to: string }>(
      `select w.to_number::text as after, greatest(w.to_number, least(w.to_number + $1, coalesce((select max(b.to_number) from app.audit_batch b), 0)))::text as to
         from app.look_up_watch w for update of w`,
      [MOST_AT_ONCE],
    );
    const [span] = rows;
    if (span !== undefined) {
      await client.query('select app.tell_of_look_ups($1, $2)', [span.after, span.to]);
      await raiseUnusual(client, span.after, span.to);
      await client.query('update app.look_up_watch set to_number = $1', [span.to]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
