import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, startOf } from '../time/day.ts';
import { type Act, completeSteps, type RunStep } from './complete-steps.ts';
import { nyStartSixWeeks } from './ny-start.ts';
import { type ActKind, planSteps } from './template.ts';

const monday = '2024-02-19' as Day;
const steps: RunStep[] = planSteps(nyStartSixWeeks, monday).map(({ code, dueFrom }) => ({
  id: code,
  code,
  dueFrom,
}));
const act = (id: string, kind: ActKind, day: string, detail?: string): Act => ({
  id,
  kind,
  day: day as Day,
  at: startOf(day as Day),
  by: 'siren',
  ...(detail === undefined ? {} : { detail }),
});
const done = (acts: Act[], kept = new Map<string, string>()) =>
  Object.fromEntries(
    [...completeSteps(nyStartSixWeeks, steps, acts, kept)].map(([step, { id }]) => [step, id]),
  );

describe('Ny Start’s six weeks', () => {
  test('are eleven steps in six weeks, each due from Monday to Sunday', () => {
    const planned = planSteps(nyStartSixWeeks, monday);
    expect(planned).toHaveLength(11);
    expect(planned[0]).toEqual({ code: 'mapping', week: 1, dueFrom: '2024-02-19', dueTo: '2024-02-25' });
    expect(planned.at(-1)).toEqual({
      code: 'meeting-held',
      week: 6,
      dueFrom: '2024-03-25',
      dueTo: '2024-03-31',
    });
  });
});

describe('a step', () => {
  test('is completed by the act it waits for, and by no other', () => {
    expect(done([act('a', 'goal', '2024-02-20')])).toEqual({ mapping: 'a' });
    expect(done([act('b', 'contact', '2024-02-27', 'phone')])).toEqual({});
    expect(done([act('c', 'team_membership', '2024-02-27', 'contact-person')])).toEqual({});
    expect(done([act('d', 'team_membership', '2024-02-27', 'nav')])).toEqual({ 'group-set-up': 'd' });
  });

  test('that is a talk is not completed by a talk before its week', () => {
    expect(done([act('early', 'contact', '2024-02-21', 'talk')])).toEqual({});
    expect(done([act('in time', 'contact', '2024-02-26', 'talk')])).toEqual({ 'follow-up-talk': 'in time' });
  });

  test('that is a talk over what changed is completed by looking back together, and not by one’s writing alone', () => {
    expect(done([act('alone', 'review', '2024-03-19', 'own')])).toEqual({});
    expect(done([act('early', 'review', '2024-03-12', 'together')])).toEqual({});
    expect(done([act('both', 'review', '2024-03-19', 'together')])).toEqual({ 'evaluation-talk': 'both' });
  });

  test('that is a crisis plan may have been completed before its week', () => {
    expect(done([act('old', 'crisis_plan', '2024-01-10')])).toEqual({ 'crisis-plan': 'old' });
  });

  test('takes one talk each, the earliest step first', () => {
    const talks = [
      act('1', 'contact', '2024-03-05', 'talk'),
      act('2', 'contact', '2024-03-06', 'talk'),
      act('3', 'contact', '2024-03-07', 'talk'),
    ];
    expect(done(talks)).toEqual({ 'follow-up-talk': '1', 'individual-talk': '2' });
  });

  test('keeps its act when an earlier one is written down afterwards', () => {
    const late = act('late', 'contact', '2024-02-28', 'talk');
    const first = act('first', 'contact', '2024-03-06', 'talk');
    expect(done([late, first], new Map([['follow-up-talk', 'first']]))).toEqual({
      'follow-up-talk': 'first',
    });
  });

  test('is open again when its act is taken back', () => {
    expect(done([], new Map([['follow-up-talk', 'gone']]))).toEqual({});
  });
});

describe('whatever happens', () => {
  const anyAct = fc.record({
    kind: fc.constantFrom<ActKind>(
      'goal',
      'contact',
      'team_membership',
      'crisis_plan',
      'meeting-called',
      'meeting-prepared',
      'meeting-held',
      'acknowledgement',
      'review',
    ),
    detail: fc.constantFrom('together', 'talk', 'phone', 'consultant-call', 'nav', 'peer'),
    offset: fc.integer({ min: -30, max: 60 }),
  });
  const anyActs = fc
    .array(anyAct, { maxLength: 30 })
    .map((list) =>
      list.map(({ kind, detail, offset }, i) => act(String(i), kind, addDays(monday, offset), detail)),
    );

  test('an act completes at most one step', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const used = Object.values(done(acts));
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });

  test('settling twice changes nothing', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const once = done(acts);
        expect(done(acts, new Map(Object.entries(once)))).toEqual(once);
      }),
    );
  });

  test('one more act opens no step', () => {
    fc.assert(
      fc.property(anyActs, anyActs, (acts, more) => {
        const before = done(acts);
        const others = more.map((one) => ({ ...one, id: `more-${one.id}` }));
        const after = done([...acts, ...others], new Map(Object.entries(before)));
        expect(after).toMatchObject(before);
      }),
    );
  });
});
