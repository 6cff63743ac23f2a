import { expect, test } from 'vitest';
import { addDays, daysBetween, weekdayOf, weekOf } from './week.ts';

test('a week belongs to the year that holds its Thursday', () => {
  expect(weekOf('2024-03-14')).toEqual({ year: 2024, week: 11 });
  expect(weekOf('2024-01-01')).toEqual({ year: 2024, week: 1 });
  expect(weekOf('2024-12-30')).toEqual({ year: 2025, week: 1 });
  expect(weekOf('2021-01-03')).toEqual({ year: 2020, week: 53 });
  expect(weekOf('2026-12-31')).toEqual({ year: 2026, week: 53 });
});

test('the week starts on Monday', () => {
  expect(weekdayOf('2024-03-11')).toBe(1);
  expect(weekdayOf('2024-03-17')).toBe(7);
});

test('days are counted on the calendar, so summer time does not move them', () => {
  expect(addDays('2024-03-30', 2)).toBe('2024-04-01');
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(daysBetween('2024-03-30', '2024-04-01')).toBe(2);
});
