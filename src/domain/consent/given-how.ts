import { ok, type Result, refuse } from '../result.ts';
import type { Day } from '../time/day.ts';

/** How a consent was given: by the participant themself, by a code to their phone beside a worker, or on paper that a worker has noted. */
export type GivenHow =
  | { given_how: 'self' | 'code'; signed_day: null; paper_kept: null }
  | { given_how: 'paper'; signed_day: Day; paper_kept: string };

export interface Paper {
  signedDay: Day;
  kept: string;
}

/**
 * Only the participant can open what is theirs (GDPR art. 7, pbrl § 3-4 through written leave). On a worker's screen it takes something that the
 * worker does not have: a code that came to the participant's own phone, for this sentence; or the paper that was signed,
 * and where it is. A login by code is too weak to open by, though it may always stop.
 * @param by who is writing: the participant, the participant with a code, or a worker
 */
export function givenHow(
  by: 'participant' | 'participant-by-code' | 'worker',
  paper: Paper | undefined,
  today: Day,
  confirmed = false,
): Result<
  GivenHow,
  'needs-stronger-login' | 'paper-needed' | 'not-yours-to-do' | 'in-the-future' | 'one-way-to-confirm'
> {
  if (by === 'participant-by-code') return refuse('needs-stronger-login');
  if (by === 'participant') {
    return paper === undefined && !confirmed
      ? ok({ given_how: 'self', signed_day: null, paper_kept: null })
      : refuse('not-yours-to-do');
  }
  if (confirmed)
    return paper === undefined
      ? ok({ given_how: 'code', signed_day: null, paper_kept: null })
      : refuse('one-way-to-confirm');
  if (paper === undefined) return refuse('paper-needed');
  if (paper.signedDay > today) return refuse('in-the-future');
  return ok({ given_how: 'paper', signed_day: paper.signedDay, paper_kept: paper.kept.trim() });
}
