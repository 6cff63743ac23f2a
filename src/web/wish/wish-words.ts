import type { Wish, WishAnswer } from '#contract/wish.ts';
import { m } from '#text/generated/messages.js';
import { nearDay, shortDay } from '../app/dates.ts';

const reasons: Record<NonNullable<WishAnswer['reason']>, () => string> = {
  rule: m.wish_reason_rule,
  money: m.wish_reason_money,
  distance: m.wish_reason_distance,
  full: m.wish_reason_full,
  'not-here': m.wish_reason_not_here,
  other: m.wish_reason_other,
};
export const reasonText = (reason: NonNullable<WishAnswer['reason']>): string => reasons[reason]();

/** «Grunnen: det er fullt. Ingen plass før sommeren» */
export function becauseText({ reason, reasonWords }: WishAnswer): string | undefined {
  if (reason === undefined) return undefined;
  const words = reason === 'other' ? (reasonWords ?? '') : reasonText(reason);
  return [m.wish_because({ reason: words }), reason === 'other' ? '' : reasonWords]
    .filter(Boolean)
    .join('. ');
}

/** What came of it, as the participant reads it. */
export function outcomeText(answer: WishAnswer, wish: Wish, now: string): string {
  if (answer.outcome === 'given')
    return wish.workerName && answer.byAct ? m.wish_given_person({ name: wish.workerName }) : m.wish_given();
  if (answer.outcome === 'other-instead') return m.wish_instead({ words: answer.instead ?? '' });
  if (answer.outcome === 'later') return m.wish_later({ day: nearDay(answer.untilDay ?? '', now) });
  return m.wish_not_given();
}

export const answeredText = (answer: WishAnswer, now: string): string =>
  answer.by
    ? m.wish_answered_by({ day: shortDay(answer.at, now), name: answer.by })
    : m.wish_answered({ day: shortDay(answer.at, now) });

export const judged: Record<NonNullable<WishAnswer['view']>['wanted'], () => string> = {
  yes: m.wish_judge_yes,
  partly: m.wish_judge_partly,
  no: m.wish_judge_no,
};

/** Something came of it, so one may ask whether it was wanted. */
export const somethingCame = ({ outcome }: WishAnswer): boolean =>
  outcome === 'given' || outcome === 'other-instead';
