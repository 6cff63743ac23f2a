import { type Topic, topics } from '../access/topics.ts';
import { ok, type Result, refuse } from '../result.ts';

/** Closing a door (sperring, pbrl § 5-3): to whom, and for what. */
export interface Closing {
  /** Everything when there are none. */
  topics: Topic[] | null;
}

/**
 * One worker or one organisation, or everyone; some topics, or everything. Everything to everyone is refused, because then
 * nobody could help: that is to end the follow-up, which is another act.
 * @param named how many are named: a worker and an organisation at once is two doors
 */
export function closeDoor(
  named: number,
  wanted: readonly string[] | 'everything',
): Result<Closing, 'one-recipient' | 'unknown-topic' | 'door-to-everyone'> {
  if (named > 1) return refuse('one-recipient');
  if (wanted === 'everything') return named === 0 ? refuse('door-to-everyone') : ok({ topics: null });
  const known = topics.filter((topic) => wanted.includes(topic));
  return known.length === wanted.length ? ok({ topics: known }) : refuse('unknown-topic');
}
