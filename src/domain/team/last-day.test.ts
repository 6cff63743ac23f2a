import { expect, test } from 'vitest';
import { ok, refuse } from '../result.ts';
import type { Day } from '../time/day.ts';
import { concerned, lastDay } from './last-day.ts';

const today = '2024-03-14' as Day;

test.each([
  ['2024-03-14', ok('2024-03-14T23:00:00.000Z')],
  ['2024-04-01', ok('2024-04-01T22:00:00.000Z')],
  ['2024-03-13', refuse('day-out-of-range')],
  ['2026-03-16', refuse('day-out-of-range')],
])(
  'a last day on %s ends the work when that day is over in Norway, if it is not behind us',
  (day, result) => {
    const said = lastDay(day as Day, today);
    expect(said.ok && result.ok ? Date.parse(said.value ?? '') : said).toEqual(
      result.ok ? Date.parse(result.value) : result,
    );
  },
);

test('one who stays has no last day', () => {
  expect(lastDay(null, today)).toEqual(ok(null));
});

test('two hundred people are set anew at once, not more', () => {
  expect(concerned(200)).toEqual(ok(200));
  expect(concerned(201)).toEqual(refuse('too-many-at-once'));
});
