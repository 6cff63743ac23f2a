import type { GiveConsent } from '#contract/sharing.ts';
import { isOpen } from '#domain/access/topics.ts';
import { giveConsent } from '#domain/consent/give.ts';
import { givenHow, type Paper } from '#domain/consent/given-how.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import { CONSENT_EDITION, consentSentence } from '#text/consent.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { saying, sharedPlan, theirs } from '../db/saying.ts';
import { accept, Refused } from '../refused.ts';
import { recipientOf } from './recipient.ts';

/**
 * The participant opens topics to an organisation, to one person there, or to one who is close; or a worker notes the paper on
 * which they did. The sentence that was shown is kept with it.
 */
export async function addConsent(tx: Tx, about: Opening, body: GiveConsent): Promise<string> {
  if (!isOpen(about.writes, 'sharing')) throw new Refused('not-allowed');
  const today = dayOf(tx.now);
  const how = accept(givenHow(writerOf(tx, about), body.paper as Paper | undefined, today));
  const recipient = await recipientOf(tx, about, body);
  const given = accept(giveConsent(body.topics, recipient.kind, body.until as Day | undefined, today));
  return addFact(tx, 'consent', about, theirs(saying(tx, about, sharedPlan), about), {
    ...recipient.columns,
    ...how,
    topics: given.topics,
    valid_from: tx.now,
    valid_to: given.validTo,
    language: body.language,
    edition: CONSENT_EDITION,
    words: consentSentence(body.language, {
      recipient: recipient.called,
      topics: given.topics,
      until: body.until,
    }),
  });
}

function writerOf(tx: Tx, about: Opening): 'participant' | 'participant-by-code' | 'worker' {
  if (tx.me.participantId !== about.participantId) return 'worker';
  return about.roles.includes('participant') ? 'participant' : 'participant-by-code';
}
