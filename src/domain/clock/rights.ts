import { answerOwedBy } from '../rights/request.ts';
import { addDays, type Day, dayOf, endOf, startOf } from '../time/day.ts';
import type { Clock } from './clock.ts';

export interface RightsClockFact {
  id: string;
  at: string;
  /** Decided with a yes or a no. */
  decided: boolean;
  prolongedTo: Day | null;
}

const DAYS_BEFORE = 14;

/** A request about one's rights is answered within its deadline; it stands on the day from when it came, and anew when it was prolonged. */
export function rightsUnanswered({ id, at, decided, prolongedTo }: RightsClockFact): Clock[] {
  if (decided) return [];
  const day = answerOwedBy(at, prolongedTo);
  const told = prolongedTo === null ? dayOf(at) : addDays(day, -DAYS_BEFORE);
  return [
    {
      rule: 'rights-unanswered',
      subjectId: id,
      showsAt: startOf(told),
      opensAt: endOf(day),
      ownerRole: 'contact-person',
      topic: 'sharing',
    },
  ];
}
