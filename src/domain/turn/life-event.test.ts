import { expect, test } from 'vitest';
import { ok, refuse } from '../result.ts';
import type { Day } from '../time/day.ts';
import { isToBeMet, type LifeEventKind, lifeEvent, type Setting } from './life-event.ts';

const today = '2024-03-14' as Day;

test.each<[LifeEventKind, Setting | null, boolean]>([
  ['discharge', 'detox', true],
  ['discharge', null, true],
  ['release', 'prison', true],
  ['release', 'hospital', false],
  ['discharge', 'prison', false],
  ['admission', 'inpatient-treatment', true],
  ['job-start', 'hospital', false],
  ['moved-home', null, true],
])('%s in %s fits: %s', (kind, setting, fits) => {
  const event = { kind, day: today, setting, metAtDoor: null };
  expect(lifeEvent(event, today)).toEqual(fits ? ok(event) : refuse('setting-does-not-fit'));
});

test.each([
  ['2014-03-15', true],
  ['2014-03-12', false],
  ['2029-03-14', true],
  ['2029-03-16', false],
])('an event on %s can be written today: %s', (day, can) => {
  expect(lifeEvent({ kind: 'other', day: day as Day, setting: null, metAtDoor: null }, today).ok).toBe(can);
});

test('being met is said of a homecoming alone', () => {
  const asked = { day: today, setting: null, metAtDoor: 'not-wanted' as const };
  expect(lifeEvent({ kind: 'release', ...asked }, today).ok).toBe(true);
  expect(lifeEvent({ kind: 'admission', ...asked }, today)).toEqual(refuse('not-a-homecoming'));
});

test('whoever comes home is met, unless they have said that they would rather not be', () => {
  expect([null, 'wanted', 'not-wanted'].map((wish) => isToBeMet('discharge', wish))).toEqual([
    true,
    true,
    false,
  ]);
  expect(isToBeMet('admission', 'wanted')).toBe(false);
});
