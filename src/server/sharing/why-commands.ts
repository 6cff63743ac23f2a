import type { Static } from 'typebox';
import type { AskWhy, ChooseDigest } from '#contract/look-up.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying, sharedPlan, theirWords } from '../db/saying.ts';
import type { Subject } from '../engine/load-facts.ts';
import { settle } from '../engine/settle.ts';
import { found, Refused } from '../refused.ts';

/** The participant asks why somebody looked. Asked once about each look-up. */
export async function askWhy(tx: Tx, about: Opening, body: Static<typeof AskWhy>): Promise<string> {
  refuseOthers(tx, about);
  const [looks, asked] = await Promise.all([
    tx.rows(
      raw(sql<{ looker: string; mine: boolean }>`
        select login_user_id as looker, mine from app.my_look_up(${body.number})`),
    ),
    tx.rows(
      raw(sql`select from why_asked_now where municipality_id = ${about.municipalityId}
        and participant_id = ${about.participantId} and look_number = ${body.number}`),
    ),
  ]);
  const look = found(looks[0]);
  if (look.mine) throw new Refused('own-look-up');
  if (asked.length > 0) throw new Refused('already-done');
  return addFact(tx, 'why_asked', about, theirWords(tx, about), {
    look_number: body.number,
    looked_by: look.looker,
    words: body.words?.trim() ?? null,
  });
}

/** How often the participant wants to be told who has looked; said anew it is a new version. */
export async function chooseDigest(
  tx: Tx,
  about: Opening,
  { every }: Static<typeof ChooseDigest>,
): Promise<string> {
  refuseOthers(tx, about);
  const [standing] = await tx.rows(
    raw(sql<{ id: string; factId: string; version: number; every: string }>`
      select id, fact_id as "factId", version, every from look_up_digest_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}`),
  );
  const said = saying(tx, about, sharedPlan);
  if (standing === undefined) return addFact(tx, 'look_up_digest', about, said, { every });
  const { id: supersedes, factId, version } = standing;
  if (standing.every === every) throw new Refused('already-done');
  const before = { factId, version, supersedes, reason: 'said anew' };
  return correctFact(tx, 'look_up_digest', about, said, { every }, before);
}

/** The log is the participant's own to ask about, and so is being told. */
function refuseOthers(tx: Tx, about: Opening): void {
  if (tx.me.participantId !== about.participantId) throw new Refused('not-yours-to-do');
}

/** The one who looked, or an auditor, says why. The database decides whose it is to answer. */
export async function answerWhy(tx: Tx, askedId: string, words: string): Promise<string> {
  const [row] = await tx.rows(
    raw(sql<Subject & { answerId: string | null; answered: boolean }>`
      select municipality_id as "municipalityId", participant_id as "participantId", answer_id as "answerId", answered
      from app.answer_why(${askedId}, ${words.trim()})`),
  );
  const { answerId, answered, ...subject } = found(row);
  if (answered || answerId === null) throw new Refused('already-answered');
  await tx.asEngine(() => settle(tx.rows, [subject]));
  return answerId;
}
