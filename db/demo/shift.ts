import { Temporal } from 'temporal-polyfill';
import { type Day, dayOf, daysBetween, mondayOf } from '#domain/time/day.ts';

/** The moment the demonstration's dates are written for: a Thursday morning in week 11. */
export const DEMO_NOW = '2024-03-14T08:20';
export const DEMO_TODAY = DEMO_NOW.slice(0, 10) as Day;

/**
 * Whole weeks from the demonstration's week to the week of `now` (RFC 3339), both from Monday to Sunday in Norway.
 * Week to week, so that the timetable keeps its weekdays and «week 4 of 6» is week 4.
 */
export const weeksFromDemoTo = (now: string): number =>
  daysBetween(mondayOf(DEMO_TODAY), mondayOf(dayOf(now))) / 7;

/**
 * What is left of the way after whole weeks: -3 on a Monday, 0 on a Thursday, 3 on a Sunday. What happened in the
 * last days is moved by this too (see calendar.ts), so that the day somebody starts it, yesterday is yesterday.
 */
export const weekdayFromDemoTo = (now: string): number =>
  Temporal.PlainDate.from(dayOf(now)).dayOfWeek - Temporal.PlainDate.from(DEMO_TODAY).dayOfWeek;
