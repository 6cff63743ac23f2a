import type { PersonPage } from '#contract/person.ts';
import { dayOf } from '../app/dates.ts';

type Steps = NonNullable<PersonPage['steps']>;
export type Step = Steps[number];

export type StepState = 'done' | 'late' | 'now' | 'coming';

export function stateOf(step: Step, today: string): StepState {
  if (step.doneAt) return 'done';
  if (step.dueTo < today) return 'late';
  return step.dueFrom <= today ? 'now' : 'coming';
}

/** The day the steps stand at: today, or the day somebody went on hold or ended; nothing becomes late meanwhile. */
export function stepsDay({ standings = [], now }: PersonPage): string {
  const running = standings.find(({ week }) => week !== undefined);
  const resting = running ?? standings.find(({ state }) => state === 'ended');
  return resting && (resting.state === 'paused' || resting.state === 'ended')
    ? dayOf(resting.since)
    : dayOf(now);
}

/** How many things the services owe this person, of what the reader may see, and the tab where the first of them stands. */
export function owedTo(page: PersonPage): { count: number; tab: 'plan' | 'forlop' } {
  const today = dayOf(page.now);
  const steps = (page.steps ?? []).filter((step) => stateOf(step, stepsDay(page)) === 'late');
  const promises = (page.meetings ?? [])
    .flatMap((meeting) => meeting.decisions)
    .filter(({ doer, dueDay, keptAt }) => doer === 'worker' && !keptAt && dueDay < today);
  const actions = (page.goals ?? [])
    .flatMap((goal) => goal.actions ?? [])
    .filter(({ doer, dueDay, doneAt }) => doer === 'worker' && !doneAt && dueDay && dueDay < today);
  return {
    count: steps.length + promises.length + actions.length,
    tab: actions.length > 0 ? 'plan' : 'forlop',
  };
}
