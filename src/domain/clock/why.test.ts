import { describe, expect, test } from 'vitest';
import { whyClocks } from './why.ts';

const asked = { id: 'q', at: '2024-03-14T07:20:00.000Z', answered: false };

describe('a question about a look-up', () => {
  test('is owed an answer from the moment it is asked, and is a hole at midnight a week later', () => {
    expect(whyClocks({ whyAsked: [asked] })).toEqual([
      {
        rule: 'look-unexplained',
        subjectId: 'q',
        showsAt: '2024-03-14T07:20:00.000Z',
        opensAt: '2024-03-21T23:00:00.000Z',
        ownerRole: 'looker',
        topic: 'sharing',
      },
    ]);
  });

  test('keeps Norway’s midnight when summer time begins in between', () => {
    const [clock] = whyClocks({ whyAsked: [{ ...asked, at: '2024-03-26T07:20:00.000Z' }] });
    expect(clock?.opensAt).toBe('2024-04-02T22:00:00.000Z');
  });

  test('has no clock once it is answered', () => {
    expect(whyClocks({ whyAsked: [{ ...asked, answered: true }] })).toEqual([]);
  });
});
