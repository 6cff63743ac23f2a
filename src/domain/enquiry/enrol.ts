import { type PathwayTemplate, type PlannedStep, planSteps } from '../pathway/template.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type Day, daysBetween, mondayOf } from '../time/day.ts';

export interface Enrolling {
  template: PathwayTemplate;
  anchor: Day;
  steps: PlannedStep[];
}

/**
 * Enrols somebody: weeks are counted from the Monday of the start day, as the weekly timetable is.
 * @param states the latest state of each enrolment in the same service
 */
export function enrol(
  template: PathwayTemplate,
  startDay: Day,
  today: Day,
  states: readonly string[],
): Result<Enrolling, 'already-enrolled' | 'day-out-of-range'> {
  if (states.some((state) => state !== 'ended' && state !== 'declined')) return refuse('already-enrolled');
  if (Math.abs(daysBetween(today, startDay)) > 183) return refuse('day-out-of-range');
  const anchor = mondayOf(startDay);
  return ok({ template, anchor, steps: planSteps(template, anchor) });
}
