import { addDays, type Day } from '../time/day.ts';
import { type Asked, type Month, type MonthCounts, nextMonth, toldCount, toldSplit } from './blocks.ts';
import { type FigureCode, type Gender, meanADay } from './figures.ts';
import { shown } from './suppress.ts';

/** People of one figure in one month, by gender, as the database counts them. */
export interface Counted {
  figure: FigureCode;
  month: Month;
  gender: Gender;
  people: number;
}
export interface DayGroups {
  daysHeld: number;
  daysWritten: number;
  /** Different people each day, added up. */
  visits: number;
  /** Different people in the whole period. */
  people: number;
}
export interface StatusCounts {
  months: readonly Counted[];
  inService: number;
  dayGroups: DayGroups;
}

export interface StatusLine {
  figure: FigureCode;
  /** Counted from when: the period, the whole time, or on the day itself. */
  span: 'period' | 'total' | 'date';
  from?: Day;
  to: Day;
  /** None: too few to be told. */
  value?: number;
  split?: { from?: Day; to: Day; counts: Record<Gender, number> };
  days?: { held: number; written: number };
}

/** A mean of fewer people or days would tell of single ones. */
const fewestForMean = 10;
const fewestDays = 5;

/**
 * What a leader is told of a service: in a period, in all, and on a day. Nothing in it, nor two of them subtracted,
 * points at anybody.
 * @param today counts of a month are told when the month has ended
 */
export function statusOf(
  counts: StatusCounts,
  { from, to, today }: { from: Day; to: Day; today: Day },
): StatusLine[] {
  const last = lastWholeMonth(to < today ? to : addDays(today, -1));
  const flow = (figure: FigureCode, span: 'period' | 'total'): StatusLine => {
    const asked: Asked = { from: span === 'period' ? firstWholeMonth(from) : undefined, to: last };
    return toldFlow(figure, span, monthsOf(counts.months, figure), asked);
  };
  const { daysHeld: held, daysWritten: written, visits, people } = counts.dayGroups;
  const inService = shown(counts.inService);
  return [
    flow('mapped', 'period'),
    flow('mapped', 'total'),
    { figure: 'in-service', span: 'date', to, ...(inService === null ? {} : { value: inService }) },
    {
      figure: 'day-groups',
      span: 'period',
      from,
      to,
      days: { held, written },
      // Whole people: a decimal would give each single visit away.
      ...(people >= fewestForMean && written >= fewestDays ? { value: Math.round(visits / written) } : {}),
    },
    flow('to-work', 'period'),
    flow('to-work', 'total'),
    flow('to-inpatient', 'period'),
    flow('to-inpatient', 'total'),
  ];
}

function toldFlow(
  figure: FigureCode,
  span: 'period' | 'total',
  months: MonthCounts,
  asked: Asked,
): StatusLine {
  const told = asked.from !== undefined && asked.from > asked.to ? undefined : toldCount(months, asked);
  const split = told === undefined || figure !== 'mapped' ? undefined : toldSplit(months, asked);
  return {
    figure,
    span,
    ...(told?.from === undefined ? fromOf(asked) : fromOf(told)),
    to: lastDayOf(told?.to ?? asked.to),
    ...(told === undefined ? {} : { value: told.value }),
    ...(split === undefined
      ? {}
      : { split: { ...fromOf(split), to: lastDayOf(split.to), counts: split.value } }),
  };
}

/** The owner of the installation counts exactly, from any day to any day, for the service's own final report. */
export interface ExactCount {
  figure: FigureCode;
  gender: Gender;
  inPeriod: number;
  inAll: number;
}
export function exactStatus(
  counts: { people: readonly ExactCount[]; inService: number; dayGroups: DayGroups },
  { from, to }: { from: Day; to: Day },
): StatusLine[] {
  const flow = (figure: FigureCode, span: 'period' | 'total'): StatusLine => {
    const ofFigure = counts.people.filter((row) => row.figure === figure);
    const of = (row: ExactCount) => (span === 'period' ? row.inPeriod : row.inAll);
    const split: Record<Gender, number> = { woman: 0, man: 0, other: 0, 'not-stated': 0 };
    for (const row of ofFigure) split[row.gender] += of(row);
    const dates = span === 'period' ? { from, to } : { to };
    return {
      figure,
      span,
      ...dates,
      value: ofFigure.reduce((sum, row) => sum + of(row), 0),
      ...(figure === 'mapped' ? { split: { ...dates, counts: split } } : {}),
    };
  };
  const { daysHeld: held, daysWritten: written, visits } = counts.dayGroups;
  const mean = meanADay(visits, written);
  return [
    flow('mapped', 'period'),
    flow('mapped', 'total'),
    { figure: 'in-service', span: 'date', to, value: counts.inService },
    {
      figure: 'day-groups',
      span: 'period',
      from,
      to,
      days: { held, written },
      ...(mean === undefined ? {} : { value: mean }),
    },
    flow('to-work', 'period'),
    flow('to-work', 'total'),
    flow('to-inpatient', 'period'),
    flow('to-inpatient', 'total'),
  ];
}

function monthsOf(counted: readonly Counted[], figure: FigureCode): MonthCounts {
  const months = new Map<Month, Partial<Record<Gender, number>>>();
  for (const row of counted) {
    if (row.figure === figure) months.set(row.month, { ...months.get(row.month), [row.gender]: row.people });
  }
  return months;
}

const monthOf = (day: Day): Month => day.slice(0, 7);
const firstWholeMonth = (from: Day): Month =>
  from.endsWith('-01') ? monthOf(from) : nextMonth(monthOf(from));
/** The last month that has ended when a day has. */
function lastWholeMonth(day: Day): Month {
  const end = `${monthOf(addDays(day, 1))}-01` as Day;
  return monthOf(addDays(end, -1));
}
const lastDayOf = (month: Month): Day => addDays(`${nextMonth(month)}-01` as Day, -1);
const fromOf = ({ from }: { from: Month | undefined }): { from?: Day } =>
  from === undefined ? {} : { from: `${from}-01` as Day };
