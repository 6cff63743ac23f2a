import { m } from './generated/messages.js';
import { type Locale, listOf, listTags, topicText } from './text.ts';

/** Which edition of the sentence and what is said beside it this is: kept with each consent. Goes up when either changes its meaning. */
export const CONSENT_EDITION = 1;

export interface ConsentWords {
  recipient: string;
  topics: readonly string[];
  /** Last day it holds, yyyy-mm-dd. */
  until?: string | undefined;
}

/** The sentence a participant says yes to. The screen shows it, and the server keeps the same one with the consent. */
export function consentSentence(locale: Locale, { recipient, topics, until }: ConsentWords): string {
  const words = {
    recipient,
    topics: listOf(
      topics.map((topic) => topicText(topic, locale)),
      locale,
    ),
  };
  if (until === undefined) return m.consent_sentence(words, { locale });
  const day = new Intl.DateTimeFormat(listTags[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return m.consent_sentence_until({ ...words, day: day.format(new Date(until)) }, { locale });
}
