import { addDays, type Day } from '../time/day.ts';

const DAYS_A_WEEK = 7;

/** Whom a step can be left to: one of those around a person, and never the participant, who is chased by nobody. */
export const owingRoles = ['intake', 'contact-person', 'coordinator', 'group-leader'] as const;
export type OwingRole = (typeof owingRoles)[number];

/**
 * Terminology: a *template* is a pathway as data; a *run* is one person's way through it, counted from its anchor day;
 * a *step* is due in a span of days and is completed by an *act*, never by a click.
 */
export type ActKind = (typeof actKinds)[number];
export const actKinds = [
  'goal',
  'acknowledgement',
  'team_membership',
  'contact',
  'crisis_plan',
  'meeting-called',
  'meeting-prepared',
  'meeting-held',
  'review',
] as const;

/** An act that completes a step. */
export interface CompletingAct {
  kind: ActKind;
  /** A contact's kind, a team member's role, or how a review was written; any when left out. */
  details?: readonly string[];
  /** The act counts only from the step's first day on; otherwise it also counts when it was done before. */
  notBefore?: true;
}

/** Whole days in which a step is due. */
export interface DueDays {
  /** The first of them, counted from the anchor day, which is 0; before it is negative, as when a release is prepared. */
  from: number;
  /** How many days there are, the first among them. */
  days: number;
  /** Counted from the last day of this step instead of from the anchor. */
  after?: string;
}

export interface StepTemplate {
  code: string;
  due: DueDays;
  /** Whose it is to do. */
  role: OwingRole;
  /** Any one of these, when there are several. */
  completedBy: CompletingAct | readonly CompletingAct[];
  /** The button on «Min dag» that leads to the act. */
  act: string;
  /** Again, so many days later each time; once when left out. */
  repeats?: { everyDays: number; times: number };
}

export interface PathwayTemplate {
  code: string;
  version: number;
  steps: readonly StepTemplate[];
}

export interface PlannedStep {
  code: string;
  /** Counted from 1, the week of the anchor; the week before it is 0. */
  week: number;
  dueFrom: Day;
  dueTo: Day;
}

/** Days from the anchor: the first and the last on which a step is due. */
interface Span {
  first: number;
  last: number;
}

/** Where each step of a template lies, by its code; nothing for one that is counted from itself or from no step. */
export function spansOf(steps: readonly StepTemplate[]): Map<string, Span> {
  const byCode = new Map(steps.map((step) => [step.code, step]));
  const spans = new Map<string, Span>();
  const spanOf = (code: string, waiting: readonly string[]): Span | undefined => {
    const known = spans.get(code);
    const step = byCode.get(code);
    if (known !== undefined || step === undefined || waiting.includes(code)) return known;
    const { from, days, after } = step.due;
    const start = after === undefined ? 0 : spanOf(after, [...waiting, code])?.last;
    if (start === undefined) return undefined;
    const span = { first: start + from, last: start + from + days - 1 };
    spans.set(code, span);
    return span;
  };
  for (const { code } of steps) spanOf(code, []);
  return spans;
}

/**
 * The steps of one person's run, each with the days in which it is due, counted from the anchor day.
 *
 * @param template one without faults (`templateFaults`): a step that lies nowhere is left out
 * @returns in the template's order; a step that repeats is there once for each time
 */
export function planSteps(template: PathwayTemplate, anchor: Day): PlannedStep[] {
  const spans = spansOf(template.steps);
  return template.steps.flatMap(({ code, repeats = { everyDays: 0, times: 1 } }) => {
    const span = spans.get(code);
    if (span === undefined) return [];
    return Array.from({ length: repeats.times }, (_, time) => {
      const first = span.first + time * repeats.everyDays;
      return {
        code,
        week: Math.floor(first / DAYS_A_WEEK) + 1,
        dueFrom: addDays(anchor, first),
        dueTo: addDays(anchor, first + span.last - span.first),
      };
    });
  });
}

/** How many weeks a template goes on after its anchor: to the end of the week of its last day. */
export function weeksOf({ steps }: PathwayTemplate): number {
  const spans = spansOf(steps);
  const last = steps.map(({ code, repeats }) => {
    const end = spans.get(code)?.last ?? -1;
    return repeats === undefined ? end : end + (repeats.times - 1) * repeats.everyDays;
  });
  return Math.floor(Math.max(-1, ...last) / DAYS_A_WEEK) + 1;
}
