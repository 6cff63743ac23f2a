import { addDays, dayOf, endOf, startOf } from '../time/day.ts';
import type { WishFact } from '../wish/answered-by-act.ts';
import type { Clock } from './clock.ts';

export type WishClockFact = Pick<WishFact, 'id' | 'at' | 'answers'>;

const DAYS_TO_ANSWER = 14;

/** A wish gets its answer within two weeks, also when the answer is no; «later» is an answer until its day comes. */
export function wishUnanswered({ id, at, answers }: WishClockFact): Clock[] {
  const standing = answers.at(-1);
  if (standing !== undefined && standing.outcome !== 'later') return [];
  const day = standing?.untilDay ?? addDays(dayOf(at), DAYS_TO_ANSWER);
  return [
    {
      rule: 'wish-unanswered',
      subjectId: id,
      showsAt: startOf(standing === undefined ? addDays(day, -DAYS_TO_ANSWER / 2) : day),
      opensAt: endOf(day),
      ownerRole: 'contact-person',
      topic: 'wishes',
    },
  ];
}
