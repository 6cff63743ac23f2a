import { expect, test } from 'vitest';
import { type Topic, topicBit } from '../access/topics.ts';
import { mayMerge, standsFor } from './one-person.ts';

const bits = (...some: Topic[]) => some.reduce((all, topic) => all | (1 << topicBit(topic)), 0);
const row = (participantId: string, reads: number, writes: number) => ({ participantId, reads, writes });

test('the row that stands is named, also to one who may write the same of both', () => {
  const rows = [row('stands', 0, bits('goals', 'status')), row('other', 0, bits('goals'))] as const;
  expect(standsFor(rows).participantId).toBe('stands');
});

test('whoever may write more of the other row goes on there, so that nobody loses what they could do', () => {
  const rows = [row('stands', 0, bits('status')), row('other', 0, bits('status', 'follow-up'))] as const;
  expect(standsFor(rows).participantId).toBe('other');
});

test('where neither row lets one write all, it is the one that stands', () => {
  const rows = [row('stands', 0, bits('status')), row('other', 0, bits('goals'))] as const;
  expect(standsFor(rows).participantId).toBe('stands');
});

test.each<[string, Topic[], Topic[], boolean]>([
  ['writes who it is and reads the number', ['identity', 'person-number'], ['identity'], true],
  ['does not read the number', ['identity'], ['identity'], false],
  ['only reads who it is', ['identity', 'person-number'], [], false],
])('one who %s of one of the two', (_, reads, writes, may) => {
  const full = row('a', bits('identity', 'person-number'), bits('identity'));
  expect(mayMerge([full, row('b', bits(...reads), bits(...writes))]).ok).toBe(may);
});
