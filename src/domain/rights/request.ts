import { type ComplaintBody, legalBases } from '../access/legal-basis.ts';
import type { LegalClass } from '../fact/legal-class.ts';
import { ok, type Result, refuse } from '../result.ts';
import { addMonths, type Day, dayOf } from '../time/day.ts';

/** What somebody may ask for of what stands about them: put right, deleted, used less; or they object and it stands beside. */
export const requestKinds = ['correct', 'erase', 'restrict', 'object'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** `prolonged` is no answer: it says, with a reason and in time, until when one is owed. */
export const decisionOutcomes = ['granted', 'partly', 'refused', 'prolonged'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

const MONTHS = { answer: 1, atMost: 3 };

/** The last day on which a request is to be answered (GDPR art. 12 (3)): a month after it came, or the day it was prolonged to. */
export const answerOwedBy = (askedAt: string, prolongedTo: Day | null): Day =>
  prolongedTo ?? addMonths(dayOf(askedAt), MONTHS.answer);

/** What the law usually says yes to. Guidance for whoever decides and for who asks; the decision is a human being's, with reasons. */
export type Usual = 'yes' | 'assessed' | 'no';

export interface Guidance {
  usual: Usual;
  /** The provisions it is decided by, as they are cited. */
  law: string;
  complaint: ComplaintBody;
}

type Row = Record<RequestKind, Omit<Guidance, 'complaint'>>;

const byRegulation: Pick<Row, 'correct' | 'restrict' | 'object'> = {
  correct: { usual: 'yes', law: 'personvernforordningen art. 16' },
  restrict: { usual: 'assessed', law: 'personvernforordningen art. 18' },
  object: { usual: 'assessed', law: 'personvernforordningen art. 21' },
};

/** Class by class; drafted from public sources, to be agreed with a privacy officer (see legal-basis.ts). */
const outcomes: Record<LegalClass, Row> = {
  // A record is corrected where it is wrong, and hardly ever deleted; one's own view always stands beside it.
  'health-record': {
    correct: { usual: 'assessed', law: 'helsepersonelloven § 42' },
    erase: { usual: 'no', law: 'helsepersonelloven § 43, personvernforordningen art. 17 nr. 3' },
    restrict: {
      usual: 'yes',
      law: 'pasientjournalloven § 17, pasient- og brukerrettighetsloven § 5-3 (sperring)',
    },
    object: { usual: 'yes', law: 'helsepersonelloven § 42 (egen merknad)' },
  },
  'social-case': {
    ...byRegulation,
    erase: { usual: 'no', law: 'personvernforordningen art. 17 nr. 3, arkivlova § 9' },
  },
  'shared-plan': {
    ...byRegulation,
    erase: { usual: 'assessed', law: 'personvernforordningen art. 17 nr. 3, arkivlova § 9' },
  },
  'participant-own': {
    ...byRegulation,
    erase: { usual: 'yes', law: 'personvernforordningen art. 17' },
    restrict: { usual: 'yes', law: 'personvernforordningen art. 18' },
    object: { usual: 'yes', law: 'personvernforordningen art. 21' },
  },
  'relative-own': {
    ...byRegulation,
    correct: { usual: 'assessed', law: 'personvernforordningen art. 16' },
    erase: { usual: 'no', law: 'personvernforordningen art. 17 nr. 3 og art. 15 nr. 4' },
  },
  'voluntary-work': {
    ...byRegulation,
    erase: { usual: 'yes', law: 'personvernforordningen art. 17' },
    object: { usual: 'yes', law: 'personvernforordningen art. 21' },
  },
};

export const guidanceFor = (kind: RequestKind, legalClass: LegalClass): Guidance => ({
  ...outcomes[legalClass][kind],
  complaint: legalBases[legalClass].complaint,
});

export interface Deciding {
  outcome: DecisionOutcome;
  untilDay: Day | null;
}

interface Standing {
  /** The participant's own request, and the participant deciding. */
  own: boolean;
  askedAt: string;
  /** What has been decided before, the oldest first. */
  before: readonly Deciding[];
  today: Day;
}

type DecisionRefusal = 'not-yours-to-do' | 'already-answered' | 'day-needed' | 'day-out-of-range';

/**
 * A decision on a request, by somebody else than who asked. Prolonged once, before the month is over, to a day at most three
 * months after it was asked for.
 */
export function decide(
  deciding: Deciding,
  { own, askedAt, before, today }: Standing,
): Result<Deciding, DecisionRefusal> {
  if (own) return refuse('not-yours-to-do');
  if (before.some(({ outcome }) => outcome !== 'prolonged')) return refuse('already-answered');
  if (deciding.outcome !== 'prolonged') return ok({ ...deciding, untilDay: null });
  if (before.length > 0 || today > answerOwedBy(askedAt, null)) return refuse('already-answered');
  if (deciding.untilDay === null) return refuse('day-needed');
  const latest = addMonths(dayOf(askedAt), MONTHS.atMost);
  return answerOwedBy(askedAt, null) < deciding.untilDay && deciding.untilDay <= latest
    ? ok(deciding)
    : refuse('day-out-of-range');
}
