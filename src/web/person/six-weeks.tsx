import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { type Step, stateOf } from './owed.ts';

const shortNames: Record<string, () => string> = {
  mapping: m.short_mapping,
  'rules-explained': m.short_rules,
  'group-set-up': m.short_group,
  'follow-up-talk': m.short_talk,
  'crisis-plan': m.short_crisis_plan,
  'individual-talk': m.short_individual_talk,
  'call-consultant': m.short_call,
  'meeting-called': m.short_called,
  'evaluation-talk': m.short_evaluation,
  'meeting-prepared': m.short_prepared,
  'meeting-held': m.short_held,
};

/** The weeks side by side: done, now, coming. A week with something left behind says so. */
export function SixWeeks({ steps, now }: { steps: readonly Step[]; now: string }) {
  const today = dayOf(now);
  const weeks = [...new Set(steps.map(({ week }) => week))].toSorted((a, b) => a - b);
  return (
    <ol className="mv-six">
      {weeks.map((week) => {
        const ofWeek = steps.filter((step) => step.week === week);
        const state = weekState(ofWeek, today);
        return (
          <li
            key={week}
            className="mv-week"
            data-state={state}
            aria-current={isNow(ofWeek, today) ? 'step' : undefined}
          >
            <strong>
              <span className="mv-visually-hidden">{m.week_label({ week })} </span>
              <span aria-hidden="true">{week}</span>
            </strong>
            <span className="mv-visually-hidden">{weekWords[state]()}: </span>
            {ofWeek.map((step) => (
              <span key={step.id} data-done={step.doneAt ? '' : undefined}>
                {shortNames[step.code]?.() ?? step.code}
              </span>
            ))}
          </li>
        );
      })}
    </ol>
  );
}

type WeekState = 'done' | 'now' | 'late' | 'coming';

const weekWords: Record<WeekState, () => string> = {
  done: m.week_done,
  now: m.week_now,
  late: m.week_late,
  coming: m.week_coming,
};

const isNow = (steps: readonly Step[], today: string): boolean =>
  steps.some(({ dueFrom, dueTo }) => dueFrom <= today && today <= dueTo);

function weekState(steps: readonly Step[], today: string): WeekState {
  if (steps.every(({ doneAt }) => doneAt)) return 'done';
  if (isNow(steps, today)) return 'now';
  return steps.some((step) => stateOf(step, today) === 'late') ? 'late' : 'coming';
}
