import { bornOn } from '../enquiry/born-on.ts';
import { ok, type Result, refuse } from '../result.ts';
import { ageOn, type Day } from '../time/day.ts';

/** What somebody may answer when they are asked about children. There is no answer before they are asked (hpl § 10 a). */
export const childAnswers = ['yes', 'no', 'unknown', 'not-said'] as const;
export type ChildAnswer = (typeof childAnswers)[number];

/** What a child with a card is to the participant. */
export const childRelations = ['child', 'sibling', 'other'] as const;
export type ChildRelation = (typeof childRelations)[number];

/** What has come about for a child: told something, offered something, or something was done. */
export const childStepKinds = ['told', 'offered', 'done'] as const;
export type ChildStepKind = (typeof childStepKinds)[number];

const GROWN_UP = 18;

/** Whether the duty to see to a child has ended, because the child is grown up. An unknown birth day ends nothing. */
export const isGrownUp = (birthDay: Day | null, today: Day): boolean =>
  birthDay !== null && ageOn(birthDay, today) >= GROWN_UP;

/**
 * The birth day on a child's card, which nobody has to give: of somebody who is born and not grown up yet. The card is for
 * minors; whoever is eighteen is followed up in their own right.
 */
export function childBirthDay(birthDay: Day, today: Day): Result<Day, 'day-out-of-range'> {
  const born = bornOn(birthDay, today);
  return born.ok && !isGrownUp(birthDay, today) ? born : refuse('day-out-of-range');
}

export interface ChildStep {
  kind: ChildStepKind;
  day: Day;
  nextDay: Day | null;
}

/** Something that came about for a child: today or earlier, and taken up again later than that, not before today. */
export function childStep(
  step: ChildStep,
  today: Day,
): Result<ChildStep, 'in-the-future' | 'day-out-of-range'> {
  if (step.day > today) return refuse('in-the-future');
  if (step.nextDay !== null && step.nextDay < today) return refuse('day-out-of-range');
  return ok(step);
}
