import { describe, expect, test } from 'vitest';
import type { Day } from '../time/day.ts';
import { type Counted, exactStatus, type StatusCounts, statusOf } from './status.ts';

const counts = (months: Counted[], more: Partial<StatusCounts> = {}): StatusCounts => ({
  months,
  inService: 12,
  dayGroups: { daysHeld: 60, daysWritten: 59, visits: 476, people: 27 },
  ...more,
});
const period = { from: '2018-01-01' as Day, to: '2018-12-31' as Day, today: '2019-08-31' as Day };
const line = (report: ReturnType<typeof statusOf>, figure: string, span: string) =>
  report.find((one) => one.figure === figure && one.span === span);

const mapped2018: Counted[] = [
  { figure: 'mapped', month: '2018-03', gender: 'man', people: 31 },
  { figure: 'mapped', month: '2018-03', gender: 'woman', people: 13 },
];

describe('a leader’s report', () => {
  test('tells a count with its split, and for which days', () => {
    expect(line(statusOf(counts(mapped2018), period), 'mapped', 'period')).toEqual({
      figure: 'mapped',
      span: 'period',
      from: '2018-01-01',
      to: '2018-12-31',
      value: 44,
      split: {
        from: '2018-01-01',
        to: '2018-12-31',
        counts: { man: 31, woman: 13, other: 0, 'not-stated': 0 },
      },
    });
  });

  test('has no number for the few who went to work', () => {
    const few = counts([{ figure: 'to-work', month: '2018-05', gender: 'man', people: 4 }]);
    expect(line(statusOf(few, period), 'to-work', 'total')).toEqual({
      figure: 'to-work',
      span: 'total',
      to: '2018-12-31',
    });
    expect(line(statusOf(counts([]), period), 'to-work', 'total')?.value).toBe(0);
  });

  test('leaves out the month that has not ended', () => {
    const now = { ...period, to: '2018-12-14' as Day, today: '2018-12-14' as Day };
    const late = counts([...mapped2018, { figure: 'mapped', month: '2018-12', gender: 'man', people: 9 }]);
    expect(line(statusOf(late, now), 'mapped', 'period')).toMatchObject({ to: '2018-11-30', value: 44 });
  });

  test('rounds the average a day to whole people, and has none of a few people or days', () => {
    expect(line(statusOf(counts([]), period), 'day-groups', 'period')?.value).toBe(8);
    const fewPeople = { daysHeld: 60, daysWritten: 59, visits: 476, people: 9 };
    const fewDays = { daysHeld: 60, daysWritten: 4, visits: 40, people: 27 };
    for (const dayGroups of [fewPeople, fewDays])
      expect(
        line(statusOf(counts([], { dayGroups }), period), 'day-groups', 'period')?.value,
      ).toBeUndefined();
  });

  test('does not tell how many are in the service when they are few', () => {
    expect(line(statusOf(counts([], { inService: 3 }), period), 'in-service', 'date')).toEqual({
      figure: 'in-service',
      span: 'date',
      to: '2018-12-31',
    });
  });
});

test('the owner’s report tells every count as it is', () => {
  const report = exactStatus(
    {
      people: [
        { figure: 'to-work', gender: 'man', inPeriod: 1, inAll: 4 },
        { figure: 'mapped', gender: 'woman', inPeriod: 2, inAll: 13 },
        { figure: 'mapped', gender: 'man', inPeriod: 28, inAll: 31 },
      ],
      inService: 2,
      dayGroups: { daysHeld: 60, daysWritten: 59, visits: 476, people: 27 },
    },
    period,
  );
  expect(line(report, 'to-work', 'period')?.value).toBe(1);
  expect(line(report, 'to-work', 'total')?.value).toBe(4);
  expect(line(report, 'in-service', 'date')?.value).toBe(2);
  expect(line(report, 'day-groups', 'period')?.value).toBe(8.07);
  expect(line(report, 'mapped', 'period')).toMatchObject({ value: 30, split: { counts: { woman: 2 } } });
});
