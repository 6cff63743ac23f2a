import type pg from 'pg';
import type { Config } from '#server/config.ts';
import { freshKeyRing, type KeyRing, numberKeys } from '#server/db/number-keys.ts';
import { asOwner } from '#server/db/owner.ts';
import { keyRingOf } from '#server/key-file.ts';
import { CannotBeDone, type Told } from './medvandrer-told.ts';

const AT_A_TIME = 500;

interface Row {
  municipality_id: string;
  participant_id: string;
  id: string;
  sealed: Buffer;
  sealed_with: string;
}

/** Keys for a new installation, or one more to put first in the file that is in use. Kept nowhere: whoever asks keeps them. */
export function newKeys(): Told {
  const json = freshKeyRing(`key-${new Date().toISOString().slice(0, 10)}`);
  return { words: json.trimEnd(), figures: JSON.parse(json) as object };
}

/**
 * Seals and marks every number anew with the first keys of the file. Until it is done both keys open and find; afterwards
 * the old ones can be taken out. What is new meanwhile is sealed by the server with its own first key, so it can be run again.
 * @throws CannotBeDone when a number does not open with any key of the file; then nothing of that batch is changed
 */
export async function rotateKeys(owner: pg.ClientConfig, _options: object, config: Config): Promise<Told> {
  const ring = keyRingOf(config);
  return asOwner(owner, 'seal person numbers with a new key', async (client) => {
    let sealed = 0;
    for (
      let batch = await nextBatch(client, ring, sealed);
      batch > 0;
      batch = await nextBatch(client, ring, sealed)
    )
      sealed += batch;
    const [seal = '', mark = ''] = [ring.seal[0]?.id, ring.mark[0]?.id];
    const words =
      sealed === 0
        ? `Every number is sealed with “${seal}” and marked with “${mark}” already.`
        : `Sealed ${sealed} numbers with “${seal}” and marked them with “${mark}”. When every server runs with this file, and this has been run once more, the other keys can be taken out of it.`;
    return { words, figures: { sealed, seal, mark } };
  });
}

async function nextBatch(client: pg.Client, ring: KeyRing, done: number): Promise<number> {
  const keys = numberKeys(ring);
  await client.query('begin');
  try {
    const { rows } = await client.query<Row>(
      `select municipality_id, participant_id, id, sealed, sealed_with from person_number
        where sealed_with <> $1 or marked_with <> $2 order by municipality_id, participant_id, id limit ${AT_A_TIME} for update`,
      [ring.seal[0]?.id, ring.mark[0]?.id],
    );
    for (const { municipality_id, participant_id, id, ...row } of rows) {
      const anew = keys.seal(opened(keys, row, participant_id, done), participant_id);
      await client.query(
        `update person_number set sealed = $4, sealed_with = $5, mark = $6, marked_with = $7
          where municipality_id = $1 and participant_id = $2 and id = $3`,
        [municipality_id, participant_id, id, anew.sealed, anew.sealed_with, anew.mark, anew.marked_with],
      );
    }
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function opened(
  keys: ReturnType<typeof numberKeys>,
  row: Pick<Row, 'sealed' | 'sealed_with'>,
  participantId: string,
  done: number,
): string {
  try {
    return keys.open(row, participantId);
  } catch (error) {
    throw new CannotBeDone(
      `A number sealed with “${row.sealed_with}” does not open with the keys in the file. ${done} numbers were sealed anew before it; put the missing key back and run this again.`,
      { cause: error },
    );
  }
}
