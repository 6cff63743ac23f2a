import { ok, type Result, refuse } from '../result.ts';

/**
 * Eleven digits that stand for a person: fødselsnummer, D-nummer, H-nummer or felles hjelpenummer (FH).
 * A number is a name and nothing more: no rule here, and no other, reads gender or century out of it, because numbers
 * given from 2032 on have neither. What is stored as birth day and gender is what somebody has said.
 */
export interface PersonNumber {
  number: string;
  kind: PersonNumberKind;
  series: NumberSeries;
}
export type PersonNumberKind = 'birth-number' | 'd-number' | 'help-number' | 'common-help-number';

/**
 * Which series a number is from, as far as its shape tells: `real`; `synthetic`, made for tests (month + 80); or
 * `unsure`, month + 40, which is both the H-numbers of hospitals and made-up people of NAV.
 */
export type NumberSeries = 'real' | 'synthetic' | 'unsure';

export type PersonNumberRefusal =
  | 'number-shape'
  | 'number-no-such-day'
  | 'number-check-digits'
  | 'number-series-unknown';

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/** What the first sum may leave by the rule from 2032; by the rule of 1964 it leaves nothing. */
const LARGEST_FIRST_REMAINDER = 3;

const remainder = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * (digits[place] ?? 0), 0) % 11;

/**
 * Whether the check digits hold, by each of the two rules. Whatever holds by the rule of 1964 holds by that of 2032.
 * @param number eleven digits
 */
export function checkDigitsHold(number: string): { by1964: boolean; by2032: boolean } {
  const digits = Array.from(number, Number);
  const first = remainder(digits, firstWeights);
  const second = remainder(digits, secondWeights);
  return { by1964: first === 0 && second === 0, by2032: first <= LARGEST_FIRST_REMAINDER && second === 0 };
}

/**
 * Reads a number as it is written, by either rule; both kinds live side by side. Spaces are taken away where it is typed,
 * never here. Sources: Skatteetaten on the person identifier from 2032, and on D- and synthetic numbers.
 * @param text exactly eleven ASCII digits
 */
export function readPersonNumber(text: string): Result<PersonNumber, PersonNumberRefusal> {
  // «$» alone lets a line break by.
  if (text.length !== 11 || !/^[0-9]{11}$/.test(text)) return refuse('number-shape');
  // A felles hjelpenummer says nothing of a day.
  if (/^[89]/.test(text)) {
    return checkDigitsHold(text).by2032
      ? ok({ number: text, kind: 'common-help-number', series: 'real' })
      : refuse('number-check-digits');
  }
  const read = dateIn(text);
  if (read === undefined) return refuse('number-series-unknown');
  if (!isDay(read)) return refuse('number-no-such-day');
  if (!checkDigitsHold(text).by2032) return refuse('number-check-digits');
  const kind = read.shifted ? 'd-number' : read.series === 'unsure' ? 'help-number' : 'birth-number';
  return ok({ number: text, kind, series: read.series });
}

interface DateInNumber {
  day: number;
  month: number;
  year: number;
  /** The day is four tens higher: a D-number. */
  shifted: boolean;
  series: NumberSeries;
}

/** What is added to the month in each series. Months of other registers (NAV's own numbers) are not ours to keep. */
const monthShifts: readonly { from: number; to: number; shift: number; series: NumberSeries }[] = [
  { from: 0, to: 20, shift: 0, series: 'real' },
  { from: 40, to: 60, shift: 40, series: 'unsure' },
  { from: 80, to: 99, shift: 80, series: 'synthetic' },
];

function dateIn(text: string): DateInNumber | undefined {
  const [day = 0, month = 0, year = 0] = [0, 2, 4].map((at) => Number(text.slice(at, at + 2)));
  const shifting = monthShifts.find(({ from, to }) => from <= month && month <= to);
  if (shifting === undefined) return undefined;
  const shifted = day > 40;
  return {
    day: shifted ? day - 40 : day,
    month: month - shifting.shift,
    year,
    shifted,
    series: shifting.series,
  };
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day there has been in some century: which one is not read out of the number. */
const isDay = ({ day, month, year }: DateInNumber): boolean =>
  day >= 1 && day <= (longest[month - 1] ?? 0) && !(month === 2 && day === 29 && year % 4 !== 0);
