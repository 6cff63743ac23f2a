import { ok, type Result, refuse } from '../result.ts';
import { addDays, type Day } from '../time/day.ts';

export const wishOutcomes = ['given', 'other-instead', 'not-given', 'later'] as const;
export type WishOutcome = (typeof wishOutcomes)[number];
export const wishReasons = ['rule', 'money', 'distance', 'full', 'not-here', 'other'] as const;
export type WishReason = (typeof wishReasons)[number];

/** What came of a wish. A no says why, in a word that can be counted and in words that can be understood. */
export interface WishAnswer {
  outcome: WishOutcome;
  reason: WishReason | null;
  reasonWords: string | null;
  /** What came instead. */
  instead: string | null;
  /** The day on which it is taken up again. */
  untilDay: Day | null;
}

/** An answer that stands, as much of it as the rules ask for. */
export interface StandingAnswer {
  id: string;
  outcome: WishOutcome;
}

type AnswerRefusal =
  | 'not-yours-to-do'
  | 'already-done'
  | 'stale-version'
  | 'reason-needed'
  | 'instead-needed'
  | 'day-needed'
  | 'day-out-of-range';

/**
 * An answer to a wish, by somebody who works. What is given stays given; a no or a later may become something else.
 * @param standing the latest answer there is
 * @param seen the latest answer the writer had on the screen, so that two who answer at once find out
 * @returns the answer with only what belongs to its outcome: a reason unless it was given, what came instead, the day
 */
export function answerWish(
  answer: WishAnswer,
  {
    ownWish,
    standing,
    seen,
    today,
  }: { ownWish: boolean; standing: StandingAnswer | null; seen: string | null; today: Day },
): Result<WishAnswer, AnswerRefusal> {
  if (ownWish) return refuse('not-yours-to-do');
  if (standing?.outcome === 'given') return refuse('already-done');
  if ((standing?.id ?? null) !== seen) return refuse('stale-version');
  const { outcome, reason, reasonWords, instead, untilDay } = answer;
  const given = { outcome, reason: null, reasonWords: null, instead: null, untilDay: null };
  if (outcome === 'given') return ok(given);
  if (reason === null || (reason === 'other' && reasonWords === null)) return refuse('reason-needed');
  const because = { ...given, reason, reasonWords };
  if (outcome === 'not-given') return ok(because);
  if (outcome === 'other-instead')
    return instead === null ? refuse('instead-needed') : ok({ ...because, instead });
  if (untilDay === null) return refuse('day-needed');
  return untilDay <= today || untilDay > addDays(today, 366)
    ? refuse('day-out-of-range')
    : ok({ ...because, untilDay });
}

/**
 * A wish is said in other words while it waits. One that has an answer keeps the words that were answered: what is wished
 * for beyond that is a wish of its own.
 */
export const rewordWish = (answers: number): Result<true, 'already-answered'> =>
  answers > 0 ? refuse('already-answered') : ok(true);

/** Whether it was wanted is asked of what came: what was wished for, or something else. */
export const judgeAnswer = (outcome: WishOutcome): Result<true, 'nothing-came-yet'> =>
  outcome === 'given' || outcome === 'other-instead' ? ok(true) : refuse('nothing-came-yet');
