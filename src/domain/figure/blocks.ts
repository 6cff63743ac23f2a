import type { Gender } from './figures.ts';
import { genders } from './figures.ts';
import { shown } from './suppress.ts';

/**
 * Periods that may be told beside each other without pointing at anybody. Whoever may choose a period may subtract one
 * from another, so a period is only ever told from one *cut* to another, and between two cuts there is nobody or at
 * least five. Cuts lie between calendar months, go by what had happened until then, and so never move as time passes.
 */
export type MonthCounts = ReadonlyMap<Month, Readonly<Partial<Record<Gender, number>>>>;
/** yyyy-mm */
export type Month = string;

/** The months a figure is asked for: from the beginning of the first to the end of the last. */
export interface Asked {
  /** None: from the beginning. */
  from: Month | undefined;
  /** The last whole month. */
  to: Month;
}

export interface Told<Value> {
  /** None: from the beginning. */
  from: Month | undefined;
  to: Month;
  value: Value;
}

export const nextMonth = (month: Month): Month => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

const sumOf = (counts: Readonly<Partial<Record<Gender, number>>>): number =>
  genders.reduce((sum, gender) => sum + (counts[gender] ?? 0), 0);

/** Nobody, or so many that none can be pointed at. */
const safe = (count: number): boolean => shown(count) !== null;

/** Each gender nobody or enough, and not everyone in one of them. */
function splitIsSafe(counts: Readonly<Partial<Record<Gender, number>>>): boolean {
  const there = genders.filter((gender) => (counts[gender] ?? 0) > 0);
  return genders.every((gender) => safe(counts[gender] ?? 0)) && there.length !== 1;
}

/** The months that begin right after a cut, the earliest first; anything up to the first month with people is one, too. */
function cutsOf(months: MonthCounts, upTo: Month, closes: (month: Month, since: Counts) => boolean): Month[] {
  const first = [...months.keys()].toSorted()[0];
  if (first === undefined) return [];
  const cuts = [first];
  let since: Counts = {};
  for (let month = first; month <= upTo; month = nextMonth(month)) {
    since = added(since, months.get(month) ?? {});
    if (!closes(nextMonth(month), since)) continue;
    cuts.push(nextMonth(month));
    since = {};
  }
  return cuts;
}
type Counts = Partial<Record<Gender, number>>;

const added = (a: Counts, b: Readonly<Counts>): Counts =>
  Object.fromEntries(genders.map((gender) => [gender, (a[gender] ?? 0) + (b[gender] ?? 0)]));

function between(months: MonthCounts, from: Month | undefined, before: Month): Counts {
  return [...months]
    .filter(([month]) => (from === undefined || month >= from) && month < before)
    .reduce<Counts>((sum, [, counts]) => added(sum, counts), {});
}

/** The longest part of what is asked for that runs from cut to cut; none when a single block holds all of it. */
function within(
  cuts: readonly Month[],
  { from, to }: Asked,
): { from: Month | undefined; before: Month } | undefined {
  const first = cuts[0];
  const end = nextMonth(to);
  // Before the first of them there is nobody, wherever one cuts.
  if (first === undefined || end <= first) return { from, before: end };
  const start = from === undefined || from <= first ? from : cuts.find((cut) => cut >= from);
  const before = cuts.findLast((cut) => cut <= end);
  if (before === undefined || (from !== undefined && start === undefined)) return undefined;
  return start !== undefined && start >= before ? undefined : { from: start, before };
}

const monthBefore = (month: Month): Month => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
};

/**
 * A count of people in a period as it may be told, with the months it holds for: they may be fewer than were asked for.
 * @returns none when there are too few to tell of
 */
export function toldCount(months: MonthCounts, asked: Asked): Told<number> | undefined {
  const part = within(countCuts(months, asked.to), asked);
  if (part === undefined) return undefined;
  const value = sumOf(between(months, part.from, part.before));
  const whole = sumOf(between(months, asked.from, nextMonth(asked.to)));
  // «None» of some months would read as none of all.
  if (value === 0 && whole > 0) return undefined;
  return { from: part.from, to: monthBefore(part.before), value };
}

/** The same by gender. Its cuts are among the cuts of the count, so that the two cannot be subtracted either. */
export function toldSplit(months: MonthCounts, asked: Asked): Told<Record<Gender, number>> | undefined {
  const counted = new Set(countCuts(months, asked.to));
  const cuts = cutsOf(months, asked.to, (month, since) => counted.has(month) && splitIsSafe(since));
  const part = within(cuts, asked);
  if (part === undefined) return undefined;
  const value = between(months, part.from, part.before);
  if (sumOf(value) === 0) return undefined;
  return {
    from: part.from,
    to: monthBefore(part.before),
    value: Object.fromEntries(genders.map((gender) => [gender, value[gender] ?? 0])) as Record<
      Gender,
      number
    >,
  };
}

const countCuts = (months: MonthCounts, upTo: Month): Month[] =>
  cutsOf(months, upTo, (_, since) => safe(sumOf(since)));
