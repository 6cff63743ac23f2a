import type { Goal, MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { nearDay } from '../app/dates.ts';
import { GoalEnding } from '../app/goal-ending.tsx';

/** I got there, or it is not mine any more. */
export const MyGoalEnding = ({ plan, goal }: { plan: MyPlan; goal: Goal }) => (
  <>
    {goal.closed && <p className="mv-meta mv-no-print">{goalEnded(goal.closed, plan.now)}</p>}
    <GoalEnding
      participantId={plan.participantId}
      goal={goal}
      words={{
        reached: m.goal_reached(),
        notWanted: m.goal_not_wanted(),
        takeUp: m.goal_reopen(),
        ended: (outcome) => (outcome === 'reached' ? m.goal_reached_saved() : m.goal_not_wanted_saved()),
        goesOn: m.goal_reopened(),
      }}
    />
  </>
);

const goalEnded = ({ outcome, at }: NonNullable<Goal['closed']>, now: string): string =>
  outcome === 'reached'
    ? m.goal_reached_at({ day: nearDay(at, now) })
    : m.goal_ended_at({ day: nearDay(at, now) });
