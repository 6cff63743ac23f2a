import { addDays, type Day, dayOf, endOf, startOf } from '../time/day.ts';
import { type ChildFacts, childClocks } from './children.ts';
import type { Clock } from './clock.ts';
import { type EmergencyFacts, emergencyClocks } from './emergency.ts';
import { type RightsClockFact, rightsUnanswered } from './rights.ts';
import { type TurnFacts, turnClocks } from './turns.ts';
import { type WhyFacts, whyClocks } from './why.ts';
import { type WishClockFact, wishUnanswered } from './wishes.ts';

export interface ClockFacts extends TurnFacts, ChildFacts, WhyFacts, EmergencyFacts {
  /** Enrolments that are under way, with when they began. */
  enrolments: readonly { id: string; since: string }[];
  /** The contact persons there have been: until when, null for until further notice. Substitutes are not counted. */
  contactPersons: readonly { until: string | null }[];
  enquiries: readonly { id: string; happenedAt: string; answered: boolean }[];
  /** A step waits while the enrolment it belongs to is on hold or has ended; what we promised does not. */
  steps: readonly { id: string; dueFrom: Day; dueTo: Day; completed: boolean; waits: boolean }[];
  actions: readonly { id: string; doer: 'participant' | 'worker'; dueDay: Day | null; done: boolean }[];
  decisions: readonly { id: string; doer: 'participant' | 'worker'; dueDay: Day; kept: boolean }[];
  wishes: readonly WishClockFact[];
  rightsRequests: readonly RightsClockFact[];
  /** Nothing is owed to somebody who has died, and nobody is to be reminded of it. */
  died: boolean;
}

/** Every clock that runs for one person. The participant is never chased: only what staff and partners owe has a clock. */
export function clocksOf(facts: ClockFacts): Clock[] {
  if (facts.died) return [];
  return [
    ...facts.enquiries.filter((enquiry) => !enquiry.answered).map(enquiryUnanswered),
    ...facts.enrolments
      .slice(0, 1)
      .flatMap((enrolment) => contactPersonMissing(enrolment, facts.contactPersons)),
    ...facts.steps.filter((step) => !step.completed && !step.waits).map(stepDue),
    ...facts.actions
      .filter((action) => action.doer === 'worker' && !action.done)
      .flatMap((action) =>
        action.dueDay === null ? [] : [promised('action-overdue', action.id, action.dueDay)],
      ),
    ...facts.decisions
      .filter((decision) => decision.doer === 'worker' && !decision.kept)
      .map((decision) => promised('promise-overdue', decision.id, decision.dueDay)),
    ...turnClocks(facts),
    ...facts.wishes.flatMap(wishUnanswered),
    ...whyClocks(facts),
    ...facts.rightsRequests.flatMap(rightsUnanswered),
    ...childClocks(facts),
    ...emergencyClocks(facts),
  ];
}

/** An enquiry is answered on the day it comes; a hole from midnight. */
const enquiryUnanswered = (enquiry: ClockFacts['enquiries'][number]): Clock => ({
  rule: 'enquiry-unanswered',
  subjectId: enquiry.id,
  showsAt: enquiry.happenedAt,
  opensAt: endOf(dayOf(enquiry.happenedAt)),
  ownerRole: 'intake',
});

/** Nobody is without a contact person: it shows a week before the last one leaves, or at once when there is none. */
function contactPersonMissing(
  enrolment: ClockFacts['enrolments'][number],
  contactPersons: ClockFacts['contactPersons'],
): Clock[] {
  const ends = contactPersons.map(({ until }) => until);
  if (ends.includes(null)) return [];
  const last = ends
    .filter((until) => until !== null)
    .toSorted()
    .at(-1);
  const leaves = last === undefined || last < enrolment.since ? undefined : last;
  return [
    {
      rule: 'contact-person-missing',
      subjectId: enrolment.id,
      showsAt: leaves === undefined ? enrolment.since : startOf(addDays(dayOf(leaves), -7)),
      opensAt: leaves ?? endOf(dayOf(enrolment.since)),
      ownerRole: 'coordinator',
    },
  ];
}

const stepDue = (step: ClockFacts['steps'][number]): Clock => ({
  rule: 'step-due',
  subjectId: step.id,
  showsAt: startOf(step.dueFrom),
  opensAt: endOf(step.dueTo),
  ownerRole: 'contact-person',
});

/** A promise with a day shows on that day and is broken when the day has passed. */
const promised = (rule: 'action-overdue' | 'promise-overdue', subjectId: string, dueDay: Day): Clock => ({
  rule,
  subjectId,
  showsAt: startOf(dueDay),
  opensAt: endOf(dueDay),
  ownerRole: 'contact-person',
});
