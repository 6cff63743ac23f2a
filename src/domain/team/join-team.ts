import { ok, type Result, refuse } from '../result.ts';

export type TeamRole =
  | 'contact-person'
  | 'coordinator'
  | 'team-member'
  | 'peer'
  | 'nav'
  | 'dps'
  | 'gp'
  | 'work-training'
  | 'voluntary';

export interface Period {
  from: string;
  until: string | null;
}

/**
 * Someone joins the people around a participant. A partner's role is for those who work at the partner; the
 * municipality's own roles are for its own, and a peer may come from either. A substitute always has a last day.
 * Nobody joins who will not be here: one whose last day has come when the period begins.
 * @param place where the worker works, and until when; null for until further notice
 */
export function joinTeam(
  role: TeamRole,
  place: { kind: string; until: string | null },
  period: Period,
  isSubstitute: boolean,
): Result<Period, 'wrong-organisation' | 'period-backwards' | 'has-left'> {
  const places = role === 'peer' ? ['municipal', 'voluntary'] : [placeOf(role)];
  if (!places.includes(place.kind)) return refuse('wrong-organisation');
  if (place.until !== null && Date.parse(place.until) <= Date.parse(period.from)) return refuse('has-left');
  if (period.until === null) return isSubstitute ? refuse('period-backwards') : ok(period);
  return Date.parse(period.until) > Date.parse(period.from) ? ok(period) : refuse('period-backwards');
}

/**
 * Somebody leaves: the period ends now. One that had not begun, or began this very moment, is taken back whole.
 */
export function leaveTeam(
  period: Period,
  now: string,
): Result<{ until: string } | 'taken-back', 'already-done'> {
  if (period.until !== null && Date.parse(period.until) <= Date.parse(now)) return refuse('already-done');
  return ok(Date.parse(period.from) < Date.parse(now) ? { until: now } : 'taken-back');
}

const placeOf = (role: TeamRole): string =>
  role === 'contact-person' || role === 'coordinator' || role === 'team-member' ? 'municipal' : role;
