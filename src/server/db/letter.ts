import type { Ref } from '#contract/shapes.ts';
import { found, Refused } from '../refused.ts';
import type { Tx } from './database.ts';
import { raw, sql } from './query.ts';

/** A letter as it was written; what the writer left out is null. */
export interface TakenLetter {
  kind: 'about-somebody' | 'for-myself';
  about: string | null;
  words: string;
  writer_name: string | null;
  writer_phone: string | null;
  writer_relation: string | null;
  confidence: 'kept' | 'told' | null;
  received_at: string;
}

/**
 * Takes a letter out of the box, in the transaction that says what becomes of it. Unseen equals missing: one in a box
 * that is not mine to open. Of two who take it at once, the second is told that it is done.
 */
export async function takeLetter(
  tx: Tx,
  letter: Ref,
  how: 'connected' | 'received' | 'noted',
): Promise<TakenLetter> {
  const [row] = await tx.rows(
    raw(sql<TakenLetter & { waits: boolean }>`
      select * from app.take_letter(${letter.municipalityId}, ${letter.id}, ${how})`),
  );
  const { waits, ...taken } = found(row);
  if (!waits) throw new Refused('already-done');
  return taken;
}
