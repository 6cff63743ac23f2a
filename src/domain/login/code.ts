import type { AccessRole } from '../access/roles.ts';
import { ok, type Result, refuse } from '../result.ts';
import { codeAsMeant } from './invitation-code.ts';

/** Crockford's letters, as in an invitation. Ten of them are 50 bits: to read aloud once, and safe for a quarter of an hour. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
const GROUP = 5;
/** The first of them find the code; a wrong try with the right beginning is a try on that code. */
const PLACE = 4;

/**
 * A code that a worker gives: `7K3MQ-X2P9T`.
 *
 * @param random at least ten bytes
 */
export function loginCode(random: Uint8Array): string {
  const letters = Array.from(random.slice(0, LENGTH), (byte) => LETTERS.charAt(byte % LETTERS.length));
  return `${letters.slice(0, GROUP).join('')}-${letters.slice(GROUP).join('')}`;
}

/** What was typed as a worker's code: the whole of it as it was meant, and the part it is found by. */
export function codeParts(typed: string): { place: string; whole: string } {
  const whole = codeAsMeant(typed);
  return { place: whole.slice(0, PLACE), whole };
}

/** Six digits as they were meant, with spaces or without. */
export const digitsAsMeant = (typed: string): string => typed.replaceAll(/[\s–—-]/g, '');

/**
 * A telephone number in one form, `+4791234567`, so that it is found however it was written. A Norwegian one must be a
 * mobile: nothing is sent to a phone on the wall.
 *
 * @returns `phone-unusable` when no message can reach it
 */
export function phoneAsMeant(typed: string): Result<string, 'phone-unusable'> {
  const digits = typed.replaceAll(/[\s()–—-]/g, '').replace(/^00/, '+');
  const whole = /^[0-9]{8}$/.test(digits) ? `+47${digits}` : digits;
  const norwegian = whole.startsWith('+47');
  const reachable = norwegian ? /^\+47[49][0-9]{7}$/.test(whole) : /^\+[1-9][0-9]{7,14}$/.test(whole);
  return reachable ? ok(whole) : refuse('phone-unusable');
}

const givers = ['contact-person', 'coordinator', 'team-member'] as const satisfies AccessRole[];

/**
 * Who may give somebody a way in by code, and agree on a number with them: a worker among their own people. The database
 * asks the same once more.
 */
export const mayGiveCode = (roles: readonly string[]): boolean => givers.some((role) => roles.includes(role));

/**
 * How a number is agreed on. Whoever came by a code does not decide where the next one goes, or a borrowed code would be
 * a way in for good.
 *
 * @param roles what the one who writes is to the participant
 */
export function agreedHow(
  roles: readonly string[],
): Result<'self' | 'together', 'needs-stronger-login' | 'not-allowed'> {
  if (roles.includes('participant')) return ok('self');
  if (roles.includes('participant-by-code')) return refuse('needs-stronger-login');
  return mayGiveCode(roles) ? ok('together') : refuse('not-allowed');
}
