import { ok, type Result, refuse } from '../result.ts';

const LEAST_CHARACTERS = 15;
const LEAST_WORDS = 3;
const MOST_HOURS = 4;

/**
 * Health personnel open somebody they have no relation to: with a reason in words, for one to four hours. That it is health
 * personnel, and not somebody who was told no by name, the database finds out itself.
 * @param reason what was written; spaces in a row count as one
 * @param hours whole hours
 * @see standards R16, R18
 */
export function openingInEmergency(
  reason: string,
  hours: number,
): Result<{ reason: string; hours: number }, 'reason-in-words' | 'too-many-hours'> {
  const said = reason.trim().replaceAll(/\s+/g, ' ');
  const words = said.match(/\p{L}{2,}/gu) ?? [];
  if (said.length < LEAST_CHARACTERS || words.length < LEAST_WORDS) return refuse('reason-in-words');
  if (hours < 1 || hours > MOST_HOURS) return refuse('too-many-hours');
  return ok({ reason: said, hours });
}
