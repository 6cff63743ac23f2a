import { expect, test } from 'vitest';
import { inOrderOfNeed, type OutreachOutcome, reached } from './reached.ts';

test.each([
  ['met', true],
  ['called', true],
  ['not-met', false],
  ['message-left', false],
] as const)('an attempt that ended in %s reached them: %s', (outcome, did) => {
  expect(reached(outcome)).toBe(did);
});

test('those we did not reach come first, the newest before the older, and long silence takes nobody away', () => {
  const person = (name: string, outcome: OutreachOutcome, at: string) => ({ name, last: { outcome, at } });
  const people = [
    person('met yesterday', 'met', '2024-03-13T10:00:00Z'),
    person('silent for a year', 'not-met', '2023-03-01T10:00:00Z'),
    person('message today', 'message-left', '2024-03-14T07:00:00Z'),
    person('called today', 'called', '2024-03-14T07:10:00Z'),
  ];
  expect(inOrderOfNeed(people).map(({ name }) => name)).toEqual([
    'message today',
    'silent for a year',
    'called today',
    'met yesterday',
  ]);
});
