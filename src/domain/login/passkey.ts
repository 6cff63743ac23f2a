import { ok, type Result, refuse } from '../result.ts';
import type { Strength } from './proof.ts';

/** Who asks to add a device, and by which login. */
export interface AddingFacts {
  works: boolean;
  strength: Strength;
  /** The way this login came in by. */
  method: string;
  startedAt: string;
  /** How many devices let them in already. */
  passkeys: number;
}

/** Long enough to find the page, too short for whoever picks up a phone that was left open. */
const FRESH_MINUTES = 30;
const MOST_PASSKEYS = 10;

/**
 * Whether somebody may add the device they sit with as a way in. What a device opens is worth two factors, so two must
 * have been proved, just now, and not by another device.
 *
 * @returns nothing but yes; or `way-in-not-for-you` (workers come by their employer's issuer), `needs-stronger-login`,
 * `login-not-fresh` or `too-many-passkeys`
 */
export function mayAddPasskey(
  { works, strength, method, startedAt, passkeys }: AddingFacts,
  now: string,
): Result<true, 'way-in-not-for-you' | 'needs-stronger-login' | 'login-not-fresh' | 'too-many-passkeys'> {
  if (works) return refuse('way-in-not-for-you');
  if (strength !== 'strong') return refuse('needs-stronger-login');
  if (method === 'passkey' || Date.parse(now) - Date.parse(startedAt) > FRESH_MINUTES * 60_000)
    return refuse('login-not-fresh');
  if (passkeys >= MOST_PASSKEYS) return refuse('too-many-passkeys');
  return ok(true);
}
