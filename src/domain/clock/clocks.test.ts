import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../time/day.ts';
import { type ClockFacts, clocksOf } from './clocks.ts';

const nothing: ClockFacts = {
  enrolments: [],
  contactPersons: [],
  enquiries: [],
  steps: [],
  actions: [],
  decisions: [],
  wishes: [],
  rightsRequests: [],
  died: false,
  tellings: [],
  homecomings: [],
  departures: [],
  talks: [],
  emergencies: [],
  episodes: [],
  childQuestions: [],
  childTurns: [],
  children: [],
  whyAsked: [],
};
const step = {
  id: 'talk',
  dueFrom: '2024-03-11' as Day,
  dueTo: '2024-03-17' as Day,
  completed: false,
  waits: false,
};

describe('an enquiry', () => {
  test('is to be answered the same day, and is a hole from midnight in Norway', () => {
    const [clock] = clocksOf({
      ...nothing,
      enquiries: [{ id: 'e', happenedAt: '2024-03-13T22:30:00.000Z', answered: false }],
    });
    expect(clock).toEqual({
      rule: 'enquiry-unanswered',
      subjectId: 'e',
      showsAt: '2024-03-13T22:30:00.000Z',
      opensAt: '2024-03-13T23:00:00.000Z',
      ownerRole: 'intake',
    });
  });
  test('has no clock when it is answered', () => {
    expect(
      clocksOf({
        ...nothing,
        enquiries: [{ id: 'e', happenedAt: '2024-03-13T10:00:00.000Z', answered: true }],
      }),
    ).toEqual([]);
  });
});

describe('a step', () => {
  test('stands on the day from its first day on and is a hole when its week is over', () => {
    expect(clocksOf({ ...nothing, steps: [step] })).toEqual([
      {
        rule: 'step-due',
        subjectId: 'talk',
        showsAt: '2024-03-10T23:00:00.000Z',
        opensAt: '2024-03-17T23:00:00.000Z',
        ownerRole: 'contact-person',
      },
    ]);
  });
  test('waits while somebody is on hold, and those of another service do not', () => {
    const other = { ...step, id: 'elsewhere' };
    expect(clocksOf({ ...nothing, steps: [{ ...step, waits: true }, other] })).toMatchObject([
      { subjectId: 'elsewhere' },
    ]);
  });
});

describe('nobody is without a contact person', () => {
  const since = '2024-02-19T09:00:00.000Z';
  const enrolled = { ...nothing, enrolments: [{ id: 'e', since }] };
  test('so there is no clock while somebody is it until further notice', () => {
    expect(
      clocksOf({ ...enrolled, contactPersons: [{ until: '2024-03-01T00:00:00.000Z' }, { until: null }] }),
    ).toEqual([]);
  });
  test('so it shows a week before the last one leaves', () => {
    expect(clocksOf({ ...enrolled, contactPersons: [{ until: '2024-03-18T11:00:00.000Z' }] })).toMatchObject([
      {
        rule: 'contact-person-missing',
        subjectId: 'e',
        showsAt: '2024-03-10T23:00:00.000Z',
        opensAt: '2024-03-18T11:00:00.000Z',
      },
    ]);
  });
  test('so it is a hole the day after somebody was taken in without one', () => {
    expect(clocksOf(enrolled)).toMatchObject([{ showsAt: since, opensAt: '2024-02-19T23:00:00.000Z' }]);
  });
  test('before they are taken in, or after they have ended, it is nobody’s duty', () => {
    expect(clocksOf({ ...nothing, contactPersons: [{ until: '2024-03-01T00:00:00.000Z' }] })).toEqual([]);
  });
});

describe('a promise', () => {
  const promise = { id: 'p', doer: 'worker' as const, dueDay: '2024-03-11' as Day };
  test('by staff or a partner is broken when its day has passed', () => {
    expect(
      clocksOf({
        ...nothing,
        decisions: [{ ...promise, kept: false }],
        actions: [{ ...promise, id: 'a', done: false }],
      }),
    ).toMatchObject([
      { rule: 'action-overdue', subjectId: 'a', opensAt: '2024-03-11T23:00:00.000Z' },
      { rule: 'promise-overdue', subjectId: 'p', opensAt: '2024-03-11T23:00:00.000Z' },
    ]);
  });
  test('is owed also while somebody is on hold', () => {
    const waiting = { ...nothing, steps: [{ ...step, waits: true }] };
    expect(clocksOf({ ...waiting, decisions: [{ ...promise, kept: false }] })).toHaveLength(1);
  });
  test('by the participant is nobody’s to chase', () => {
    const own = { ...promise, doer: 'participant' as const };
    expect(
      clocksOf({ ...nothing, decisions: [{ ...own, kept: false }], actions: [{ ...own, done: false }] }),
    ).toEqual([]);
  });
});

