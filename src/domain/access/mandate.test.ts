import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../time/day.ts';
import { mandateScopes, noteMandate, topicsOfMandate } from './mandate.ts';
import { visibility } from './visibility.ts';

const now = '2024-03-14T07:20:00.000Z';
const health = [
  'goals',
  'actions',
  'crisis-plan',
  'follow-up',
  'scores',
  'relapse',
  'turns',
  'life-areas',
  'children',
];

describe('a guardian’s mandate', () => {
  test('of money opens money and nothing of health, work or what matters', () => {
    expect(topicsOfMandate(['money'])).toEqual(['money-goals', 'tenancy', 'team']);
  });

  test('of personal matters leaves out what health is mixed into', () => {
    expect(topicsOfMandate(['personal'])).toEqual(['work-goals', 'wishes', 'meeting', 'placements', 'team']);
  });

  test('of health alone opens nothing; with personal matters it opens the goals and own words', () => {
    expect(topicsOfMandate(['health'])).toEqual([]);
    expect(topicsOfMandate(['personal', 'health'])).toContain('goals');
    expect(topicsOfMandate(['personal', 'health'])).not.toContain('actions');
  });

  test('opens what is to be done only to one who may see every goal it belongs to', () => {
    expect(topicsOfMandate(['money', 'personal'])).not.toContain('actions');
    expect(topicsOfMandate([...mandateScopes])).toContain('actions');
  });

  test('never opens more than the matrix grants a guardian, nor health without its scope', () => {
    fc.assert(
      fc.property(fc.subarray([...mandateScopes]), (scopes) => {
        for (const topic of topicsOfMandate(scopes)) {
          expect(visibility.verge[topic]).toBe('r?');
          if (!scopes.includes('health')) expect(health).not.toContain(topic);
        }
      }),
    );
  });
});

describe('noting it', () => {
  const noted = (from?: string, until?: string, standing = false) =>
    noteMandate(['money'], { from: from as Day | undefined, until: until as Day | undefined }, standing, now);

  test('holds from now, or from the first day to the end of the last', () => {
    expect(noted()).toMatchObject({ value: { validFrom: now, validTo: null, scopes: ['money'] } });
    expect(noted('2024-04-01', '2024-04-01')).toMatchObject({
      value: { validFrom: '2024-03-31T22:00:00.000Z', validTo: '2024-04-01T22:00:00.000Z' },
    });
  });

  test.each([
    ['2024-04-02', '2024-04-01', false, 'period-backwards'],
    ['2024-01-01', '2024-03-13', false, 'period-backwards'],
    [undefined, '2024-03-13', false, 'period-backwards'],
    [undefined, undefined, true, 'mandate-stands'],
  ])('from %s to %s, with one that stands: %s, is refused', (from, until, standing, refusal) => {
    expect(noted(from, until, standing)).toEqual({ ok: false, refusal });
  });

  test('may end today', () => expect(noted(undefined, '2024-03-14').ok).toBe(true));
});
