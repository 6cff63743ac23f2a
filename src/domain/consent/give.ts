import type { Topic } from '../access/topics.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type Day, endOf } from '../time/day.ts';
import { shareableWith } from './shareable.ts';

export interface Giving {
  topics: Topic[];
  validTo: string | null;
}

/**
 * A consent opens named topics until the end of a day, or until the participant says stop. A topic that the recipient
 * would not see also when it is granted is refused: the sentence that is kept must be true.
 * @param recipient the kind of an organisation, or `related-person`
 */
export function giveConsent(
  wanted: readonly string[],
  recipient: string,
  until: Day | undefined,
  today: Day,
): Result<Giving, 'unknown-topic' | 'period-backwards'> {
  const known = shareableWith(recipient).filter((topic) => wanted.includes(topic));
  if (known.length !== wanted.length) return refuse('unknown-topic');
  if (until !== undefined && until < today) return refuse('period-backwards');
  return ok({ topics: known, validTo: until === undefined ? null : endOf(until) });
}
