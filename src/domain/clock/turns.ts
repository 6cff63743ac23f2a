import { addDays, type Day, dayOf, endOf, startOf } from '../time/day.ts';
import type { Clock } from './clock.ts';

/** What life's turns give clocks: somebody has told us of a hard day, or comes home from somewhere. */
export interface TurnFacts {
  /** What the participant has told of themself, a relapse or a hard time, with when (RFC 3339). */
  tellings: readonly { id: string; toldAt: string }[];
  /** Days on which somebody is discharged or released, also ahead, and has not said that they would rather not be met. */
  homecomings: readonly { id: string; day: Day }[];
  /** Days on which somebody was admitted or imprisoned. */
  departures: readonly Day[];
  /** When somebody was with them, or they talked (RFC 3339). */
  talks: readonly string[];
}

/**
 * Kinds of contact in which two people were really in touch. A message, a visit where they missed each other, and a
 * call to somebody else are none.
 */
export const realContacts = ['home', 'phone', 'walk', 'accompaniment', 'talk'] as const;

export const turnClocks = (facts: TurnFacts): Clock[] => [
  ...facts.tellings
    .filter(({ toldAt }) => !facts.talks.some((at) => isAfter(at, toldAt)))
    .map(relapseContact),
  ...facts.homecomings.filter((home) => !isMet(home.day, facts)).map(dischargeUnmet),
];

/** Whoever tells us hears from us by the end of the next day. For the closest few alone, also that there is a clock. */
const relapseContact = (telling: TurnFacts['tellings'][number]): Clock => ({
  rule: 'relapse-contact',
  subjectId: telling.id,
  showsAt: telling.toldAt,
  opensAt: endOf(addDays(dayOf(telling.toldAt), 1)),
  ownerRole: 'contact-person',
  topic: 'relapse',
});

/** Somebody stands at the door the day they come home; it shows the day before. */
const dischargeUnmet = (home: TurnFacts['homecomings'][number]): Clock => ({
  rule: 'discharge-unmet',
  subjectId: home.id,
  showsAt: startOf(addDays(home.day, -1)),
  opensAt: endOf(home.day),
  ownerRole: 'contact-person',
  topic: 'follow-up',
});

/** Met on the day or later; or gone in again since, so that nobody waits at that door any more. */
const isMet = (day: Day, { talks, departures }: TurnFacts): boolean =>
  talks.some((at) => dayOf(at) >= day) || departures.some((departure) => departure > day);

/** Whether a moment is later than another; both RFC 3339. */
export const isAfter = (at: string, before: string): boolean => Date.parse(at) > Date.parse(before);
