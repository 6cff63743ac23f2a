import { Temporal } from 'temporal-polyfill';
import type { Day } from '#domain/time/day.ts';

// A population is thousands of people and a million times: counted in milliseconds, with Norway's offset found once a day.

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const iso = (ms: number): string => new Date(ms).toISOString();

export const plusDays = (day: Day, days: number): Day =>
  iso(Date.parse(`${day}T12:00:00Z`) + days * DAY).slice(0, 10) as Day;

const midnights = new Map<Day, number>();

/** When a clock in Norway shows a time (HH:MM) on a day. Never asked for the hours in which clocks change. */
export function clockTime(day: Day, time: string): number {
  const hours = Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60;
  return midnightBefore(day) + hours * HOUR;
}

// From noon back, so that the day the clocks change keeps its hours.
function midnightBefore(day: Day): number {
  const known = midnights.get(day);
  if (known !== undefined) return known;
  const noon = Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime('Europe/Oslo').epochMilliseconds;
  midnights.set(day, noon - 12 * HOUR);
  return noon - 12 * HOUR;
}

/** The day in Norway, for times that are not in the first two hours after midnight. */
export const dayAt = (ms: number): Day => iso(ms + HOUR).slice(0, 10) as Day;

/** 1 is Monday. */
export const weekdayOf = (day: Day): number => ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;

export const mondayBefore = (day: Day): Day => plusDays(day, 1 - weekdayOf(day));

export const monthOf = (day: Day): number => Number(day.slice(5, 7));
