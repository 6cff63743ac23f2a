import { describe, expect, test } from 'vitest';
import { giveConsent } from './consent/give.ts';
import { shareableTopics, shareableWith } from './consent/shareable.ts';
import { enrol } from './enquiry/enrol.ts';
import { legalClassOfNote } from './fact/legal-class.ts';
import { shown, shownPart } from './figure/suppress.ts';
import { happened } from './follow-up/happened.ts';
import { nyStartSixWeeks } from './pathway/ny-start.ts';
import { dueDay, whoDoes } from './plan/action.ts';
import { refuse } from './result.ts';
import type { Day } from './time/day.ts';

const today = '2024-03-14' as Day;
const now = '2024-03-14T07:20:00.000Z';

describe('enrolling', () => {
  const start = '2024-03-14' as Day;
  test('counts the weeks from the Monday of the start day', () => {
    expect(enrol(nyStartSixWeeks, start, today, [])).toMatchObject({
      value: { state: 'mapping', run: { anchor: '2024-03-11' } },
    });
  });
  test('in a service without a pathway begins none', () => {
    expect(enrol(undefined, start, today, [])).toEqual({ ok: true, value: { state: 'active', run: null } });
  });
  test.each(['asked', 'waiting', 'mapping', 'active', 'paused'])(
    'is refused for somebody who is %s already',
    (state) => {
      expect(enrol(nyStartSixWeeks, start, today, [state])).toEqual(refuse('already-enrolled'));
    },
  );
  test.each(['ended', 'declined'])('is open again for somebody who has %s', (state) => {
    expect(enrol(nyStartSixWeeks, start, today, [state]).ok).toBe(true);
  });
  test('is refused for a day more than half a year away', () => {
    expect(enrol(nyStartSixWeeks, '2025-03-14' as Day, today, [])).toEqual(refuse('day-out-of-range'));
  });
});

describe('an action', () => {
  const kari = { municipalityId: 'time', id: 'kari' };
  test('is done by the participant, or by a worker with a name', () => {
    expect(whoDoes('participant', undefined)).toMatchObject({ ok: true });
    expect(whoDoes('worker', kari)).toMatchObject({ ok: true, value: { worker: kari } });
  });
  test('that nobody does is refused', () =>
    expect(whoDoes('worker', undefined)).toEqual(refuse('nobody-does-it')));
  test('has a day that has not gone by', () => {
    expect(dueDay('2024-03-13' as Day, today)).toEqual(refuse('day-out-of-range'));
    expect(dueDay(today, today).ok).toBe(true);
    expect(dueDay('2034-03-13' as Day, today)).toEqual(refuse('day-out-of-range'));
  });
});

describe('an act', () => {
  test('has not happened in the future, give or take a minute', () => {
    expect(happened('2024-03-14T07:20:30.000Z', now).ok).toBe(true);
    expect(happened('2024-03-14T07:22:00.000Z', now)).toEqual(refuse('in-the-future'));
    expect(happened('1999-03-14T07:22:00.000Z', now)).toEqual(refuse('day-out-of-range'));
    expect(happened('no time at all', now)).toEqual(refuse('day-out-of-range'));
  });
});

describe('a consent', () => {
  test('opens until the end of its last day in Norway', () => {
    expect(giveConsent(['goals'], 'nav', '2024-06-01' as Day, today)).toEqual({
      ok: true,
      value: { topics: ['goals'], validTo: '2024-06-01T22:00:00.000Z' },
    });
  });
  test('without a day holds until the participant says stop', () => {
    expect(giveConsent(['goals'], 'nav', undefined, today)).toMatchObject({ value: { validTo: null } });
  });
  test('never opens relapse, and no topic we do not know', () => {
    expect(giveConsent(['relapse'], 'dps', undefined, today)).toEqual(refuse('unknown-topic'));
    expect(giveConsent(['goals', 'secrets'], 'nav', undefined, today)).toEqual(refuse('unknown-topic'));
    expect(shareableTopics).not.toContain('relapse');
    expect(giveConsent(['crisis-plan'], 'nav', undefined, today)).toEqual(refuse('unknown-topic'));
    expect(giveConsent(['crisis-plan'], 'related-person', undefined, today).ok).toBe(true);
    expect(giveConsent(['follow-up'], 'related-person', undefined, today)).toEqual(refuse('unknown-topic'));
    expect(shareableWith('user-council')).toEqual([]);
  });
  test('is not given for a day gone by', () =>
    expect(giveConsent(['goals'], 'nav', '2024-03-13' as Day, today)).toEqual(refuse('period-backwards')));
});

test('a note follows the law of the organisation it is written for', () => {
  expect(['municipal', 'dps', 'nav', 'voluntary', 'work-training'].map(legalClassOfNote)).toEqual([
    'health-record',
    'health-record',
    'social-case',
    'voluntary-work',
    'voluntary-work',
  ]);
});

test('a part is not shown when what is left of the whole is one to four', () => {
  expect([0, 3, 5, 12, 15, 16].map((part) => shownPart(part, 16))).toEqual([
    0,
    null,
    5,
    'nearly-all',
    'nearly-all',
    16,
  ]);
});

test('a count from one to four is not shown', () => {
  expect([0, 1, 4, 5, 120].map(shown)).toEqual([0, null, null, 5, 120]);
});
