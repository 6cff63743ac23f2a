import { ok, type Result, refuse } from '../result.ts';
import type { Strength } from './proof.ts';

/** Whom a way in is for. */
export type For = 'participants' | 'workers';

/** What an issuer's token said about somebody, once it has been verified. */
export interface Proved {
  /** Whom this way in is for, by the installation's configuration. */
  for: readonly For[];
  strength: Strength;
  /** The organisations they may act for; left out where that is not asked. */
  actsFor?: readonly string[];
}

/** Whose login it is, as far as deciding needs it. */
export interface LoginFacts {
  works: boolean;
  takesPart: boolean;
  /** Organisation numbers of the places where they work now; empty text where none is known. */
  organisations: readonly string[];
  closed: boolean;
}

type NotAdmitted = 'login-closed' | 'way-in-not-for-you' | 'login-too-weak' | 'organisation-not-represented';

/**
 * Whether a login may be opened by what was proved. A way in must be for all that the login is: a municipality that runs
 * the issuer of its workers could otherwise read the plan of one who is also a participant.
 *
 * @returns nothing but yes; or `login-closed`, `way-in-not-for-you`, `login-too-weak` (work takes two factors) or
 * `organisation-not-represented` (every place where somebody works must be among those they may act for)
 */
export function admit(proved: Proved, login: LoginFacts): Result<true, NotAdmitted> {
  if (login.closed) return refuse('login-closed');
  if (login.works && !proved.for.includes('workers')) return refuse('way-in-not-for-you');
  if ((login.takesPart || !login.works) && !proved.for.includes('participants'))
    return refuse('way-in-not-for-you');
  if (login.works && proved.strength !== 'strong') return refuse('login-too-weak');
  if (login.works && !representsAll(proved, login.organisations))
    return refuse('organisation-not-represented');
  return ok(true);
}

const representsAll = ({ actsFor }: Proved, organisations: readonly string[]): boolean =>
  actsFor === undefined || organisations.every((number) => actsFor.includes(number));

/** An invitation, and to what. */
export interface InvitationFacts {
  for: For;
  /** Of the organisation an invited worker works in. */
  organisation: string;
}

const NOBODY_YET: LoginFacts = { works: false, takesPart: false, organisations: [], closed: false };

/**
 * Whether somebody may take an invitation: by the same rule that opens the login afterwards, so that nobody takes one
 * that shuts them out the next time.
 *
 * @param already the login it is added to, of somebody who is logged in
 */
export function mayJoin(
  proved: Proved,
  invitation: InvitationFacts,
  already: LoginFacts = NOBODY_YET,
): Result<true, NotAdmitted> {
  const works = invitation.for === 'workers';
  return admit(proved, {
    works: works || already.works,
    takesPart: !works || already.takesPart,
    organisations: [...already.organisations, ...(works ? [invitation.organisation] : [])],
    closed: already.closed,
  });
}
