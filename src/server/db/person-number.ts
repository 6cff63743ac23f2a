import {
  type AcceptedNumber,
  acceptNumber,
  type whyLocal,
  withoutSpaces,
} from '#domain/identifier/accept.ts';
import { accept } from '../refused.ts';
import type { Opening, Tx } from './database.ts';
import { addFact, type Saying } from './fact.ts';
import type { NumberKeys } from './number-keys.ts';

/** What this installation keeps numbers with, and which it may keep. */
export interface NumberHouse {
  mode: 'demo' | 'production';
  numbers: NumberKeys;
}

/** A number as it was typed, if this installation may keep it; otherwise the refusal says what is wrong. */
export const acceptTyped = (house: NumberHouse, typed: string): AcceptedNumber =>
  accept(acceptNumber(withoutSpaces(typed), installationOf(house)));

/** The marks of what is typed when it is a whole number; undefined when it is anything else. */
export function marksOfTyped(house: NumberHouse, typed: string): Buffer[] | undefined {
  const accepted = acceptNumber(withoutSpaces(typed), installationOf(house));
  return accepted.ok ? house.numbers.marksOf(accepted.value.number) : undefined;
}

const installationOf = ({ mode }: NumberHouse) => ({ mode, year: new Date().getUTCFullYear() });

type WhyLocal = (typeof whyLocal)[number];

/** The columns that a number is kept in. */
export const keptAs = (
  { numbers }: NumberHouse,
  about: Opening,
  { number, kind, because }: AcceptedNumber & { because?: WhyLocal },
) => ({
  kind,
  because: because ?? null,
  ...numbers.seal(number, about.participantId),
});

export const addPersonNumber = (
  tx: Tx,
  house: NumberHouse,
  about: Opening,
  said: Saying,
  accepted: AcceptedNumber & { because?: WhyLocal },
): Promise<string> => addFact(tx, 'person_number', about, said, keptAs(house, about, accepted));
