import { addDays, dayOf, endOf } from '../time/day.ts';
import type { Clock } from './clock.ts';
import { isAfter } from './turns.ts';

export interface EmergencyFacts {
  /** Openings in an emergency, with when (RFC 3339). */
  emergencies: readonly { id: string; openedAt: string }[];
  /** When somebody was with them, or they talked (RFC 3339). */
  talks: readonly string[];
}

/** Whoever was opened is owed a talk about it by the end of the next day, from one they know; one talk about all there is. */
export const emergencyClocks = ({ emergencies, talks }: EmergencyFacts): Clock[] =>
  emergencies
    .filter(({ openedAt }) => !talks.some((at) => isAfter(at, openedAt)))
    .toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
    .slice(0, 1)
    .map(({ id, openedAt }) => ({
      rule: 'emergency-talk',
      subjectId: id,
      showsAt: openedAt,
      opensAt: endOf(addDays(dayOf(openedAt), 1)),
      ownerRole: 'contact-person',
      topic: 'sharing',
    }));
