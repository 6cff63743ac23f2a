import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../time/day.ts';
import { type Promised, type ReviewFacts, reviewOf } from './review.ts';
import { writeReview } from './write.ts';

const period = { from: '2024-02-19T00:00:00.000Z', now: '2024-03-28T09:00:00.000Z' };
const at = (day: string) => `${day}T12:00:00.000Z`;
const review = (facts: ReviewFacts) => reviewOf(facts, period);

describe('what matters', () => {
  test('goes from where it stood when the weeks began to where it stands now', () => {
    const ratings = [
      { rating: 6, at: at('2024-03-07') },
      { rating: 2, at: at('2024-01-10') },
      { rating: 3, at: at('2024-02-07') },
      { rating: 5, at: at('2024-02-21') },
    ];
    const { matters } = review({ statement: { words: 'Barna', ratings } });
    expect(matters?.points.map(({ rating }) => rating)).toEqual([3, 5, 6]);
  });

  test('rated only since begins with the first of those', () => {
    const ratings = [{ rating: 5, at: at('2024-02-21') }];
    expect(review({ statement: { words: 'Barna', ratings } }).matters?.points).toEqual(ratings);
  });
});

test('a part of life has its first and its latest rating, and no latest when it was asked once', () => {
  const areas = [
    { area: 'housing', rating: 2, at: at('2024-02-20') },
    { area: 'housing', rating: 7, at: at('2024-03-20') },
    { area: 'money', rating: 4, at: at('2024-02-20') },
  ];
  expect(review({ areas }).areas).toEqual([
    {
      area: 'housing',
      first: { rating: 2, at: at('2024-02-20') },
      latest: { rating: 7, at: at('2024-03-20') },
    },
    { area: 'money', first: { rating: 4, at: at('2024-02-20') } },
  ]);
});

test('goals are those begun, reached and wanted no longer in the weeks, and those that go on from before', () => {
  const goals = [
    { title: 'Bolig', begunAt: at('2024-02-21') },
    { title: 'Jobb', begunAt: at('2024-01-02') },
    { title: 'Sertifikat', begunAt: at('2024-01-02'), closed: { outcome: 'reached', at: at('2024-03-01') } },
    { title: 'Kurs', begunAt: at('2024-02-21'), closed: { outcome: 'not-wanted', at: at('2024-03-01') } },
    { title: 'Eldre', begunAt: at('2023-01-02'), closed: { outcome: 'reached', at: at('2023-05-01') } },
  ];
  expect(review({ goals }).goals).toEqual({
    begun: ['Bolig'],
    reached: ['Sertifikat'],
    notWanted: ['Kurs'],
    goingOn: ['Jobb'],
  });
});

const promise = (words: string, more: Partial<Promised>): Promised => ({
  words,
  own: false,
  by: 'Kari Moi',
  madeAt: at('2024-03-01'),
  firstDue: '2024-03-11' as Day,
  due: '2024-03-11' as Day,
  ...more,
});

describe('what was promised', () => {
  const later = '2024-04-10' as Day;
  const promises = [
    promise('Svare', {}),
    promise('Ringe', { due: later }),
    promise('Kjøre', { due: later, firstDue: later }),
    promise('Holdt', { keptAt: at('2024-03-12') }),
    promise('Selv', { own: true, by: 'Rune' }),
  ];
  const words = (list: readonly { words: string }[] | undefined) => list?.map((one) => one.words);

  test('and not done by the services when the day had passed is owed; put off, it is moved', () => {
    const found = review({ promises });
    expect(words(found.owed)).toEqual(['Svare']);
    expect(words(found.moved)).toEqual(['Ringe']);
    expect(words(found.done)).toEqual(['Holdt']);
  });

  test('by the participant is never owed, however old', () => {
    expect(words(review({ promises }).ahead)).toEqual(['Selv', 'Kjøre']);
  });
});

test('people are those who came, those who are still there, and those who left', () => {
  const people = [
    { id: 'ola', name: 'Ola', role: 'contact-person', from: at('2024-02-08') },
    { id: 'per', name: 'Per', role: 'peer', from: at('2024-01-08'), until: at('2024-03-01') },
    { id: 'kari', name: 'Kari', role: 'nav', from: at('2024-02-27') },
    { id: 'kort', name: 'Kort', role: 'nav', from: at('2024-02-27'), until: at('2024-03-02') },
  ];
  const found = review({ people }).people;
  expect([found?.came, found?.still, found?.left].map((list) => list?.map(({ id }) => id))).toEqual([
    ['kari'],
    ['ola'],
    ['per'],
  ]);
});

test('of groups and contacts it tells what somebody took part in, and nothing of what they did not', () => {
  const groups = [
    { title: 'Sirkeltrening', at: at('2024-02-21') },
    { title: 'Lunsj', at: at('2024-02-22') },
    { title: 'Lunsj', at: at('2024-02-29') },
    { title: 'Lunsj', at: at('2024-01-29') },
  ];
  const contacts = [
    { kind: 'walk', at: at('2024-02-22') },
    { kind: 'missed', at: at('2024-02-23') },
  ];
  expect(review({ groups, contacts })).toEqual({
    groups: [
      { what: 'Lunsj', times: 2 },
      { what: 'Sirkeltrening', times: 1 },
    ],
    contacts: [{ what: 'walk', times: 1 }],
  });
});

test('what the reader may not see is absent, also where the rest is empty', () => {
  expect(review({})).toEqual({});
  expect(Object.keys(review({ promises: [], wishes: [] })).sort()).toEqual([
    'ahead',
    'done',
    'moved',
    'owed',
    'wishes',
  ]);
});

test('whatever was promised stands in one place only', () => {
  const anyDay = fc
    .integer({ min: 1, max: 28 })
    .map((day) => `2024-03-${String(day).padStart(2, '0')}` as Day);
  const anyPromise = fc.record({ own: fc.boolean(), firstDue: anyDay, due: anyDay, kept: fc.boolean() });
  fc.assert(
    fc.property(fc.array(anyPromise, { maxLength: 12 }), (list) => {
      const promises = list.map(({ kept, ...one }, place) =>
        promise(String(place), { ...one, ...(kept ? { keptAt: at('2024-03-02') } : {}) }),
      );
      const { owed = [], moved = [], ahead = [], done = [] } = review({ promises });
      const all = [...owed, ...moved, ...ahead, ...done].map(({ words }) => words);
      expect(all.toSorted()).toEqual(promises.map(({ words }) => words).toSorted());
      expect([...owed, ...moved].filter(({ own }) => own)).toEqual([]);
    }),
  );
});

describe('looking back', () => {
  test('is written by the participant, or with the contact person or the coordinator', () => {
    const words = { changed: ' Jeg sover bedre ', helped: '', wayOn: ' ' };
    for (const role of ['participant', 'contact-person', 'coordinator'])
      expect(writeReview(words, [role])).toEqual({
        ok: true,
        value: { changed: 'Jeg sover bedre', helped: null, way_on: null },
      });
    for (const role of ['nav', 'dps', 'team-member', 'peer'])
      expect(writeReview(words, [role])).toEqual({ ok: false, refusal: 'not-yours-to-do' });
  });

  test('needs a word under one of the three questions', () => {
    expect(writeReview({ changed: ' ', helped: '', wayOn: '' }, ['participant'])).toEqual({
      ok: false,
      refusal: 'nothing-written',
    });
  });
});
