import type { LoginFacts } from '#domain/login/admit.ts';
import type { Tx } from '../db/database.ts';
import type { Vouched } from './relying-party.ts';

/** An identity that is bound to a login, and what decides whether that login may be opened by it. */
export interface BoundIdentity extends LoginFacts {
  identityId: string;
}

/**
 * Binds somebody new to the login of the participant whose person number the issuer vouches for (ID-porten's claim
 * `pid`), by a blind index: never by a name. Participants' person numbers are not kept yet, so nobody is found by one,
 * and whoever is new is asked for an invitation.
 */
export const bindByPersonNumber = async (
  _rows: Tx['rows'],
  _provider: string,
  _vouched: Vouched,
): Promise<BoundIdentity | undefined> => undefined;
