import { type Topic, topics } from '../access/visibility.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type Day, endOf } from '../time/day.ts';

/** Topics that nobody outside the follow-up gets by consent: they stay between the participant and the closest. */
const neverShared: readonly Topic[] = ['relapse', 'enquiry', 'sharing', 'status', 'identity'];
export const shareableTopics: readonly Topic[] = topics.filter((topic) => !neverShared.includes(topic));

export interface Giving {
  topics: Topic[];
  validTo: string | null;
}

/** A consent opens named topics until the end of a day, or until the participant says stop. */
export function giveConsent(
  wanted: readonly string[],
  until: Day | undefined,
  today: Day,
): Result<Giving, 'unknown-topic' | 'period-backwards'> {
  const known = shareableTopics.filter((topic) => wanted.includes(topic));
  if (known.length !== wanted.length) return refuse('unknown-topic');
  if (until !== undefined && until < today) return refuse('period-backwards');
  return ok({ topics: known, validTo: until === undefined ? null : endOf(until) });
}
