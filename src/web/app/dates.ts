import { addDays, daysBetween, weekOf } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { currentLanguage, type Locale } from './language.ts';

const tags: Record<Locale, string[]> = { nb: ['nb-NO'], nn: ['nn-NO', 'nb-NO'], en: ['en-GB'] };
const timeZone = 'Europe/Oslo';
const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions, at: Date): string {
  const key = JSON.stringify(options);
  const known =
    formats.get(key) ?? new Intl.DateTimeFormat(tags[currentLanguage()], { ...options, timeZone });
  formats.set(key, known);
  return known.format(at);
}

const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Norway of an instant. */
export const dayOf = (instant: string): string => dayFormat.format(new Date(instant));

/** Noon UTC is the same calendar day in Norway, summer and winter. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
const dayFirst = (value: string): string => (value.length === 10 ? value : dayOf(value));

/** «14. mars», with the year when it is not this one. Takes a day or an instant. */
export function shortDay(value: string, today?: string): string {
  const day = dayFirst(value);
  const withYear = today !== undefined && dayFirst(today).slice(0, 4) !== day.slice(0, 4);
  return format({ day: 'numeric', month: 'long', ...(withYear ? { year: 'numeric' } : {}) }, noonOf(day));
}

/** «4.–12. mars»; one day is that day. */
export function daySpan(from: string, until: string, today: string): string {
  if (from === until) return shortDay(from, today);
  const year = until.slice(0, 4) === dayFirst(today).slice(0, 4) ? {} : { year: 'numeric' as const };
  const span = new Intl.DateTimeFormat(tags[currentLanguage()], {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...year,
  });
  return span.formatRange(noonOf(from), noonOf(until));
}

/** «mars 2021» of yyyy-mm. */
export const monthWithYear = (month: string): string =>
  format({ month: 'long', year: 'numeric' }, noonOf(`${month}-15`));

/** «torsdag 14. mars» */
export const longDay = (value: string): string =>
  format({ weekday: 'long', day: 'numeric', month: 'long' }, noonOf(dayFirst(value))).replace(',', '');

/** «torsdag» */
const weekdayName = (value: string): string => format({ weekday: 'long' }, noonOf(dayFirst(value)));

/** «Torsdag 14. mars, uke 11» */
export const dayWithWeek = (value: string): string =>
  capital(m.date_with_week({ date: longDay(value), week: weekOf(dayFirst(value)).week }));

/** «09.30» of HH:MM. */
export const clockWords = (time: string): string =>
  currentLanguage() === 'en' ? time : time.replace(':', '.');

/** «09.30» */
export const timeOf = (instant: string): string =>
  clockWords(format({ hour: '2-digit', minute: '2-digit', hour12: false }, new Date(instant)));

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const hourOf = (instant: string): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hour12: false }).format(new Date(instant)),
  );

/** «i dag», «i morgen», «i går», a weekday within six days, else the date. */
export function nearDay(value: string, now: string): string {
  const day = dayFirst(value);
  const today = dayFirst(now);
  if (day === today) return m.day_today();
  if (day === addDays(today, 1)) return m.day_tomorrow();
  if (day === addDays(today, -1)) return m.day_yesterday();
  const away = daysBetween(today, day);
  if (Math.abs(away) < 7)
    return away > 0
      ? m.day_on_weekday({ weekday: weekdayName(day) })
      : m.day_last_weekday({ weekday: weekdayName(day) });
  return shortDay(day, today);
}

/** «i går kl. 14.12» */
export const nearMoment = (instant: string, now: string): string =>
  m.day_and_time({ day: nearDay(instant, now), time: timeOf(instant) });

/** «torsdag 14. mars kl. 09.30»: the exact time behind a relative one. */
export const exactMoment = (instant: string): string =>
  m.day_and_time({ day: longDay(instant), time: timeOf(instant) });

export const weekLabel = (instant: string): string => m.week_number({ week: weekOf(dayOf(instant)).week });

/** «1 time og 10 minutter», «3 dager»: how long, without direction. */
export function lengthOf(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return m.length_days({ count: Math.floor(hours / 24) });
  if (hours === 0) return minutes === 1 ? m.length_minute() : m.length_minutes({ count: minutes });
  const hourText = hours === 1 ? m.length_hour() : m.length_hours({ count: hours });
  const rest = minutes % 60;
  if (rest === 0 || hours >= 12) return hourText;
  return m.length_and({
    first: hourText,
    second: rest === 1 ? m.length_minute() : m.length_minutes({ count: rest }),
  });
}

/** Milliseconds from `from` to `to`; negative when `to` is past. */
export const between = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

/** The last day of something that ends at an instant: the day just before it, named shortly. */
export const lastDay = (until: string, now: string): string =>
  shortDay(new Date(Date.parse(until) - 1).toISOString(), now);
