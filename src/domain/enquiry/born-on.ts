import { ok, type Result, refuse } from '../result.ts';
import { ageOn, type Day } from '../time/day.ts';

const OLDEST = 120;

/** A birth day of somebody who lives: not ahead, and nobody is older than that. */
export function bornOn(birthDay: Day, today: Day): Result<Day, 'day-out-of-range'> {
  const age = ageOn(birthDay, today);
  return age < 0 || age > OLDEST ? refuse('day-out-of-range') : ok(birthDay);
}
