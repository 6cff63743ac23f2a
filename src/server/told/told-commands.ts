import type { Static } from 'typebox';
import type { Acknowledge } from '#contract/told.ts';
import { mustSign, tell } from '#domain/told/told.ts';
import { toldText } from '#text/told.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { saying, sharedPlan, theirs } from '../db/saying.ts';
import { accept } from '../refused.ts';
import { openTo } from './told-queries.ts';

/**
 * Something was told, by whoever sat there, or read alone; the text is kept as it was. What is signed is the
 * participant's own act, also on a worker's screen.
 */
export async function acknowledge(tx: Tx, about: Opening, body: Static<typeof Acknowledge>): Promise<string> {
  const { textVersion, signedName } = accept(tell(body.code, body.textVersion, body.signedName));
  const said = saying(tx, about, sharedPlan);
  const teller = tx.me.workers.find(({ id }) => id === said.saidBy);
  return addFact(tx, 'acknowledgement', about, mustSign(body.code) ? theirs(said, about) : said, {
    code: body.code,
    text_version: textVersion,
    words: toldText(body.code, body.code === 'offers' ? await openTo(tx, about) : [], body.language),
    signed_name: signedName,
    told_by_municipality_id: teller?.municipalityId ?? null,
    told_by_worker_id: teller?.id ?? null,
  });
}
