import { useState } from 'react';
import type { Action, Goal, MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { dayOf, nearDay } from '../app/dates.ts';
import { given } from '../app/given-name.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { useToast } from '../ui/toast.tsx';
import { usePlanActs } from './acts.ts';
import { ActionDialog } from './dialogs.ts';

/** «Kari på NAV:»: given name and where from; two people at the same place are told apart by the full name elsewhere. */
export function doerWords(doer: { doerName: string; doerOrganisation?: string }): string {
  const name = given(doer.doerName);
  return doer.doerOrganisation
    ? m.actions_other_at({ name, organisation: doer.doerOrganisation })
    : m.actions_other({ name });
}

function noteOf(action: Action, goal: Goal, now: string): string {
  if (action.doneAt) return m.actions_done({ day: nearDay(action.doneAt, now) });
  if (!action.dueDay) return m.actions_for_goal({ goal: goal.title });
  const day = nearDay(action.dueDay, now);
  if (action.dueDay >= dayOf(now)) return m.actions_due({ day });
  return action.doer === 'participant' ? m.actions_was_due({ day }) : m.actions_we_owe({ day });
}

export function ActionRow({ plan, action, goal }: { plan: MyPlan; action: Action; goal: Goal }) {
  const note = noteOf(action, goal, plan.now);
  if (action.doer === 'participant') return <MyAction plan={plan} action={action} goal={goal} note={note} />;
  return (
    <div className="plan-theirs">
      <span className="plan-mark" data-done={action.doneAt ? '' : undefined} aria-hidden="true">
        {action.doneAt ? '✓' : ''}
      </span>
      <div>
        <p>
          <b>{doerWords(action)}</b> {action.title}
        </p>
        <p className="mv-meta">{note}</p>
      </div>
    </div>
  );
}

function MyAction({ plan, action, goal, note }: { plan: MyPlan; action: Action; goal: Goal; note: string }) {
  const [changing, setChanging] = useState(false);
  const acts = usePlanActs(plan.participantId);
  const toast = useToast();
  const [wanted, setWanted] = useState<boolean>();
  const done = action.doneAt !== undefined;

  /** What was pressed shows at once, and goes back when it was not saved. */
  const run = async (checked: boolean, sent: Promise<{ id: string } | undefined>) => {
    setWanted(checked);
    const saved = await sent;
    setWanted(undefined);
    return saved;
  };
  const uncheck = async (completionId: string) => {
    const undone = await run(false, acts.uncomplete(completionId, m.actions_undo_reason()));
    if (undone) toast({ text: m.actions_unchecked() });
  };
  const onChange = async (checked: boolean) => {
    if (!checked) return action.completionId ? uncheck(action.completionId) : undefined;
    const completion = await run(true, acts.complete(action.id));
    if (!completion) return;
    toast({ text: m.actions_checked(), action: { label: m.undo(), run: () => void uncheck(completion.id) } });
  };

  return (
    <div className="plan-mine">
      <Checkbox
        checked={wanted ?? done}
        disabled={wanted !== undefined}
        onChange={onChange}
        label={
          <>
            <b>{m.actions_you()}</b> {action.title}
          </>
        }
        note={note}
      />
      {!done && (
        <Button
          quiet
          className="mv-no-print"
          onClick={() => setChanging(true)}
          aria-label={m.action_change_named({ title: action.title })}
        >
          {m.change()}
        </Button>
      )}
      {acts.error && <ProblemNotice error={acts.error} />}
      {changing && (
        <ActionDialog plan={plan} change={{ action, goalId: goal.id }} onClose={() => setChanging(false)} />
      )}
    </div>
  );
}
