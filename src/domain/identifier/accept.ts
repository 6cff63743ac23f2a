import { ok, type Result, refuse } from '../result.ts';
import { type OtherNumberRefusal, readDufNumber, readLocalNumber } from './other-numbers.ts';
import { type PersonNumberKind, type PersonNumberRefusal, readPersonNumber } from './person-number.ts';

export type NumberKind = PersonNumberKind | 'duf' | 'local';

/** Why somebody has a local number: none in Norway yet, nobody here knows it, or they would not say it. */
export const whyLocal = ['none-yet', 'not-known', 'not-said'] as const;

export interface AcceptedNumber {
  number: string;
  kind: NumberKind;
}

export interface Installation {
  mode: 'demo' | 'production';
  /** The year it is: a DUF-nummer of a year that has not come is nobody's. */
  year: number;
}

export type NumberRefusal =
  | PersonNumberRefusal
  | OtherNumberRefusal
  | 'number-made-up'
  | 'number-may-be-real'
  | 'number-unsure';

/**
 * A number that somebody has typed, of whatever kind, as far as this installation may keep it: one for real people keeps
 * no made-up number, and the demonstration none that may be somebody's.
 */
export function acceptNumber(
  text: string,
  installation: Installation,
): Result<AcceptedNumber, NumberRefusal> {
  if (text.includes('-')) {
    const local = readLocalNumber(text);
    return local.ok ? ok({ number: local.value, kind: 'local' }) : local;
  }
  if (text.length === 12) {
    const duf = readDufNumber(text);
    if (!duf.ok) return duf;
    const madeUp = duf.value.year > installation.year;
    return fits(madeUp ? 'synthetic' : 'real', installation, { number: duf.value.number, kind: 'duf' });
  }
  const read = readPersonNumber(text);
  if (!read.ok) return read;
  const { number, kind, series } = read.value;
  return fits(series, installation, { number, kind });
}

function fits(
  series: 'real' | 'synthetic' | 'unsure',
  { mode }: Installation,
  accepted: AcceptedNumber,
): Result<AcceptedNumber, NumberRefusal> {
  if (mode === 'demo') return series === 'synthetic' ? ok(accepted) : refuse('number-may-be-real');
  if (series === 'synthetic') return refuse('number-made-up');
  // A hospital's own number or a made-up person of NAV's: whoever has it must ask where it comes from.
  return series === 'unsure' ? refuse('number-unsure') : ok(accepted);
}

/** What somebody types, with the spaces that are in it on paper taken away: «010190 12345». */
export const withoutSpaces = (typed: string): string => typed.replaceAll(/[ \u00a0]/g, '');
