import { ok, type Result, refuse } from '../result.ts';
import { type Day, daysBetween, endOf } from '../time/day.ts';

/** As many as can be set anew in one transaction while others wait. */
const MOST_AT_ONCE = 200;
const TWO_YEARS = 731;

/**
 * When somebody's work here ends: after their last day, which is today or later.
 * @param day null when they stay after all
 */
export function lastDay(day: Day | null, today: Day): Result<string | null, 'day-out-of-range'> {
  if (day === null) return ok(null);
  const ahead = daysBetween(today, day);
  return ahead < 0 || ahead > TWO_YEARS ? refuse('day-out-of-range') : ok(endOf(day));
}

/** Everyone who is concerned is looked at in the same moment, so that nobody is forgotten. */
export const concerned = (people: number): Result<number, 'too-many-at-once'> =>
  people > MOST_AT_ONCE ? refuse('too-many-at-once') : ok(people);
