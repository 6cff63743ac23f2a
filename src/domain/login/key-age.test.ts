import { expect, test } from 'vitest';
import type { Day } from '../time/day.ts';
import { keyAge } from './key-age.ts';

const made = '2024-01-01' as Day;

test.each([
  ['2024-10-31', 61, undefined],
  ['2024-11-01', 60, 60],
  ['2024-11-30', 31, 60],
  ['2024-12-01', 30, 30],
  ['2024-12-24', 7, 7],
  ['2024-12-31', 0, 7],
  ['2025-01-01', -1, 0],
] as const)('a key of a leap year’s first day has, on %s, %i days left', (today, daysLeft, within) => {
  const age = keyAge('private_key_jwt', made, today as Day);
  expect([age.lastDay, age.daysLeft, age.within]).toEqual(['2024-12-31', daysLeft, within]);
});

test('a secret lives five days less', () => {
  expect(keyAge('client_secret', made, '2024-12-27' as Day)).toEqual({
    lastDay: '2024-12-26',
    daysLeft: -1,
    within: 0,
  });
});
