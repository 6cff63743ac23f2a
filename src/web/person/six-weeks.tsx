import { m } from '#text/generated/messages.js';
import { daySpan, shortDay } from '../app/dates.ts';
import type { TabProps } from './acts.ts';
import { type Step, stateOf, stepsDay } from './owed.ts';

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
export function SixWeeks({ page }: Pick<TabProps, 'page'>) {
  const steps = page.steps ?? [];
  const today = stepsDay(page);
  const current = page.standings?.find(({ week }) => week !== undefined)?.week;
  const weeks = [...new Set(steps.map(({ week }) => week))].toSorted((a, b) => a - b);
  return (
    <ol className="mv-six">
      {weeks.map((week) => {
        const ofWeek = steps.filter((step) => step.week === week);
        const state = weekState(ofWeek, today, week === current);
        return (
          <li
            key={week}
            className="mv-run-week"
            data-state={state}
            aria-current={week === current ? 'step' : undefined}
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

/** @param now it is the week somebody is in: after a hold that is not told by the days, since steps that are done stay. */
function weekState(steps: readonly Step[], today: string, now: boolean): WeekState {
  if (steps.every(({ doneAt }) => doneAt)) return 'done';
  if (now) return 'now';
  return steps.some((step) => stateOf(step, today) === 'late') ? 'late' : 'coming';
}

/** On hold, or lately so: the steps wait, or have been moved, and nothing is lost. */
export function HoldNote({ page }: Pick<TabProps, 'page'>) {
  const held = page.standings?.find(({ hold, state }) => hold !== undefined && state !== 'ended');
  if (!held?.hold) return null;
  const { from, until } = held.hold;
  return (
    <p className="mv-meta">
      {until === undefined
        ? m.standing_on_hold({ day: shortDay(from, page.now) })
        : m.standing_was_on_hold({ span: daySpan(from, until, page.now) })}
    </p>
  );
}
