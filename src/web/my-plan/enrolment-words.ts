import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { stateText } from '#text/text.ts';
import { daySpan } from '../app/dates.ts';

type Enrolment = MyPlan['enrolments'][number];

/** «Uke 4 av 6 i Ny Start», or the state when no weeks are counted. */
export function enrolmentWords({ service, state, week, of }: Enrolment): string {
  if (state === 'paused') return m.path_on_hold({ service });
  if (state === 'ended') return m.path_ended({ service });
  if (week !== undefined && of !== undefined && week <= of) return m.path_week_of({ week, of, service });
  return m.path_service_state({ service, state: stateText(state) });
}

/** A hold that is over: what was moved, and that nothing is lost. */
export const holdWords = ({ hold, state }: Enrolment, now: string): string =>
  hold?.until && state !== 'paused' && state !== 'ended'
    ? m.path_was_on_hold({ span: daySpan(hold.from, hold.until, now) })
    : '';
