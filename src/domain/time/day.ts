import { Temporal } from 'temporal-polyfill';

/** A calendar day, yyyy-mm-dd, with no time and no zone. Sorts as text. */
export type Day = string & { readonly day: unique symbol };

const OSLO = 'Europe/Oslo';

/** Reads a day; undefined when it is no day of the calendar, such as 30 February. */
export function parseDay(text: string): Day | undefined {
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
    return day === text ? (day as Day) : undefined;
  } catch {
    return undefined;
  }
}

/** The day in Norway at an instant (RFC 3339). */
export const dayOf = (instant: string): Day =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(OSLO).toPlainDate().toString() as Day;

/** What clocks in Norway show at an instant, HH:MM. */
export const clockOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(OSLO).toPlainTime().toString({ smallestUnit: 'minute' });

export const addDays = (day: Day, days: number): Day =>
  Temporal.PlainDate.from(day).add({ days }).toString() as Day;

/** The same day of a later month, or its last day where it is shorter. */
export const addMonths = (day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).add({ months }).toString() as Day;

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

/** The instant (UTC, RFC 3339) at which a day begins in Norway. */
export const startOf = (day: Day): string =>
  Temporal.PlainDate.from(day).toZonedDateTime(OSLO).toInstant().toString({ smallestUnit: 'millisecond' });

/** The instant at which a day has ended in Norway: the beginning of the next one. */
export const endOf = (day: Day): string => startOf(addDays(day, 1));

/** Monday of the week a day is in. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);

/** The day on which somebody turns so many years; born on 29 February it is 1 March in other years. */
export const birthdayOf = (birthDay: Day, years: number): Day => {
  const born = Temporal.PlainDate.from(birthDay);
  const then = born.add({ years });
  return then.add({ days: then.day < born.day ? 1 : 0 }).toString() as Day;
};

/** Whole years between a birth day and a day; somebody born on 29 February has their day on 1 March in other years. */
export const ageOn = (birthDay: Day, day: Day): number => {
  const born = Temporal.PlainDate.from(birthDay);
  const then = Temporal.PlainDate.from(day);
  const hadBirthday = then.month > born.month || (then.month === born.month && then.day >= born.day);
  return then.year - born.year - (hadBirthday ? 0 : 1);
};
