import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '#domain/time/day.ts';
import { calendarFor } from './calendar.ts';
import { DEMO_TODAY, weekdayFromDemoTo, weeksFromDemoTo } from './shift.ts';

const shiftTo = (now: string) => ({ shiftWeeks: weeksFromDemoTo(now), shiftDays: weekdayFromDemoTo(now) });

describe('the demonstration’s calendar', () => {
  test('stands still where it is written', () => {
    expect(shiftTo('2024-03-14T08:20:00+01:00')).toEqual({ shiftWeeks: 0, shiftDays: 0 });
    expect(calendarFor({ shiftWeeks: 0 }).now).toBe('2024-03-14T07:20:00.000Z');
  });

  test('keeps the hour when summer time has begun or ended in between', () => {
    expect(calendarFor({ shiftWeeks: 3 }).weekly('2024-03-14T09:30')).toBe('2024-04-04T07:30:00.000Z');
    expect(calendarFor({ shiftWeeks: 3 }).at('2024-03-04T02:14')).toBe('2024-03-25T01:14:00.000Z');
    expect(calendarFor({ shiftWeeks: 33 }).weekly('2024-03-14T09:30')).toBe('2024-10-31T08:30:00.000Z');
  });

  test.each([
    ['2024-03-11T00:00:00+01:00', 0, -3],
    ['2024-03-17T23:59:00+01:00', 0, 3],
    ['2024-03-18T00:00:00+01:00', 1, -3],
    ['2024-12-31T12:00:00+01:00', 42, -2],
    ['2026-02-01T12:00:00+01:00', 98, 3],
    ['2024-03-10T12:00:00+01:00', -1, 3],
  ])('goes from week to week, and then to the weekday: %s', (now, shiftWeeks, shiftDays) => {
    expect(shiftTo(now)).toEqual({ shiftWeeks, shiftDays });
  });

  test('makes today today, on whatever day it is started', () => {
    const days = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const now = date.toISOString();
        expect(calendarFor(shiftTo(now)).day(DEMO_TODAY)).toBe(dayOf(now));
      }),
    );
  });

  test('moves this week’s story by weekday, and leaves the weeks before where they are', () => {
    const onSunday = calendarFor({ shiftWeeks: 1, shiftDays: 3 });
    expect(onSunday.day('2024-03-13')).toBe('2024-03-23');
    expect(onSunday.day('2024-03-10')).toBe('2024-03-17');
    expect(onSunday.day('2024-03-18')).toBe('2024-03-25');
    expect(onSunday.weeklyDay('2024-03-15')).toBe('2024-03-22');
  });
});
