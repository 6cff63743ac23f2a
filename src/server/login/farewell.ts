import type { Shell } from '../http/shell.ts';
import { unseal } from './logout-hint.ts';
import { NotVouched } from './relying-party.ts';

/** By whom somebody came in, and what they proved there, sealed with what their browser holds. */
export interface Left {
  provider: string;
  hint: Buffer | null;
}

/** Where to log out of the issuer too. When it is away, one is logged out here all the same. */
export async function farewell(
  { relyingParty }: Shell,
  key: string,
  left: Left | undefined,
): Promise<string | undefined> {
  const provider = relyingParty.providers.find(({ id }) => id === left?.provider);
  if (provider === undefined || left === undefined || left.hint === null) return undefined;
  try {
    return await relyingParty.farewell(provider, unseal(key, left.hint));
  } catch (error) {
    if (error instanceof NotVouched) return undefined;
    throw error;
  }
}
