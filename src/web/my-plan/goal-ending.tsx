import { useState } from 'react';
import type { Goal, MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { nearDay } from '../app/dates.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toast.tsx';
import { usePlanActs } from './acts.ts';

type Outcome = 'reached' | 'not-wanted';

/** How a goal ends: I got there, or it is not mine any more. Neither is a failure, and both can be taken back. */
export function GoalEnding({ plan, goal }: { plan: MyPlan; goal: Goal }) {
  const acts = usePlanActs(plan.participantId);
  const toast = useToast();
  const [problem, setProblem] = useState<unknown>();
  const run = (send: () => Promise<unknown>) => {
    setProblem(undefined);
    return send().catch(setProblem);
  };
  const reopen = (closureId: string) =>
    run(async () => {
      await acts.reopenGoal(closureId, m.goal_reopen_reason());
      toast({ text: m.goal_reopened() });
    });
  const close = (outcome: Outcome) =>
    run(async () => {
      const { id } = await acts.closeGoal(goal.id, outcome);
      toast({
        text: outcome === 'reached' ? m.goal_reached_saved() : m.goal_not_wanted_saved(),
        action: { label: m.undo(), run: () => void reopen(id) },
      });
    });
  const { closed } = goal;
  return (
    <div className="mv-no-print">
      {closed ? (
        <>
          <p className="mv-meta">{goalEnded(closed, plan.now)}</p>
          <Button
            quiet
            onClick={() => void reopen(closed.id)}
            aria-label={m.goal_reopen_named({ goal: goal.title })}
          >
            {m.goal_reopen()}
          </Button>
        </>
      ) : (
        <>
          <Button
            quiet
            onClick={() => void close('reached')}
            aria-label={m.goal_reached_named({ goal: goal.title })}
          >
            {m.goal_reached()}
          </Button>
          <Button
            quiet
            onClick={() => void close('not-wanted')}
            aria-label={m.goal_not_wanted_named({ goal: goal.title })}
          >
            {m.goal_not_wanted()}
          </Button>
        </>
      )}
      {problem !== undefined && <ProblemNotice error={problem} />}
    </div>
  );
}

const goalEnded = ({ outcome, at }: NonNullable<Goal['closed']>, now: string): string =>
  outcome === 'reached'
    ? m.goal_reached_at({ day: nearDay(at, now) })
    : m.goal_ended_at({ day: nearDay(at, now) });
