import { describe, expect, test } from 'vitest';
import { waitAfter, whatOfNotice } from './message.ts';

describe('a word that there is something to read', () => {
  test.each([
    ['2024-03-14T07:00:00Z', '2024-03-14T07:00:00Z', true, 'send'],
    ['2024-03-14T06:59:59Z', '2024-03-14T06:59:59Z', true, 'wait'],
    ['2024-03-14T19:59:59Z', '2024-03-14T19:59:59Z', true, 'send'],
    ['2024-03-14T20:00:00Z', '2024-03-14T20:00:00Z', true, 'wait'],
    ['2024-03-14T22:00:00Z', '2024-03-15T07:00:00Z', true, 'send'],
    ['2024-03-14T07:00:00Z', '2024-03-15T07:00:01Z', true, 'expired'],
    ['2024-03-14T07:00:00Z', '2024-03-14T07:00:00Z', false, 'not-wanted'],
    // After the clocks have changed, eight is an hour earlier.
    ['2024-04-02T06:00:00Z', '2024-04-02T06:00:00Z', true, 'send'],
  ] as const)('that could go at %s, at %s, wanted: %s: %s', (since, now, wanted, what) =>
    expect(whatOfNotice(since, now, wanted)).toBe(what),
  );
});

test('a message is tried again later and later, and given up after an hour', () => {
  const waits = Array.from({ length: 8 }, (_, tries) => waitAfter(tries + 1));
  const known = waits.filter((wait) => wait !== undefined);
  expect(known).toEqual([...known].sort((a, b) => a - b));
  expect(known).toHaveLength(6);
  expect(known.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(3600);
});
