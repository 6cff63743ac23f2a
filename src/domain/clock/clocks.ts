import type { Topic } from '../access/visibility.ts';
import { addDays, type Day, dayOf, endOf, startOf } from '../time/day.ts';

/**
 * When something we owe a person falls due unless it is done. A rule is a pure function of the person's facts;
 * it says when the hole opens, so time passing costs nothing and nothing is polled.
 */
export type ClockRule =
  | 'enquiry-unanswered'
  | 'contact-person-missing'
  | 'step-due'
  | 'action-overdue'
  | 'promise-overdue';

export interface Clock {
  rule: ClockRule;
  subjectId: string;
  /** From when it stands on somebody's day (RFC 3339). */
  showsAt: string;
  /** When it has become a hole. */
  opensAt: string;
  ownerRole: 'intake' | 'contact-person' | 'coordinator';
  /** What the clock tells of, and so who may see it; the person's status when left out. */
  topic?: Extract<Topic, 'status' | 'follow-up' | 'relapse' | 'wishes'>;
}

export interface ClockFacts {
  /** Enrolments that are under way, with when they began. */
  enrolments: readonly { id: string; since: string }[];
  /** The contact persons there have been: until when, null for until further notice. Substitutes are not counted. */
  contactPersons: readonly { until: string | null }[];
  enquiries: readonly { id: string; happenedAt: string; answered: boolean }[];
  steps: readonly { id: string; dueFrom: Day; dueTo: Day; completed: boolean }[];
  actions: readonly { id: string; doer: 'participant' | 'worker'; dueDay: Day | null; done: boolean }[];
  decisions: readonly { id: string; doer: 'participant' | 'worker'; dueDay: Day; kept: boolean }[];
  /** Steps of someone on hold wait; what we promised does not. */
  onHold: boolean;
}

/** Every clock that runs for one person. The participant is never chased: only what staff and partners owe has a clock. */
export function clocksOf(facts: ClockFacts): Clock[] {
  return [
    ...facts.enquiries.filter((enquiry) => !enquiry.answered).map(enquiryUnanswered),
    ...facts.enrolments
      .slice(0, 1)
      .flatMap((enrolment) => contactPersonMissing(enrolment, facts.contactPersons)),
    ...(facts.onHold ? [] : facts.steps.filter((step) => !step.completed).map(stepDue)),
    ...facts.actions
      .filter((action) => action.doer === 'worker' && !action.done)
      .flatMap((action) =>
        action.dueDay === null ? [] : [promised('action-overdue', action.id, action.dueDay)],
      ),
    ...facts.decisions
      .filter((decision) => decision.doer === 'worker' && !decision.kept)
      .map((decision) => promised('promise-overdue', decision.id, decision.dueDay)),
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
