import { ok, type Result, refuse } from '../result.ts';

export type Answer = 'coming' | 'said-no' | 'came' | 'did-not-come';

/** What a service knows of somebody: how it stands with each enrolment in it, and when they asked to come (RFC 3339). */
export interface Acquaintance {
  enrolments: readonly { state: string; since: string }[];
  enquiries: readonly { at: string }[];
}

export interface Attended {
  startsAt: string;
  cancelled: boolean;
}

const over = new Set(['ended', 'declined']);

/**
 * A samling is for those who are in the service it belongs to, also while they wait or are on hold, and for those who
 * have asked and are only invited. Who ended before it began, and has not asked since, is not written in.
 */
export function belongsAt(
  { enrolments, enquiries }: Acquaintance,
  startsAt: string,
): Result<true, 'not-in-the-service'> {
  if (enrolments.some(({ state, since }) => !over.has(state) || since > startsAt)) return ok(true);
  const left =
    enrolments
      .map(({ since }) => since)
      .toSorted()
      .at(-1) ?? '';
  return enquiries.some(({ at }) => at > left) ? ok(true) : refuse('not-in-the-service');
}

/**
 * Who came is written from an hour before the samling begins; until then one can only say whether one is coming.
 * Coming intoxicated is no answer: it is a note of its own, and for everyone else the person came.
 */
export function attend(
  answer: Answer,
  { startsAt, cancelled }: Attended,
  now: string,
  notToday = false,
): Result<Answer, 'in-the-future' | 'bad-request' | 'session-cancelled'> {
  if (cancelled) return refuse('session-cancelled');
  if (notToday && answer !== 'came') return refuse('bad-request');
  const early = Date.parse(startsAt) - Date.parse(now) > 3_600_000;
  return early && (answer === 'came' || answer === 'did-not-come') ? refuse('in-the-future') : ok(answer);
}
