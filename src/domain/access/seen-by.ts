import { masksOf } from './masks.ts';
import type { AccessRole } from './roles.ts';
import { type Topic, topicBit, topicsIn } from './topics.ts';

/** What a participant has closed to somebody: these topics, or everything. */
export type Closed = readonly Topic[] | 'everything';

const bitsOf = (topics: readonly Topic[]): number =>
  topics.reduce((bits, topic) => bits | (1 << topicBit(topic)), 0);

/**
 * What somebody reads with these roles, what has been granted to where they work, and what has been closed to them.
 * The database decides by the same table (app.masks); this is for telling it beforehand, to the one it is about.
 * @returns the topics, in the order of the table; none when everything is closed
 */
export function seenBy(
  roles: readonly AccessRole[],
  granted: readonly Topic[],
  closed: Closed = [],
): Topic[] {
  if (closed === 'everything') return [];
  const open = bitsOf(granted);
  const reads = roles
    .map(masksOf)
    .reduce((bits, { readAlways, readGranted }) => bits | readAlways | (readGranted & open), 0);
  return topicsIn(reads & ~bitsOf(closed));
}
