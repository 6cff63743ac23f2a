import { describe, expect, test } from 'vitest';
import { legalBases } from '../access/legal-basis.ts';
import { legalClasses } from '../fact/legal-class.ts';
import { whyWithheld, withheldOf } from './withheld.ts';

describe('what is not in somebody’s copy', () => {
  test('is told with how many, why, and where one complains', () => {
    const there = [
      { table: 'contact', legalClass: 'health-record', count: 5 },
      { table: 'contact', legalClass: 'social-case', count: 1 },
    ] as const;
    expect(withheldOf(there, [{ table: 'contact', legalClass: 'health-record', count: 3 }])).toEqual([
      {
        table: 'contact',
        legalClass: 'health-record',
        count: 2,
        reason: 'closed',
        told: 'counted',
        complaint: 'statsforvalteren',
      },
      {
        table: 'contact',
        legalClass: 'social-case',
        count: 1,
        reason: 'closed',
        told: 'counted',
        complaint: 'datatilsynet',
      },
    ]);
  });
  test('is nothing when everything is there', () => {
    const all = [{ table: 'goal', legalClass: 'shared-plan', count: 2 }] as const;
    expect(withheldOf(all, all)).toEqual([]);
  });
  test('never tells that somebody close has confided, not even by a number', () => {
    expect(withheldOf([{ table: 'letter', legalClass: 'relative-own', count: 1 }], [])).toEqual([]);
    expect(whyWithheld('relative-own').reason).toBe('confided-by-relative');
  });
});

test('every class has a basis in the regulation and in Norwegian law, and somebody to complain to', () => {
  for (const legalClass of legalClasses) {
    const { article6, article9, national, insight, complaint } = legalBases[legalClass];
    for (const part of [article6, article9, national, insight, complaint])
      expect(part, legalClass).not.toBe('');
  }
});
