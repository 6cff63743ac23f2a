import { expect, test } from 'vitest';
import { type Going, peopleIn, tallyOf } from './tally.ts';

const contact: Going = {
  table: 'contact',
  topic: 'follow-up',
  legalClass: 'health-record',
  because: 'period',
  participantId: 'a',
  lastEntryAt: '2020-05-31T23:30:00Z',
};

test('what goes is counted by class, reason and kind, with the month of the newest in Norway', () => {
  const going: Going[] = [
    contact,
    { ...contact, participantId: 'b', lastEntryAt: '2019-01-01T00:00:00Z' },
    { ...contact, table: 'goal', topic: 'goals' },
    { ...contact, because: 'asked', lastEntryAt: '2024-01-10T12:00:00Z' },
  ];
  expect(tallyOf(going)).toEqual([
    {
      legalClass: 'health-record',
      because: 'period',
      rows: 3,
      people: 2,
      newest: '2020-06',
      kinds: [
        { kind: 'contact', rows: 2 },
        { kind: 'goal', rows: 1 },
      ],
    },
    {
      legalClass: 'health-record',
      because: 'asked',
      rows: 1,
      people: 1,
      newest: '2024-01',
      kinds: [],
    },
  ]);
  expect(peopleIn(going)).toBe(2);
  expect(tallyOf([])).toEqual([]);
});

test('a relapse is in no count of its own: neither its kind nor its topic is said', () => {
  const relapse: Going = { ...contact, table: 'relapse_note', topic: 'relapse' };
  const goal: Going = { ...contact, table: 'goal', topic: 'goals' };
  const kindsOf = (...going: Going[]) => tallyOf(going).map(({ rows, kinds }) => ({ rows, kinds }));
  expect(kindsOf(contact, contact, goal, relapse)).toEqual(kindsOf(contact, contact, contact, goal));
  // Alone, or beside one kind, it looks as one kind does.
  expect(kindsOf(relapse)).toEqual(kindsOf(contact));
  expect(kindsOf(contact, relapse)).toEqual(kindsOf(contact, contact));
});
