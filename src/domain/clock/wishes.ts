import { addDays, type Day, dayOf, endOf, startOf } from '../time/day.ts';
import type { AnswerFact, WishFact } from '../wish/answered-by-act.ts';
import type { Clock } from './clock.ts';

export type WishClockFact = Pick<WishFact, 'id' | 'at' | 'answers'>;

const DAYS_TO_ANSWER = 14;

/**
 * The last day on which a wish is to be answered: two weeks after it was made, also when the answer is no. «Later» is an
 * answer until its day comes. Undefined when nothing is owed.
 * @param standing the latest answer
 */
export function answerOwedBy(
  at: string,
  standing: Pick<AnswerFact, 'outcome' | 'untilDay'> | undefined,
): Day | undefined {
  if (standing === undefined) return addDays(dayOf(at), DAYS_TO_ANSWER);
  return standing.outcome === 'later' && standing.untilDay !== null ? standing.untilDay : undefined;
}

export function wishUnanswered({ id, at, answers }: WishClockFact): Clock[] {
  const standing = answers.at(-1);
  const day = answerOwedBy(at, standing);
  if (day === undefined) return [];
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
