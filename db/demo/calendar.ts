import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, mondayOf } from '#domain/time/day.ts';
import { workdayUntil } from '../population/red-days.ts';
import { DEMO_NOW, DEMO_TODAY } from './shift.ts';

/**
 * From the dates the story is written in to the dates it is told at. Written times are Norwegian wall-clock times
 * without a zone (`2024-03-12T10:15`) and keep their hour when summer time begins in between.
 */
export interface Calendar {
  now: string;
  /** A time of the story: by whole weeks, and in the demonstration's own week also by weekday, so today is today. */
  at(written: string): string;
  day(written: string): Day;
  /** A day as it is said, «1. juni», with the year when it is another one. */
  dayInWords(written: string): string;
  /** A time that belongs to its weekday: the timetable, the weeks of a run, a meeting called for a Friday. */
  weekly(written: string): string;
  weeklyDay(written: string): Day;
  /** An instant of `at` or `weekly`, at the same hour of a day on which people meet: before a holiday, not in it. */
  workday(instant: string): string;
}

export interface Shift {
  shiftWeeks: number;
  /** -3 to 3; see weekdayFromDemoTo. Left out: the day is a Thursday, as written. */
  shiftDays?: number;
}

const monday = mondayOf(DEMO_TODAY);
const nextMonday = addDays(monday, 7);

export function calendarFor({ shiftWeeks, shiftDays = 0 }: Shift): Calendar {
  const moves = (written: string) => (written >= monday && written < nextMonday ? shiftDays : 0);
  const move = (written: string, days: number) =>
    Temporal.PlainDateTime.from(written).add({ days: 7 * shiftWeeks + days });
  const instant = (moved: Temporal.PlainDateTime) =>
    moved.toZonedDateTime('Europe/Oslo').toInstant().toString({ smallestUnit: 'millisecond' });
  const day = (moved: Temporal.PlainDateTime) => moved.toPlainDate().toString() as Day;
  const dayOfStory = (written: string) => day(move(written, moves(written)));
  const year = dayOfStory(DEMO_TODAY).slice(0, 4);
  // A samling's start is asked for by everybody who may have been there.
  const known = new Map<string, string>();
  const weekly = (written: string): string => {
    const moved = known.get(written) ?? instant(move(written, 0));
    known.set(written, moved);
    return moved;
  };
  return {
    now: instant(move(DEMO_NOW, shiftDays)),
    at: (written) => instant(move(written, moves(written))),
    day: dayOfStory,
    dayInWords: (written) => {
      const told = Temporal.PlainDate.from(dayOfStory(written));
      const other = String(told.year) !== year;
      return told.toLocaleString('nb', {
        day: 'numeric',
        month: 'long',
        ...(other ? { year: 'numeric' } : {}),
      });
    },
    weekly,
    weeklyDay: (written) => day(move(written, 0)),
    workday: (told) => {
      const on = Temporal.Instant.from(told).toZonedDateTimeISO('Europe/Oslo');
      const met = Temporal.PlainDate.from(workdayUntil(on.toPlainDate().toString() as Day));
      return instant(met.toPlainDateTime(on.toPlainTime()));
    },
  };
}
