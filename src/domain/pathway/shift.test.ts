import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, daysBetween } from '../time/day.ts';
import { nyStartSixWeeks, weekOf } from './ny-start.ts';
import { shiftSteps } from './shift.ts';
import { planSteps } from './template.ts';

const anchor = '2024-02-12' as Day;
const run = fc
  .array(fc.boolean(), { minLength: nyStartSixWeeks.steps.length, maxLength: nyStartSixWeeks.steps.length })
  .map((done) =>
    planSteps(nyStartSixWeeks, anchor).map((step, place) => ({ ...step, done: done[place] === true })),
  );
const days = fc.integer({ min: 1, max: 400 });

test('a hold moves every step that is left by exactly its length, and no step that is done', () => {
  fc.assert(
    fc.property(run, days, (steps, away) => {
      const moved = shiftSteps(steps, away);
      expect(moved.map(({ code }) => code)).toEqual(
        steps.filter(({ done }) => !done).map(({ code }) => code),
      );
      for (const step of moved) {
        const before = steps.find(({ code }) => code === step.code);
        expect(daysBetween(before?.dueFrom ?? anchor, step.dueFrom)).toBe(away);
        expect(daysBetween(before?.dueTo ?? anchor, step.dueTo)).toBe(away);
      }
    }),
  );
});

test('the steps that are left keep their order and the days between them', () => {
  fc.assert(
    fc.property(run, days, (steps, away) => {
      const left = steps.filter(({ done }) => !done);
      const gaps = (of: typeof steps) =>
        of.slice(1).map((step, place) => daysBetween(of[place]?.dueFrom ?? anchor, step.dueFrom));
      expect(gaps(shiftSteps(left, away))).toEqual(gaps(left));
    }),
  );
});

test('two holds move as much as one that is as long as both', () => {
  fc.assert(
    fc.property(run, days, days, (steps, one, other) => {
      const both = shiftSteps(shiftSteps(steps, one), other);
      expect(both).toEqual(shiftSteps(steps, one + other));
    }),
  );
});

test('a hold of no days moves nothing', () => {
  const steps = planSteps(nyStartSixWeeks, anchor).map((step) => ({ ...step, done: false }));
  expect(shiftSteps(steps, 0)).toEqual([]);
});

test('the week somebody is in follows: they come back to the week they left', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 41 }), days, (into, away) => {
      const left = addDays(anchor, into);
      expect(weekOf(nyStartSixWeeks.code, addDays(anchor, away), addDays(left, away))).toEqual(
        weekOf(nyStartSixWeeks.code, anchor, left),
      );
    }),
  );
});
