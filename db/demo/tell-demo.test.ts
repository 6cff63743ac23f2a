import { expect, test } from 'vitest';
import { addDays, type Day, dayOf } from '#domain/time/day.ts';
import { redDay } from '../population/red-days.ts';
import { calendarFor } from './calendar.ts';
import { tellDemo } from './fill.ts';
import { weekdayFromDemoTo, weeksFromDemoTo } from './shift.ts';

/** The rows of the demonstration as it is told on a day. */
function toldOn(today: Day): (table: string) => Record<string, unknown>[] {
  const rows = new Map<string, Record<string, unknown>[]>();
  const add = (table: string, row: object) =>
    void rows.set(table, [...(rows.get(table) ?? []), row as Record<string, unknown>]);
  const now = `${today}T08:20:00Z`;
  tellDemo(
    { add, write: async () => undefined },
    calendarFor({ shiftWeeks: weeksFromDemoTo(now), shiftDays: weekdayFromDemoTo(now) }),
  );
  return (table) => rows.get(table) ?? [];
}

// Through a year, and the day it is written for: Easter, Whitsun, May and Christmas are ahead and behind in turn.
const days = [
  '2024-03-14',
  ...Array.from({ length: 13 }, (_, n) => addDays('2026-01-08' as Day, 28 * n)),
] as Day[];

test.each(days)('told on %s, nobody is called to a meeting on a holiday', (today) => {
  const met = toldOn(today)('meeting').map((row) => dayOf(String(row['starts_at'])));
  expect(met.length).toBeGreaterThan(30);
  expect(met.filter((day) => redDay(day) !== undefined)).toEqual([]);
});

test.each([
  ['2024-03-14', '2024-06-01', '1. juni'],
  ['2026-11-24', '2027-02-13', '13. februar 2027'],
])('told on %s, what is shared until %s says so', (today, last, inWords) => {
  const [consent] = toldOn(today as Day)('consent').filter((row) => row['valid_to'] !== null);
  expect(addDays(dayOf(String(consent?.['valid_to'])), -1)).toBe(last);
  expect(consent?.['words']).toContain(`til ${inWords}.`);
});