test('nothing is owed to somebody who has died', () => {
  const enquiries = [{ id: 'e', happenedAt: '2024-03-13T22:30:00.000Z', answered: false }];
  expect(clocksOf({ ...nothing, enquiries, steps: [step], died: true })).toEqual([]);
});

describe('a wish', () => {
  const wish = { id: 'w', at: '2024-03-01T10:00:00.000Z', answers: [] };
  const later = { id: 'a', outcome: 'later' as const, untilDay: '2024-05-02' as Day, membershipId: null };
  test('shows after a week and is a hole when two weeks have passed, as its own topic', () => {
    expect(clocksOf({ ...nothing, wishes: [wish] })).toEqual([
      {
        rule: 'wish-unanswered',
        subjectId: 'w',
        showsAt: '2024-03-07T23:00:00.000Z',
        opensAt: '2024-03-15T23:00:00.000Z',
        ownerRole: 'contact-person',
        topic: 'wishes',
      },
    ]);
  });
  test.each(['given', 'other-instead', 'not-given'] as const)(
    'that is answered «%s» is owed no more',
    (outcome) => {
      const answers = [later, { id: 'b', outcome, untilDay: null, membershipId: null }];
      expect(clocksOf({ ...nothing, wishes: [{ ...wish, answers }] })).toEqual([]);
    },
  );
  test('that was put off comes back on its day', () => {
    expect(clocksOf({ ...nothing, wishes: [{ ...wish, answers: [later] }] })).toMatchObject([
      { showsAt: '2024-05-01T22:00:00.000Z', opensAt: '2024-05-02T22:00:00.000Z' },
    ]);
  });
});

test('every clock stands on somebody’s day before it opens', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((d) => `2024-03-${String(d).padStart(2, '0')}` as Day);
  const facts: fc.Arbitrary<ClockFacts> = fc.record({
    enquiries: fc.array(
      fc.record({ id: fc.uuid(), happenedAt: day.map((d) => `${d}T12:00:00.000Z`), answered: fc.boolean() }),
    ),
    steps: fc.array(
      fc
        .record({ id: fc.uuid(), dueFrom: day, completed: fc.boolean(), waits: fc.boolean() })
        .map((s) => ({ ...s, dueTo: s.dueFrom })),
    ),
    actions: fc.array(
      fc.record({
        id: fc.uuid(),
        doer: fc.constantFrom('participant' as const, 'worker' as const),
        dueDay: fc.option(day),
        done: fc.boolean(),
      }),
    ),
    decisions: fc.array(
      fc.record({
        id: fc.uuid(),
        doer: fc.constantFrom('participant' as const, 'worker' as const),
        dueDay: day,
        kept: fc.boolean(),
      }),
    ),
    enrolments: fc.array(fc.record({ id: fc.uuid(), since: day.map((d) => `${d}T12:00:00.000Z`) })),
    contactPersons: fc.array(fc.record({ until: fc.option(day.map((d) => `${d}T12:00:00.000Z`)) })),
    died: fc.boolean(),
    tellings: fc.array(fc.record({ id: fc.uuid(), toldAt: day.map((d) => `${d}T12:00:00.000Z`) })),
    homecomings: fc.array(fc.record({ id: fc.uuid(), day })),
    departures: fc.array(day),
    episodes: fc.array(fc.record({ id: fc.uuid(), since: day.map((d) => `${d}T12:00:00.000Z`) })),
    childQuestions: fc.array(fc.record({ at: day.map((d) => `${d}T12:00:00.000Z`), answered: fc.boolean() })),
    childTurns: fc.array(day),
    children: fc.array(fc.record({ id: fc.uuid(), birthDay: fc.constant(null), nextDay: fc.option(day) })),
    whyAsked: fc.array(
      fc.record({ id: fc.uuid(), at: day.map((d) => `${d}T12:00:00.000Z`), answered: fc.boolean() }),
    ),
    emergencies: fc.array(fc.record({ id: fc.uuid(), openedAt: day.map((d) => `${d}T12:00:00.000Z`) })),
    talks: fc.array(day.map((d) => `${d}T12:00:00.000Z`)),
    rightsRequests: fc.array(
      fc.record({
        id: fc.uuid(),
        at: day.map((d) => `${d}T12:00:00.000Z`),
        decided: fc.boolean(),
        prolongedTo: fc.option(day),
      }),
    ),
    wishes: fc.array(
      fc.record({
        id: fc.uuid(),
        at: day.map((d) => `${d}T12:00:00.000Z`),
        answers: fc.array(
          fc.record({
            id: fc.uuid(),
            outcome: fc.constant('later' as const),
            untilDay: day,
            membershipId: fc.constant(null),
          }),
          { maxLength: 2 },
        ),
      }),
    ),
  });
  fc.assert(
    fc.property(facts, (all) => {
      for (const clock of clocksOf(all)) expect(clock.showsAt < clock.opensAt).toBe(true);
    }),
  );
});
