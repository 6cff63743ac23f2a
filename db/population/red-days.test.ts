import { expect, test } from 'vitest';
import type { Day } from '#domain/time/day.ts';
import { redDay, redDaysOf } from './red-days.ts';

// As they stand in the almanac (Almanakk for Norge 2022, 2023, 2024).
const almanac: Record<number, string[]> = {
  2022: ['2022-04-14', '2022-04-15', '2022-04-17', '2022-04-18', '2022-05-26', '2022-06-05', '2022-06-06'],
  2023: ['2023-04-06', '2023-04-07', '2023-04-09', '2023-04-10', '2023-05-18', '2023-05-28', '2023-05-29'],
  2024: ['2024-03-28', '2024-03-29', '2024-03-31', '2024-04-01', '2024-05-09', '2024-05-19', '2024-05-20'],
};

test.each([2022, 2023, 2024])('the movable days of %i stand where the almanac has them', (year) => {
  const always = ['01-01', '05-01', '05-17', '12-25', '12-26'].map((day) => `${year}-${day}`);
  expect([...redDaysOf(year).keys()].sort()).toEqual([...always, ...(almanac[year] ?? [])].sort());
});

test('a red day says which, and an ordinary one nothing', () => {
  expect(redDay('2024-03-28' as Day)).toBe('skjærtorsdag');
  expect(redDay('2024-05-09' as Day)).toBe('Kristi himmelfartsdag');
  expect(redDay('2024-03-14' as Day)).toBeUndefined();
});
