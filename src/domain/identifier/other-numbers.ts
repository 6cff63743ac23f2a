import { ok, type Result, refuse } from '../result.ts';

export type OtherNumberRefusal = 'number-shape' | 'number-check-digits';

const organisationWeights = [3, 2, 7, 6, 5, 4, 3, 2];

const sumOf = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);

/**
 * An organisasjonsnummer: nine digits, the last a check digit. Whether the organisation still exists, only the register knows.
 * Source: Brønnøysundregistrene on the organisation number.
 */
export function readOrganisationNumber(text: string): Result<string, OtherNumberRefusal> {
  if (text.length !== 9 || !/^[0-9]{9}$/.test(text)) return refuse('number-shape');
  const check = (11 - (sumOf(text, organisationWeights) % 11)) % 11;
  return check === Number(text[8]) ? ok(text) : refuse('number-check-digits');
}

const dufWeights = [4, 6, 3, 2, 7, 5, 4, 6, 3, 2];

/** A DUF-nummer of the immigration authorities: a year, six digits of a serial number, two check digits. */
export function readDufNumber(text: string): Result<{ number: string; year: number }, OtherNumberRefusal> {
  if (text.length !== 12 || !/^[0-9]{12}$/.test(text)) return refuse('number-shape');
  const [year, serial, check] = [text.slice(0, 4), text.slice(4, 10), text.slice(10)];
  const holds = sumOf(serial + year, dufWeights) % 11 === Number(check);
  return holds ? ok({ number: text, year: Number(year) }) : refuse('number-check-digits');
}

// ISO 7064, mod 97-10: finds every wrong digit, and any two that have changed places.
const checkOf = (digits: string): string => String(98 - Number(BigInt(`${digits}00`) % 97n)).padStart(2, '0');

/**
 * A local number, for those who have no other: 1121-000007-42.
 * @param municipality its four digits
 * @param serial the municipality's next, from 1
 */
export function localNumber(municipality: string, serial: number): string {
  const counted = String(serial).padStart(6, '0');
  return `${municipality}-${counted}-${checkOf(municipality + counted)}`;
}

export function readLocalNumber(text: string): Result<string, OtherNumberRefusal> {
  const [, municipality = '', serial = '', check] = /^([0-9]{4})-([0-9]{6,9})-([0-9]{2})$/.exec(text) ?? [];
  if (check === undefined || text.endsWith('\n')) return refuse('number-shape');
  return check === checkOf(municipality + serial) ? ok(text) : refuse('number-check-digits');
}
