import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, ageOn, type Day, dayOf, daysBetween, endOf, mondayOf, parseDay, startOf } from './day.ts';

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('1970-01-01' as Day, days));

describe('a day', () => {
  test.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-1-1', '', '2024-03-14T10:00'])(
    'is not «%s»',
    (text) => {
      expect(parseDay(text)).toBeUndefined();
    },
  );

  test('is the one in Norway, not the one in London', () => {
    expect(dayOf('2024-03-14T22:59:59Z')).toBe('2024-03-14');
    expect(dayOf('2024-03-14T23:00:00Z')).toBe('2024-03-15');
    expect(dayOf('2024-06-30T22:00:00Z')).toBe('2024-07-01');
  });

  test('is 23 hours long when summer time begins and 25 when it ends', () => {
    const hours = (day: string) =>
      (Date.parse(endOf(day as Day)) - Date.parse(startOf(day as Day))) / 3_600_000;
    expect(hours('2024-03-31')).toBe(23);
    expect(hours('2024-10-27')).toBe(25);
    expect(hours('2024-03-14')).toBe(24);
  });

  test('begins and ends inside itself, whatever the season', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOf(startOf(day))).toBe(day);
        expect(dayOf(endOf(day))).toBe(addDays(day, 1));
        expect(endOf(day)).toBe(startOf(addDays(day, 1)));
      }),
    );
  });

  test('has a Monday at most six days before', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const back = daysBetween(mondayOf(day), day);
        expect(back).toBeGreaterThanOrEqual(0);
        expect(back).toBeLessThan(7);
      }),
    );
    expect(mondayOf('2024-03-14' as Day)).toBe('2024-03-11');
  });

  test.each([
    ['1993-03-15', '2024-03-14', 30],
    ['1993-03-14', '2024-03-14', 31],
    ['2004-02-29', '2024-02-28', 19],
    ['2004-02-29', '2023-02-28', 18],
    ['2004-02-29', '2023-03-01', 19],
  ])('makes somebody born %s on %s %i years old', (born, day, age) => {
    expect(ageOn(born as Day, day as Day)).toBe(age);
  });
});
