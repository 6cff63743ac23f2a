import { addDays, type Day } from '../time/day.ts';

export interface ShiftableStep {
  dueFrom: Day;
  dueTo: Day;
  done: boolean;
}

/**
 * The steps that are left, moved by the whole days somebody was on hold: nothing is lost and nothing has become late
 * meanwhile. Steps that are done stay on the days they had, and are not among the answer.
 * @param days whole days on hold; none moves nothing
 */
export const shiftSteps = <Step extends ShiftableStep>(steps: readonly Step[], days: number): Step[] =>
  days < 1
    ? []
    : steps
        .filter((step) => !step.done)
        .map((step) => ({
          ...step,
          dueFrom: addDays(step.dueFrom, days),
          dueTo: addDays(step.dueTo, days),
        }));
