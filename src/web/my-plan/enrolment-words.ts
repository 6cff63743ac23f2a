import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { stateText } from '#text/text.ts';

/** «Uke 4 av 6 i Ny Start», or the state when no weeks are counted. */
export function enrolmentWords({ service, state, week, of }: MyPlan['enrolments'][number]): string {
  if (week !== undefined && of !== undefined && week <= of) return m.path_week_of({ week, of, service });
  return m.path_service_state({ service, state: stateText(state) });
}
