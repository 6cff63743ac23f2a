import { ok, type Result, refuse } from '../result.ts';

export type Answer = 'coming' | 'said-no' | 'came' | 'did-not-come';

/**
 * Who came is written from an hour before the samling begins; until then one can only say whether one is coming.
 * Coming intoxicated is no answer: it is a note of its own, and for everyone else the person came.
 */
export function attend(
  answer: Answer,
  startsAt: string,
  now: string,
  notToday = false,
): Result<Answer, 'in-the-future' | 'bad-request'> {
  if (notToday && answer !== 'came') return refuse('bad-request');
  const early = Date.parse(startsAt) - Date.parse(now) > 3_600_000;
  return early && (answer === 'came' || answer === 'did-not-come') ? refuse('in-the-future') : ok(answer);
}
