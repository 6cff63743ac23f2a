import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween } from '../time/day.ts';
import { pathwayTemplates } from './ny-start.ts';
import { type PathwayTemplate, planSteps, type StepTemplate, weeksOf } from './template.ts';
import { templateFaults } from './template-faults.ts';

const step = (code: string, due: StepTemplate['due'], more: Partial<StepTemplate> = {}): StepTemplate => ({
  code,
  due,
  role: 'contact-person',
  completedBy: { kind: 'contact' },
  act: 'log-talk',
  ...more,
});
const template = (...steps: StepTemplate[]): PathwayTemplate => ({ code: 'bridge', version: 1, steps });
const faultsOf = (...steps: StepTemplate[]) =>
  templateFaults(template(...steps)).map(({ at, fault }) => `${at} ${fault}`);

describe('steps are planned', () => {
  const bridge = template(
    step('asked-in-prison', { from: -30, days: 7 }),
    step('met-at-the-door', { from: 0, days: 1 }),
    step('first-evening', { from: 0, days: 1, after: 'met-at-the-door' }),
    step('seen-again', { from: 1, days: 3, after: 'first-evening' }, { repeats: { everyDays: 7, times: 3 } }),
  );

  test('before the anchor, on it, after another step, and every week for a while', () => {
    const planned = planSteps(bridge, '2024-02-28' as Day);
    expect(planned.map(({ code, week, dueFrom, dueTo }) => [code, week, dueFrom, dueTo])).toEqual([
      ['asked-in-prison', -4, '2024-01-29', '2024-02-04'],
      ['met-at-the-door', 1, '2024-02-28', '2024-02-28'],
      ['first-evening', 1, '2024-02-28', '2024-02-28'],
      ['seen-again', 1, '2024-02-29', '2024-03-02'],
      ['seen-again', 2, '2024-03-07', '2024-03-09'],
      ['seen-again', 3, '2024-03-14', '2024-03-16'],
    ]);
    expect(weeksOf(bridge)).toBe(3);
  });

  const anchors = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2019-12-25' as Day, days));

  test('and move with their anchor, over leap days, years and both changes of the clock', () => {
    fc.assert(
      fc.property(anchors, fc.integer({ min: -400, max: 400 }), (anchor, days) => {
        const moved = planSteps(bridge, addDays(anchor, days));
        expect(moved).toEqual(
          planSteps(bridge, anchor).map((one) => ({
            ...one,
            dueFrom: addDays(one.dueFrom, days),
            dueTo: addDays(one.dueTo, days),
          })),
        );
      }),
    );
  });

  test('each for as many days as it says, wherever it stands in the template', () => {
    fc.assert(
      fc.property(anchors, fc.shuffledSubarray([...bridge.steps], { minLength: 4 }), (anchor, steps) => {
        const planned = planSteps(template(...steps), anchor);
        expect(planned).toHaveLength(6);
        for (const { code, dueFrom, dueTo } of planned) {
          const days = steps.find((one) => one.code === code)?.due.days ?? 0;
          expect(daysBetween(dueFrom, dueTo)).toBe(days - 1);
        }
      }),
    );
  });
});

describe('a template', () => {
  test('that ships has no faults', () => {
    for (const one of Object.values(pathwayTemplates)) expect(templateFaults(one)).toEqual([]);
  });

  test('without steps is none', () => {
    expect(faultsOf()).toEqual(['steps nothing-in-it']);
  });

  test('whose steps are counted from each other is told where, and who only follows them is left in peace', () => {
    expect(
      faultsOf(
        step('a', { from: 0, days: 1, after: 'c' }),
        step('b', { from: 0, days: 1, after: 'a' }),
        step('c', { from: 0, days: 1, after: 'b' }),
        step('alone', { from: 0, days: 1 }),
        step('follower', { from: 0, days: 1, after: 'c' }),
      ),
    ).toEqual([
      'steps[0].due.after counted-from-itself',
      'steps[1].due.after counted-from-itself',
      'steps[2].due.after counted-from-itself',
    ]);
    expect(faultsOf(step('a', { from: 0, days: 1, after: 'a' }))).toEqual([
      'steps[0].due.after counted-from-itself',
    ]);
    expect(
      faultsOf(step('a', { from: 0, days: 1, after: 'b' }), step('b', { from: 0, days: 1, after: 'x' })),
    ).toEqual(['steps[1].due.after unknown-step']);
  });

  test('is told of every slip at its place, all at once', () => {
    expect(
      faultsOf(
        step('a', { from: 0, days: 0 }),
        step('a', { from: 0.5, days: 1 }),
        step('c', { from: 0, days: 1 }, { role: 'participant' as never }),
        step('d', { from: 0, days: 1 }, { completedBy: [] }),
        step('e', { from: 0, days: 1 }, { completedBy: [{ kind: 'contact' }, { kind: 'click' as never }] }),
        step('f', { from: 0, days: 1 }, { repeats: { everyDays: 0, times: 3 } }),
        step('g', { from: 40_000, days: 1 }),
        step('h', { from: 0, days: Number.NaN }),
      ),
    ).toEqual([
      'steps[0].due.days no-whole-days',
      'steps[1].code code-twice',
      'steps[1].due.from no-whole-days',
      'steps[2].role unknown-role',
      'steps[3].completedBy never-completed',
      'steps[4].completedBy[1].kind unknown-completion',
      'steps[5].repeats repeats-never',
      'steps[6].due too-far-away',
      'steps[7].due.days no-whole-days',
    ]);
  });
});
