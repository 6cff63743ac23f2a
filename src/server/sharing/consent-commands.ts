import type { Static } from 'typebox';
import type { SendConsentCode } from '#contract/code.ts';
import type { GiveConsent } from '#contract/sharing.ts';
import { isOpen } from '#domain/access/topics.ts';
import { type Giving, giveConsent } from '#domain/consent/give.ts';
import { givenHow, type Paper } from '#domain/consent/given-how.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import { CONSENT_EDITION, consentSentence } from '#text/consent.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import type { NumberKeys } from '../db/number-keys.ts';
import { saying, sharedPlan, theirs } from '../db/saying.ts';
import type { Shell } from '../http/shell.ts';
import { sendConfirming, takeConfirmation } from '../login/confirming.ts';
import { agreedPhone } from '../login/given-codes.ts';
import { accept, Refused } from '../refused.ts';
import { recipientOf } from './recipient.ts';

interface Sentence {
  recipient: Awaited<ReturnType<typeof recipientOf>>;
  given: Giving;
  words: string;
}

/** What is said yes to: the sentence as it is shown, and whom and what it opens. */
async function sentenceOf(tx: Tx, about: Opening, body: Omit<GiveConsent, 'paper'>): Promise<Sentence> {
  const recipient = await recipientOf(tx, about, body);
  const given = accept(
    giveConsent(body.topics, recipient.kind, body.until as Day | undefined, dayOf(tx.now)),
  );
  const { language, until } = body;
  const words = consentSentence(language, { recipient: recipient.called, topics: given.topics, until });
  return { recipient, given, words };
}

/** All of it: a code that was sent for one sentence confirms no other, and not the same about somebody else. */
const confirms = ({ recipient: { columns }, given, words }: Sentence): string =>
  JSON.stringify([columns, given, words, CONSENT_EDITION]);

/**
 * The participant opens topics to an organisation, to one person there, or to one who is close; or a worker notes the paper on
 * which they did, or the code they confirmed it by. The sentence that was shown is kept with it.
 */
export async function addConsent(
  keys: NumberKeys,
  tx: Tx,
  about: Opening,
  body: GiveConsent,
): Promise<string> {
  if (!isOpen(about.writes, 'sharing')) throw new Refused('not-allowed');
  const { confirmed, paper } = body;
  const by = writerOf(tx, about);
  const how = accept(givenHow(by, paper as Paper | undefined, dayOf(tx.now), confirmed !== undefined));
  const sentence = await sentenceOf(tx, about, body);
  if (confirmed !== undefined)
    await takeConfirmation(keys, tx, about, {
      purpose: 'consent',
      about: confirms(sentence),
      id: confirmed,
    });
  const { recipient, given, words } = sentence;
  return addFact(tx, 'consent', about, theirs(saying(tx, about, sharedPlan), about), {
    ...recipient.columns,
    ...how,
    topics: given.topics,
    valid_from: tx.now,
    valid_to: given.validTo,
    language: body.language,
    edition: CONSENT_EDITION,
    words,
  });
}

/** Two look at one screen and agree that this is the sentence: the participant is sent a code to say so by. */
export async function sendConsentCode(
  shell: Shell,
  tx: Tx,
  about: Opening,
  body: Static<typeof SendConsentCode>,
): Promise<string> {
  if (!isOpen(about.writes, 'sharing') || writerOf(tx, about) !== 'worker') throw new Refused('not-allowed');
  const sentence = await sentenceOf(tx, about, body);
  const agreed = await agreedPhone(tx, about);
  if (agreed === undefined) throw new Refused('phone-not-agreed');
  return sendConfirming(shell, tx, about, {
    purpose: 'consent',
    about: confirms(sentence),
    phone: agreed.phone,
    language: body.language,
  });
}

function writerOf(tx: Tx, about: Opening): 'participant' | 'participant-by-code' | 'worker' {
  if (tx.me.participantId !== about.participantId) return 'worker';
  return about.roles.includes('participant') ? 'participant' : 'participant-by-code';
}
