import { expect, test } from 'vitest';
import type { Day } from '../time/day.ts';
import { bornOn } from './born-on.ts';

const today = '2024-03-14' as Day;

test.each([
  ['2024-03-14', true],
  ['2024-03-15', false],
  ['1903-03-15', true],
  ['1903-03-14', false],
])('somebody born on %s can be met today: %s', (birthDay, can) => {
  expect(bornOn(birthDay as Day, today).ok).toBe(can);
});
