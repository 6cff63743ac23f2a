import { expect, test } from 'vitest';
import { ok, refuse } from '../result.ts';
import type { Day } from '../time/day.ts';
import { childBirthDay, childStep, isGrownUp } from './child.ts';

const today = '2024-03-14' as Day;

test.each([
  ['2024-03-14', true],
  ['2024-03-15', false],
  ['2006-03-15', true],
  ['2006-03-14', false],
])('a card is for somebody born on %s: %s', (birthDay, may) => {
  expect(childBirthDay(birthDay as Day, today)).toEqual(may ? ok(birthDay) : refuse('day-out-of-range'));
});

test('an unknown birth day ends no duty', () => {
  expect(isGrownUp(null, today)).toBe(false);
  expect(isGrownUp('2006-03-14' as Day, today)).toBe(true);
});

test.each([
  ['2024-03-14', null, 'ok'],
  ['2024-03-15', null, 'in-the-future'],
  ['2024-03-01', '2024-03-14', 'ok'],
  ['2024-03-01', '2024-03-13', 'day-out-of-range'],
])('something of %s that is taken up again on %s: %s', (day, nextDay, said) => {
  const step = { kind: 'told' as const, day: day as Day, nextDay: nextDay as Day | null };
  const answer = childStep(step, today);
  expect(answer.ok ? 'ok' : answer.refusal).toBe(said);
});
