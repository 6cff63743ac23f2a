import type { Static } from 'typebox';
import type { NoteMandate } from '#contract/guardian.ts';
import { noteMandate } from '#domain/access/mandate.ts';
import type { Day } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { saying } from '../db/saying.ts';
import { accept } from '../refused.ts';
import { mandatesOf } from './guardian-queries.ts';

/** A mandate is the county governor's; whoever notes it says which document they have seen. */
export async function noteMandateOf(
  tx: Tx,
  about: Opening,
  body: Static<typeof NoteMandate>,
): Promise<string> {
  const others = await mandatesOf(tx, about);
  const standing = others.some(({ relatedPersonId }) => relatedPersonId === body.relatedPersonId);
  const period = { from: body.from as Day | undefined, until: body.until as Day | undefined };
  const noted = accept(noteMandate(body.scopes, period, standing, tx.now));
  return addFact(tx, 'mandate', about, saying(tx, about, { own: 'social-case', worker: 'social-case' }), {
    related_person_id: body.relatedPersonId,
    scopes: noted.scopes,
    topics: noted.topics,
    document: body.document.trim(),
    valid_from: noted.validFrom,
    valid_to: noted.validTo,
  });
}
