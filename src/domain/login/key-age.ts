import { addDays, type Day, daysBetween } from '../time/day.ts';

/** What Medvandrer proves itself by to an issuer. */
export type KeyMethod = 'private_key_jwt' | 'client_secret';

/** ID-porten's terms for clients: a key lives a year, a secret 360 days (standards R84). The same is asked of every issuer here. */
const LIVES_DAYS: Record<KeyMethod, number> = { private_key_jwt: 365, client_secret: 360 };
/** From when it is said, and each time more clearly. */
const WARNED_AT = [7, 30, 60] as const;

export interface KeyAge {
  /** The last day it may be used. */
  lastDay: Day;
  /** Negative when it should have been changed. */
  daysLeft: number;
  /** How near it is: within so many days, or 0 when it is over; left out while there is nothing to say. */
  within?: 0 | 7 | 30 | 60;
}

/** How long a key or secret has left, by the day it was made. */
export function keyAge(method: KeyMethod, madeOn: Day, today: Day): KeyAge {
  const lastDay = addDays(madeOn, LIVES_DAYS[method]);
  const daysLeft = daysBetween(today, lastDay);
  const within = daysLeft < 0 ? 0 : WARNED_AT.find((days) => daysLeft <= days);
  return { lastDay, daysLeft, ...(within === undefined ? {} : { within }) };
}
