import type { Static } from 'typebox';
import { v7 as uuid7 } from 'uuid';
import type { TalkOverWheel } from '#contract/own-words.ts';
import { talkOver } from '#domain/plan/life-area.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { theirWords } from '../db/saying.ts';
import { withdrawFact } from '../db/versions.ts';
import { accept, found } from '../refused.ts';

/** What was said in one talk, of each part of life that was talked about; the answer is the talk's id. */
export async function talkOverWheel(
  tx: Tx,
  about: Opening,
  body: Static<typeof TalkOverWheel>,
): Promise<string> {
  const said = accept(
    talkOver(
      body.areas.map(({ area, rating, words }) => ({
        area,
        rating: rating ?? null,
        words: words?.trim() ?? null,
      })),
    ),
  );
  const talkId = uuid7();
  const theirs = theirWords(tx, about);
  await Promise.all(
    said.map((area) => addFact(tx, 'life_area_rating', about, theirs, { talk_id: talkId, ...area })),
  );
  return talkId;
}

/** Takes back all that was said in one talk and still stands. */
export async function takeTalkBack(
  tx: Tx,
  about: Opening,
  { reason }: { reason: string },
  { id: talkId }: { id: string },
): Promise<string> {
  const standing = await tx.rows(
    raw(sql<{ id: string; factId: string }>`select id, fact_id as "factId" from life_area_rating_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} and talk_id = ${talkId}`),
  );
  found(standing[0]);
  await Promise.all(
    standing.map(({ id, factId }) =>
      withdrawFact(tx, 'life_area_rating', about, { supersedes: id, reason, factId }),
    ),
  );
  return talkId;
}
