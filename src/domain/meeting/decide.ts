import { ok, type Result, refuse } from '../result.ts';
import type { Day } from '../time/day.ts';
import type { MeetingFact } from './hold.ts';

/** A promise: what, who and by which day. `doerId` is the worker's; null is the participant. */
export interface Promised {
  words: string;
  doerId: string | null;
  dueDay: Day;
}

/** Decisions belong to a meeting that is being or has been held; what was typed without a network may come after it ended. */
export const mayDecide = (meeting: MeetingFact): Result<true, 'meeting-not-held'> =>
  meeting.heldAt === null ? refuse('meeting-not-held') : ok(true);

const plain = (words: string): string =>
  words
    .toLocaleLowerCase('nb')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Two who write at the same table may write down the same promise. Nothing is merged behind their backs: the second is
 * asked, and says whether it is another one.
 * @param isAnother the writer has seen the one that stands there, and means one more
 */
export function decide(
  promised: Promised,
  standing: readonly Promised[],
  isAnother: boolean,
): Result<Promised, 'same-promise'> {
  const same = standing.some(
    ({ words, doerId, dueDay }) =>
      plain(words) === plain(promised.words) && doerId === promised.doerId && dueDay === promised.dueDay,
  );
  return same && !isAnother ? refuse('same-promise') : ok(promised);
}
