import { ok, type Result, refuse } from '../result.ts';

/** What everyone is to be told, in the order in which it is told. */
export const toldCodes = [
  'confidentiality-and-group-rules',
  'offers',
  'rights',
  'treatment-choice',
  'expectations',
] as const;
export type ToldCode = (typeof toldCodes)[number];

/** Which edition of each text is told now. A text that is changed gets the next number here, and is owed anew. */
export const toldVersions: Readonly<Record<ToldCode, number>> = {
  'confidentiality-and-group-rules': 1,
  offers: 1,
  rights: 1,
  'treatment-choice': 1,
  expectations: 1,
};

/** Group rules and mutual confidentiality are a promise to others, so they are signed; the rest is information. */
export const mustSign = (code: ToldCode): boolean => code === 'confidentiality-and-group-rules';

/**
 * Something is told, or signed. What was on the screen must be the edition that holds now.
 * @param shown the edition that was read
 * @param name what the participant signed with, when they did
 */
export function tell(
  code: ToldCode,
  shown: number,
  name: string | undefined,
): Result<{ textVersion: number; signedName: string | null }, 'not-signed' | 'stale-version'> {
  if (shown !== toldVersions[code]) return refuse('stale-version');
  const signedName = name?.trim() ?? '';
  if (!mustSign(code)) return ok({ textVersion: shown, signedName: null });
  return signedName === '' ? refuse('not-signed') : ok({ textVersion: shown, signedName });
}

export interface ToldState {
  code: ToldCode;
  /** `newer`: told, in an edition before the one that holds now. */
  state: 'told' | 'newer' | 'owed';
  /** When it was told last. */
  at?: string;
}

/**
 * What has been told and what is owed, one row for each.
 * @param told every telling there has been, in any order
 */
export const toldStates = (told: readonly { code: string; version: number; at: string }[]): ToldState[] =>
  toldCodes.map((code) => {
    const last = told
      .filter((each) => each.code === code)
      .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
    if (last === undefined) return { code, state: 'owed' };
    return { code, state: last.version < toldVersions[code] ? 'newer' : 'told', at: last.at };
  });
