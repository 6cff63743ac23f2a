import { describe, expect, test } from 'vitest';
import type { Day } from '../time/day.ts';
import { type ChildFacts, childClocks } from './children.ts';

const since = '2024-02-08T13:10:00.000Z';
const nothing: ChildFacts = { episodes: [], childQuestions: [], childTurns: [], children: [] };
const followedUp = { ...nothing, episodes: [{ id: 'e', since }] };
const asked = (at: string, answered = true) => ({ at, answered });

describe('somebody who is followed up', () => {
  test('is owed the question from the day they are taken in, and it is a hole after two weeks', () => {
    expect(childClocks(followedUp)).toEqual([
      {
        rule: 'children-not-asked',
        subjectId: 'e',
        showsAt: since,
        opensAt: '2024-02-22T23:00:00.000Z',
        ownerRole: 'contact-person',
        topic: 'children',
      },
    ]);
    expect(childClocks(nothing)).toEqual([]);
  });

  test.each([
    ['a year later where both got an answer', true, '2025-02-10T23:00:00.000Z'],
    ['a season later where one was open', false, '2024-05-11T22:00:00.000Z'],
  ])('is asked anew %s', (_, answered, showsAt) => {
    const childQuestions = [asked('2024-02-12T11:30:00.000Z', answered)];
    expect(childClocks({ ...followedUp, childQuestions })).toMatchObject([{ showsAt }]);
  });

  test('is asked anew when life has turned, from the first such day after the answer', () => {
    const childQuestions = [asked('2024-02-12T11:30:00.000Z')];
    const turns = (...days: string[]) =>
      childClocks({ ...followedUp, childQuestions, childTurns: days as Day[] })[0]?.showsAt;
    expect(turns('2024-03-20', '2024-03-04')).toBe('2024-03-03T23:00:00.000Z');
    expect(turns('2024-02-12', '2024-01-01')).toBe('2025-02-10T23:00:00.000Z');
  });

  test('who comes back is asked as one who comes, whatever was said before', () => {
    const childQuestions = [asked('2023-10-01T10:00:00.000Z')];
    expect(childClocks({ ...followedUp, childQuestions })).toMatchObject([{ showsAt: since }]);
  });

  test('in two services is asked once', () => {
    const episodes = [{ id: 'later', since: '2024-03-01T09:00:00.000Z' }, ...followedUp.episodes];
    expect(childClocks({ ...nothing, episodes })).toMatchObject([{ subjectId: 'e' }]);
  });
});

describe('what we said we would take up again about a child', () => {
  const child = (birthDay: string | null, nextDay: string | null) => ({
    ...nothing,
    children: [{ id: 'c', birthDay: birthDay as Day | null, nextDay: nextDay as Day | null }],
  });

  test('is owed on its day, and is a hole when the day has passed', () => {
    expect(childClocks(child(null, '2024-03-14'))).toMatchObject([
      {
        rule: 'child-next',
        subjectId: 'c',
        showsAt: '2024-03-13T23:00:00.000Z',
        opensAt: '2024-03-14T23:00:00.000Z',
        topic: 'children',
      },
    ]);
    expect(childClocks(child('2014-05-12', null))).toEqual([]);
  });

  test.each([
    ['2006-03-15', 1],
    ['2006-03-14', 0],
  ])('of one born on %s, taken up on 14 March 2024, has %i clock', (birthDay, count) => {
    expect(childClocks(child(birthDay, '2024-03-14'))).toHaveLength(count);
  });
});
