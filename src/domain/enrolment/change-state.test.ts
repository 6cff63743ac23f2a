import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok, refuse } from '../result.ts';
import type { Day } from '../time/day.ts';
import {
  awaySince,
  changeState,
  type Dated,
  daysAway,
  type EnrolmentState,
  endBecause,
  latestHold,
  type Turn,
} from './change-state.ts';

const since = (...states: EnrolmentState[]): Dated[] =>
  states.map((state, place) => ({
    state,
    at: `2024-03-${String(place + 4).padStart(2, '0')}T11:30:00.000Z`,
  }));

describe('an enrolment', () => {
  test.each<[Turn, EnrolmentState[], unknown]>([
    ['hold', ['waiting', 'active'], ok('paused')],
    ['hold', ['waiting', 'active', 'paused'], refuse('already-on-hold')],
    ['hold', ['active', 'ended'], refuse('has-ended')],
    ['hold', ['asked'], refuse('not-taken-in')],
    ['return', ['mapping', 'paused'], ok('mapping')],
    ['return', ['waiting', 'paused'], ok('waiting')],
    ['return', ['active'], refuse('not-on-hold')],
    ['return', ['active', 'paused', 'ended'], refuse('has-ended')],
    ['end', ['active', 'paused'], ok('ended')],
    ['end', ['active', 'ended'], refuse('has-ended')],
    ['end', ['declined'], refuse('not-taken-in')],
    ['reopen', ['mapping', 'active', 'paused', 'ended'], ok('active')],
    ['reopen', ['mapping', 'ended'], ok('mapping')],
    ['reopen', ['active', 'paused'], refuse('not-ended')],
  ])('can %s from %j: %j', (turn, states, answer) => {
    expect(changeState(turn, since(...states))).toEqual(answer);
  });

  test('that has ended can be opened again, whatever came before: no door is closed', () => {
    const any = fc.array(fc.constantFrom<EnrolmentState>('asked', 'waiting', 'mapping', 'active', 'paused'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(any, (states) => {
        const opened = changeState('reopen', since(...states, 'ended'));
        expect(opened.ok && !['ended', 'paused'].includes(opened.value)).toBe(true);
      }),
    );
  });
});

describe('the time on hold', () => {
  const today = '2024-03-13' as Day;
  test('is counted in whole days from the day it began', () => {
    const history = [...since('active'), { state: 'paused' as const, at: '2024-03-04T11:30:00.000Z' }];
    expect(daysAway(history, today)).toBe(9);
    expect(latestHold(history)).toEqual({ from: '2024-03-04' });
    const back = [...history, { state: 'active' as const, at: '2024-03-13T11:00:00.000Z' }];
    expect(latestHold(back)).toEqual({ from: '2024-03-04', until: '2024-03-12' });
    expect(daysAway(back, today)).toBe(0);
  });
  test('also counts what came after an end, from where the hold began', () => {
    expect(awaySince(since('active', 'paused', 'ended'))).toBe('2024-03-05');
  });
  test('of somebody who comes back the same day is that day, and moves nothing', () => {
    const history: Dated[] = [
      { state: 'active', at: '2024-03-01T11:30:00.000Z' },
      { state: 'paused', at: '2024-03-13T07:30:00.000Z' },
    ];
    expect(daysAway(history, today)).toBe(0);
    expect(latestHold([...history, { state: 'active', at: '2024-03-13T09:30:00.000Z' }])).toEqual({
      from: today,
      until: today,
    });
  });
  test('is none for somebody who has never been on hold', () => {
    expect(latestHold(since('waiting', 'active'))).toBeUndefined();
    expect(awaySince(since('waiting', 'active'))).toBeUndefined();
  });
});

describe('an end', () => {
  test('by going on to another service names the next place', () => {
    expect(endBecause('other-service', undefined)).toEqual(refuse('next-place-missing'));
    expect(endBecause('other-service', '  ')).toEqual(refuse('next-place-missing'));
    expect(endBecause('other-service', ' TSB Stavanger ')).toEqual(
      ok({ because: 'other-service', nextPlace: 'TSB Stavanger' }),
    );
  });
  test('by own wish needs no next place, and may have one', () => {
    expect(endBecause('own-wish', undefined)).toEqual(ok({ because: 'own-wish', nextPlace: null }));
    expect(endBecause('moved', 'Oslo')).toEqual(ok({ because: 'moved', nextPlace: 'Oslo' }));
  });
});
