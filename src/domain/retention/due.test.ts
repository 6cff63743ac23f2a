import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../time/day.ts';
import { isDue, type Keeping, type Row, whatCanGo } from './due.ts';

const keeping: Keeping = {
  months: { 'voluntary-work': 12 },
  held: new Set(['held']),
  underWay: new Set(['here']),
  today: '2024-03-14' as Day,
};
const content = (participantId: string, lastEntryAt: string, legalClass = 'voluntary-work' as const) => ({
  participantId,
  legalClass,
  lastEntryAt,
});

describe('the time of somebody’s content', () => {
  test.each([
    ['2023-03-13T10:00:00.000Z', true],
    ['2023-03-14T10:00:00.000Z', false],
    // Late in the evening in Norway, the next day already.
    ['2023-03-13T23:30:00.000Z', false],
  ])('last written at %s: %s', (at, due) => {
    expect(isDue(content('gone', at), keeping)).toBe(due);
  });
  test('never passes where no period is set, for somebody who is held, or who is here', () => {
    expect(
      isDue({ ...content('gone', '1990-01-01T00:00:00.000Z'), legalClass: 'health-record' }, keeping),
    ).toBe(false);
    for (const who of ['held', 'here'])
      expect(isDue(content(who, '1990-01-01T00:00:00.000Z'), keeping)).toBe(false);
  });
});

describe('what can go', () => {
  const rows: Row[] = [
    { key: 'goal', refersTo: [] },
    { key: 'action', refersTo: ['goal'] },
    { key: 'done', refersTo: ['action'] },
  ];
  test('is all of it when nothing that stays refers to it', () => {
    expect(whatCanGo(new Set(['goal', 'action', 'done']), rows).size).toBe(3);
  });
  test('is not what something that stays refers to, nor what that refers to', () => {
    expect([...whatCanGo(new Set(['goal', 'action']), rows)]).toEqual([]);
    expect([...whatCanGo(new Set(['action', 'done']), rows)].sort()).toEqual(['action', 'done']);
  });
  test('leaves nothing behind that refers to what is gone, and takes all that it can', () => {
    const graph = fc.array(fc.array(fc.nat(19), { maxLength: 3 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(graph, fc.uniqueArray(fc.nat(19)), (edges, due) => {
        const all = edges.map((to, n) => ({ key: String(n), refersTo: to.map(String) }));
        const going = whatCanGo(new Set(due.map(String)), all);
        for (const row of all)
          if (!going.has(row.key)) for (const to of row.refersTo) expect(going.has(to)).toBe(false);
        // Whatever was due and stays is reached from something that is not due.
        const reached = new Set(
          all.filter(({ key }) => !due.map(String).includes(key)).map(({ key }) => key),
        );
        for (let size = -1; size !== reached.size; ) {
          size = reached.size;
          for (const row of all) if (reached.has(row.key)) for (const to of row.refersTo) reached.add(to);
        }
        for (const key of due.map(String)) expect(going.has(key)).toBe(!reached.has(key));
      }),
    );
  });
});
