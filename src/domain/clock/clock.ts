import type { Topic } from '../access/topics.ts';

/**
 * When something we owe a person falls due unless it is done. A rule is a pure function of the person's facts;
 * it says when the hole opens, so time passing costs nothing and nothing is polled.
 */
export type ClockRule =
  | 'enquiry-unanswered'
  | 'contact-person-missing'
  | 'step-due'
  | 'action-overdue'
  | 'promise-overdue'
  | 'relapse-contact'
  | 'discharge-unmet'
  | 'wish-unanswered'
  | 'children-not-asked'
  | 'child-next'
  | 'look-unexplained'
  | 'emergency-talk'
  | 'rights-unanswered';

export interface Clock {
  rule: ClockRule;
  subjectId: string;
  /** From when it stands on somebody's day (RFC 3339). */
  showsAt: string;
  /** When it has become a hole. */
  opensAt: string;
  ownerRole: 'intake' | 'contact-person' | 'coordinator' | 'looker';
  /** What the clock tells of, and so who may see it; the person's status when left out. */
  topic?: Extract<Topic, 'status' | 'follow-up' | 'relapse' | 'wishes' | 'children' | 'sharing'>;
}
