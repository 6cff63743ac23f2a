import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MonthCounts, nextMonth, toldCount, toldSplit } from './blocks.ts';
import { type Gender, genders } from './figures.ts';

const months = (counts: Record<string, Partial<Record<Gender, number>>>): MonthCounts =>
  new Map(Object.entries(counts));
const year2018 = { from: '2018-01', to: '2018-12' };

describe('people counted month by month', () => {
  test('are told for as far as there is nobody or at least five between two cuts', () => {
    const some = months({ '2018-02': { man: 3 }, '2018-03': { man: 4 }, '2018-11': { woman: 2 } });
    expect(toldCount(some, year2018)).toEqual({ from: '2018-01', to: '2018-10', value: 7 });
    expect(toldCount(some, { from: undefined, to: '2018-12' })).toEqual({
      from: undefined,
      to: '2018-10',
      value: 7,
    });
  });

  test('are not told when a single month could be found by subtracting', () => {
    const some = months({ '2018-02': { man: 3 }, '2018-03': { man: 4 } });
    expect(toldCount(some, { from: '2018-01', to: '2018-02' })).toBeUndefined();
    expect(toldCount(some, { from: '2018-03', to: '2018-12' })).toBeUndefined();
  });

  test('are none when there is nobody, and not told when the only ones are too few', () => {
    expect(toldCount(months({}), year2018)?.value).toBe(0);
    expect(toldCount(months({ '2018-06': { man: 4 } }), year2018)).toBeUndefined();
  });
});

describe('the split by gender', () => {
  test('is told when each is nobody or enough', () => {
    const some = months({ '2018-03': { man: 31, woman: 13 } });
    expect(toldSplit(some, year2018)?.value).toEqual({ man: 31, woman: 13, other: 0, 'not-stated': 0 });
  });

  test('is not told when one is few, nor when everyone is one of them', () => {
    expect(toldSplit(months({ '2018-03': { man: 31, woman: 4 } }), year2018)).toBeUndefined();
    expect(toldSplit(months({ '2018-03': { man: 31 } }), year2018)).toBeUndefined();
  });
});

describe('whatever is asked for', () => {
  const someMonths = Array.from({ length: 14 }).reduce<string[]>(
    (list) => [...list, nextMonth(list.at(-1) ?? '2017-12')],
    [],
  );
  const anyCounts = fc
    .array(
      fc.record({
        month: fc.constantFrom(...someMonths),
        gender: fc.constantFrom(...genders),
        people: fc.integer({ min: 1, max: 7 }),
      }),
      { maxLength: 30 },
    )
    .map((rows) => {
      const counts: Record<string, Partial<Record<Gender, number>>> = {};
      for (const { month, gender, people } of rows) counts[month] = { ...counts[month], [gender]: people };
      return months(counts);
    });
  const everyAsk = someMonths.flatMap((to) => [
    { from: undefined, to },
    ...someMonths.filter((from) => from <= to).map((from) => ({ from, to })),
  ]);
  const pointsAtSomebody = (count: number) => Math.abs(count) >= 1 && Math.abs(count) <= 4;

  test('no two counts that begin or end together differ by one to four', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const told = everyAsk.flatMap((asked) => toldCount(counts, asked) ?? []);
        const differences = told.flatMap((one) => [
          one.value,
          ...told
            .filter((other) => other.from === one.from || other.to === one.to)
            .map((other) => one.value - other.value),
        ]);
        expect(differences.filter(pointsAtSomebody)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('nor do two splits, nor a split and a count', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const told = everyAsk.flatMap((asked) => toldSplit(counts, asked) ?? []);
        const whole = everyAsk.flatMap((asked) => toldCount(counts, asked) ?? []);
        const differences = told.flatMap((one) => {
          const sum = genders.reduce((total, gender) => total + one.value[gender], 0);
          const splits = told.filter(({ from }) => from === one.from);
          const wholes = whole.filter(({ from }) => from === one.from);
          return [
            ...splits.flatMap((other) => genders.map((gender) => one.value[gender] - other.value[gender])),
            ...wholes.map((other) => sum - other.value),
          ];
        });
        expect(differences.filter(pointsAtSomebody)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('what was told stays told when more months come', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const [middle = '', end = ''] = [someMonths[6], someMonths[13]];
        const then = toldCount(new Map([...counts].filter(([month]) => month <= middle)), {
          from: undefined,
          to: middle,
        });
        const now = toldCount(counts, { from: undefined, to: end });
        if (then !== undefined && now !== undefined)
          expect(pointsAtSomebody(now.value - then.value)).toBe(false);
      }),
    );
  });
});
