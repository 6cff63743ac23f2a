import { type PathwayTemplate, type PlannedStep, planSteps } from '../pathway/template.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type Day, daysBetween, mondayOf } from '../time/day.ts';

export interface Enrolling {
  /** Mapping while a pathway begins; otherwise the follow-up is under way at once. */
  state: 'mapping' | 'active';
  /** The pathway that begins, when the service has one. */
  run: { template: PathwayTemplate; anchor: Day; steps: PlannedStep[] } | null;
}

/**
 * Enrols somebody in a service, on its pathway when it has one: weeks are counted from the Monday of the start day,
 * as the weekly timetable is.
 * @param states the latest state of each enrolment in the same service
 */
export function enrol(
  template: PathwayTemplate | undefined,
  startDay: Day,
  today: Day,
  states: readonly string[],
): Result<Enrolling, 'already-enrolled' | 'day-out-of-range'> {
  if (states.some((state) => state !== 'ended' && state !== 'declined')) return refuse('already-enrolled');
  if (Math.abs(daysBetween(today, startDay)) > 183) return refuse('day-out-of-range');
  if (template === undefined) return ok({ state: 'active', run: null });
  const anchor = mondayOf(startDay);
  return ok({ state: 'mapping', run: { template, anchor, steps: planSteps(template, anchor) } });
}
