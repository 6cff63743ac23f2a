import { m } from '#text/generated/messages.js';

/** Monday first. */
export const weekdays = [
  m.weekday_monday,
  m.weekday_tuesday,
  m.weekday_wednesday,
  m.weekday_thursday,
  m.weekday_friday,
  m.weekday_saturday,
  m.weekday_sunday,
] as const;
