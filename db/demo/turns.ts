import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, mondayOf } from '#domain/time/day.ts';
import { between, type Random } from '../population/random.ts';
import type { Member } from './cast.ts';
import { DEMO_TODAY } from './shift.ts';

/** When the turns of somebody's way were; written times, not shifted. */
export interface Turns {
  asked: string;
  answered: string;
  enrolled: string;
  /** Monday of the first of the six weeks. */
  anchor?: Day;
  paused?: string;
  ended?: string;
  /** Nothing has happened after this. */
  until: string;
}

/** Nothing of the story has happened after this. */
export const LATEST = '2024-03-13T18:00';

export function turnsOf(member: Member, random: Random): Turns {
  const { week, state, daysAgo = 0, slow = false } = member;
  const anchor = week === undefined ? undefined : addDays(mondayOf(DEMO_TODAY), -7 * (week - 1));
  const askedDay =
    anchor === undefined
      ? addDays(DEMO_TODAY, -daysAgo)
      : addDays(anchor, slow ? -7 : between(random, -7, -4));
  const asked = `${askedDay}T${two(between(random, 8, 11))}:${two(between(random, 0, 59))}`;
  const answered = laterBy(asked, slow ? between(random, 1560, 1700) : between(random, 60, 460));
  const turns: Turns = { asked, answered, enrolled: `${nextWorkday(answered)}T12:00`, until: LATEST };
  if (anchor === undefined) return turns;
  if (state === 'paused') {
    const paused = onDay(addDays(mondayOf(DEMO_TODAY), -7), 2, '12:00');
    return { ...turns, anchor, paused, until: paused };
  }
  if (state !== 'ended') return { ...turns, anchor };
  const ended = onDay(addDays(anchor, 42), 3, '14:00');
  return { ...turns, anchor, ended, until: ended };
}

/** A written time on the day so many days after a Monday. */
export const onDay = (monday: Day, days: number, time: string): string => `${addDays(monday, days)}T${time}`;

/** Monday of a week of the run, counted from 1. */
export const weekOf = (anchor: Day, week: number): Day => addDays(anchor, 7 * (week - 1));

export const laterBy = (written: string, minutes: number): string =>
  Temporal.PlainDateTime.from(written).add({ minutes }).toString({ smallestUnit: 'minute' });

const two = (value: number): string => String(value).padStart(2, '0');

function nextWorkday(written: string): Day {
  const next = Temporal.PlainDateTime.from(written).toPlainDate().add({ days: 1 });
  return addDays(next.toString() as Day, next.dayOfWeek <= 5 ? 0 : 8 - next.dayOfWeek);
}
