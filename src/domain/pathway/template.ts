import { addDays, type Day } from '../time/day.ts';

/**
 * Terminology: a *template* is a pathway as data; a *run* is one person's way through it, counted from its anchor day;
 * a *step* is due in a span of days and is completed by an *act*, never by a click.
 */
export type ActKind =
  | 'goal'
  | 'acknowledgement'
  | 'team_membership'
  | 'contact'
  | 'crisis_plan'
  | 'meeting-called'
  | 'meeting-prepared'
  | 'meeting-held'
  | 'review';

/** An act that completes a step. */
export interface CompletingAct {
  kind: ActKind;
  /** A contact's kind, a team member's role, or how a review was written; any when left out. */
  details?: readonly string[];
  /** The act counts only from the step's first day on; otherwise it also counts when it was done before. */
  notBefore?: true;
}

export interface StepTemplate {
  code: string;
  /** Counted from 1, the week of the anchor. */
  week: number;
  /** Any one of these, when there are several. */
  completedBy: CompletingAct | readonly CompletingAct[];
  /** The button on «Min dag» that leads to the act. */
  act: string;
}

export interface PathwayTemplate {
  code: string;
  version: number;
  weeks: number;
  steps: readonly StepTemplate[];
}

export interface PlannedStep {
  code: string;
  week: number;
  dueFrom: Day;
  dueTo: Day;
}

/** The steps of one person's run, each with the seven days in which it is due, counted from the anchor day. */
export const planSteps = (template: PathwayTemplate, anchor: Day): PlannedStep[] =>
  template.steps.map(({ code, week }) => ({
    code,
    week,
    dueFrom: addDays(anchor, 7 * (week - 1)),
    dueTo: addDays(anchor, 7 * week - 1),
  }));
