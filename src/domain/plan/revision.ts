import { addDays, dayOf, startOf } from '../time/day.ts';

/**
 * A plan that nobody has written in or looked back on for half a year is due to be looked at again. The law says «regularly»;
 * half a year is our choice, the same for everyone, until a municipality can set its own.
 */
const REVISED_WITHIN_DAYS = 182;

/**
 * The moment before which a plan must not have been revised last, if it is not to be due.
 * @param now RFC 3339
 * @returns the start of that day in Norway, RFC 3339
 */
export const revisedBefore = (now: string): string => startOf(addDays(dayOf(now), -REVISED_WITHIN_DAYS));

/** Whether a plan is due to be looked at again. */
export const isRevisionDue = (revisedAt: string, now: string): boolean =>
  Date.parse(revisedAt) < Date.parse(revisedBefore(now));
