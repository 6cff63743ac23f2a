import { addDays, dayOf, endOf } from '../time/day.ts';
import type { Clock } from './clock.ts';

/** How long the one who looked has to say why. After that it is the auditor's to find out. */
const DAYS_TO_EXPLAIN = 7;

export interface WhyFacts {
  /** The participant has asked why somebody looked. */
  whyAsked: readonly { id: string; at: string; answered: boolean }[];
}

/** A look-up somebody is asked to explain: on their day from the moment it is asked, and a hole after a week. */
export const whyClocks = ({ whyAsked }: WhyFacts): Clock[] =>
  whyAsked
    .filter(({ answered }) => !answered)
    .map(({ id, at }) => ({
      rule: 'look-unexplained',
      subjectId: id,
      showsAt: at,
      opensAt: endOf(addDays(dayOf(at), DAYS_TO_EXPLAIN)),
      ownerRole: 'looker',
      topic: 'sharing',
    }));
