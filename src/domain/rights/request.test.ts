import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rightsUnanswered } from '../clock/rights.ts';
import { legalClasses } from '../fact/legal-class.ts';
import type { Day } from '../time/day.ts';
import { answerOwedBy, decide, guidanceFor, requestKinds, type Usual } from './request.ts';

describe('an answer is owed', () => {
  test.each([
    ['2024-01-31T10:00:00.000Z', '2024-02-29'],
    ['2023-01-31T10:00:00.000Z', '2023-02-28'],
    ['2024-03-14T10:00:00.000Z', '2024-04-14'],
    // Late in the evening in Norway, already the next day.
    ['2024-05-31T22:30:00.000Z', '2024-07-01'],
  ])('within a month: asked at %s, by %s', (at, day) => {
    expect(answerOwedBy(at, null)).toBe(day);
  });
  test('and shows from the day it was asked for until it is decided', () => {
    const asked = { id: 'r', at: '2024-03-14T10:00:00.000Z', decided: false, prolongedTo: null };
    expect(rightsUnanswered(asked)).toMatchObject([
      { showsAt: '2024-03-13T23:00:00.000Z', opensAt: '2024-04-14T22:00:00.000Z', topic: 'sharing' },
    ]);
    expect(rightsUnanswered({ ...asked, prolongedTo: '2024-06-01' as Day })).toMatchObject([
      { showsAt: '2024-05-17T22:00:00.000Z', opensAt: '2024-06-01T22:00:00.000Z' },
    ]);
    expect(rightsUnanswered({ ...asked, decided: true })).toEqual([]);
  });
});

describe('what is usual', () => {
  const table: [string, Usual[]][] = [
    ['health-record', ['assessed', 'no', 'yes', 'yes']],
    ['social-case', ['yes', 'no', 'assessed', 'assessed']],
    ['shared-plan', ['yes', 'assessed', 'assessed', 'assessed']],
    ['participant-own', ['yes', 'yes', 'yes', 'yes']],
    ['relative-own', ['assessed', 'no', 'assessed', 'assessed']],
    ['voluntary-work', ['yes', 'yes', 'assessed', 'yes']],
  ];
  test.each(table)('in the class %s', (legalClass, usual) => {
    const known = legalClasses.find((one) => one === legalClass) ?? 'health-record';
    expect(requestKinds.map((kind) => guidanceFor(kind, known).usual)).toEqual(usual);
  });
  test('to delete from a record: no, and one complains to the county governor', () => {
    expect(guidanceFor('erase', 'health-record').complaint).toBe('statsforvalteren');
    expect(guidanceFor('erase', 'voluntary-work').complaint).toBe('datatilsynet');
  });
});

describe('a decision', () => {
  const asked = { own: false, askedAt: '2024-03-14T10:00:00.000Z', before: [], today: '2024-03-20' as Day };
  const prolonged = (untilDay: string | null) => ({
    outcome: 'prolonged' as const,
    untilDay: untilDay as Day | null,
  });
  test('is never one’s own', () => {
    expect(decide({ outcome: 'granted', untilDay: null }, { ...asked, own: true })).toMatchObject({
      refusal: 'not-yours-to-do',
    });
  });
  test('is made once', () => {
    const before = [{ outcome: 'refused' as const, untilDay: null }];
    expect(decide({ outcome: 'granted', untilDay: null }, { ...asked, before })).toMatchObject({
      refusal: 'already-answered',
    });
  });
  test.each([
    [null, 'day-needed'],
    ['2024-04-14', 'day-out-of-range'],
    ['2024-06-15', 'day-out-of-range'],
  ])('prolonged to %s is refused as %s', (day, refusal) => {
    expect(decide(prolonged(day), asked)).toEqual({ ok: false, refusal });
  });
  test('is prolonged once, in time, and then made', () => {
    expect(decide(prolonged('2024-06-14'), asked).ok).toBe(true);
    expect(decide(prolonged('2024-06-14'), { ...asked, today: '2024-04-15' as Day })).toMatchObject({
      refusal: 'already-answered',
    });
    const before = [prolonged('2024-06-01')];
    expect(decide(prolonged('2024-06-14'), { ...asked, before })).toMatchObject({
      refusal: 'already-answered',
    });
    expect(decide({ outcome: 'partly', untilDay: null }, { ...asked, before }).ok).toBe(true);
  });
  test('never leaves an answer owed for more than three months', () => {
    const day = fc
      .integer({ min: 0, max: 400 })
      .map((n) => new Date(Date.UTC(2024, 2, 14 + n)).toISOString().slice(0, 10) as Day);
    fc.assert(
      fc.property(day, (until) => {
        const decided = decide(prolonged(until), asked);
        if (decided.ok) expect(until <= '2024-06-14').toBe(true);
      }),
    );
  });
});
