import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';

/** Who said it and when, and whether it is only said: on the command line anybody can be named. */
export const saidBy = (
  { at, by, proved }: { at: string; by: string; proved: boolean },
  now: string,
): string => (proved ? m.keep_by_proved : m.keep_by_said)({ by, moment: nearMoment(at, now) });
