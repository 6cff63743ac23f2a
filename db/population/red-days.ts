import type { Day } from '#domain/time/day.ts';
import { plusDays, weekdayOf } from './time.ts';

/**
 * Norwegian public holidays (lov om helligdager og helligdagsfred § 2; lov om 1 og 17 mai som høgtidsdagar), Sundays
 * that are nothing else left out. Computed, so that they are right for whatever year the demonstration is started in.
 */
export function redDaysOf(year: number): Map<Day, string> {
  const easter = easterSunday(year);
  const fixed = (day: string) => `${year}-${day}` as Day;
  return new Map([
    [fixed('01-01'), '1. nyttårsdag'],
    [plusDays(easter, -3), 'skjærtorsdag'],
    [plusDays(easter, -2), 'langfredag'],
    [easter, '1. påskedag'],
    [plusDays(easter, 1), '2. påskedag'],
    [fixed('05-01'), '1. mai'],
    [fixed('05-17'), '17. mai'],
    [plusDays(easter, 39), 'Kristi himmelfartsdag'],
    [plusDays(easter, 49), '1. pinsedag'],
    [plusDays(easter, 50), '2. pinsedag'],
    [fixed('12-25'), '1. juledag'],
    [fixed('12-26'), '2. juledag'],
  ]);
}

const known = new Map<number, Map<Day, string>>();

/** What holiday a day is; undefined for an ordinary one. */
export function redDay(day: Day): string | undefined {
  const year = Number(day.slice(0, 4));
  const days = known.get(year) ?? redDaysOf(year);
  known.set(year, days);
  return days.get(day);
}

/** Somebody is at work: neither a holiday nor a weekend. */
const isWorkday = (day: Day): boolean => weekdayOf(day) < 6 && redDay(day) === undefined;

/** The day itself when people are at work, otherwise the first one after it. */
export const workdayFrom = (day: Day): Day => (isWorkday(day) ? day : workdayFrom(plusDays(day, 1)));

/** The day itself when people are at work, otherwise the last one before it. */
export const workdayUntil = (day: Day): Day => (isWorkday(day) ? day : workdayUntil(plusDays(day, -1)));

/** Gregorian computus (Meeus/Jones/Butcher). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day;
}
