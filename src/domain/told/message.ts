import { Temporal } from 'temporal-polyfill';

/** How long after each try the next one comes, in seconds; after the last there is none. */
const WAITS = [5, 20, 60, 180, 600, 1800];
/** A word that there is something to read wakes nobody: between eight and nine in the evening, in Norway. */
const FIRST_HOUR = 8;
const LAST_HOUR = 21;
/** Older than this it is no news. */
const NEWS_HOURS = 24;

/** @returns seconds until a message is tried again, when it has been tried so many times; none when it is given up */
export const waitAfter = (tries: number): number | undefined => WAITS[tries - 1];

/**
 * What becomes of a word to somebody that there is something to read.
 *
 * @param since when it could first be sent, and `now`: instants, RFC 3339
 * @param wanted whether they have asked for such words to the number they have agreed on
 */
export function whatOfNotice(
  since: string,
  now: string,
  wanted: boolean,
): 'send' | 'wait' | 'not-wanted' | 'expired' {
  if (!wanted) return 'not-wanted';
  const age = Temporal.Instant.from(now).since(Temporal.Instant.from(since)).total('hours');
  if (age > NEWS_HOURS) return 'expired';
  const { hour } = Temporal.Instant.from(now).toZonedDateTimeISO('Europe/Oslo');
  return hour >= FIRST_HOUR && hour < LAST_HOUR ? 'send' : 'wait';
}
