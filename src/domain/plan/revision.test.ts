import { expect, test } from 'vitest';
import { isRevisionDue, revisedBefore } from './revision.ts';

const now = '2024-03-14T07:20:00.000Z';

test('a plan is due to be looked at again when half a year of whole days has passed', () => {
  expect(revisedBefore(now)).toBe('2023-09-13T22:00:00.000Z');
});

test.each([
  ['2023-09-13T21:59:59.000Z', true],
  ['2023-09-13T22:00:00.000Z', false],
  ['2024-03-14T07:00:00.000Z', false],
])('revised last at %s, due: %s', (revisedAt, due) => expect(isRevisionDue(revisedAt, now)).toBe(due));
