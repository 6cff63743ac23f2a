import { ok, type Result, refuse } from '../result.ts';

const A_MINUTE = 60_000;
const TEN_YEARS = 3653 * 24 * 60 * A_MINUTE;

/** When an act happened (RFC 3339): not in the future, give or take a minute between two clocks, and not ten years ago. */
export function happened(at: string, now: string): Result<string, 'in-the-future' | 'day-out-of-range'> {
  const age = Date.parse(now) - Date.parse(at);
  if (age < -A_MINUTE) return refuse('in-the-future');
  return Number.isNaN(age) || age > TEN_YEARS ? refuse('day-out-of-range') : ok(at);
}
