import { useState } from 'react';
import type { Action, Goal, MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ActionRow } from './action-row.tsx';
import { ActionDialog } from './dialogs.ts';

export interface ActionOfGoal {
  action: Action;
  goal: Goal;
}

/** Mine first, what is left before what is done. */
const order = ({ action }: ActionOfGoal): number =>
  (action.doer === 'participant' ? 0 : 2) + (action.doneAt ? 1 : 0);

const actionsOf = (plan: MyPlan): ActionOfGoal[] =>
  plan.goals
    .filter((goal) => !goal.closed)
    .flatMap((goal) => (goal.actions ?? []).map((action) => ({ action, goal })))
    .sort((a, b) => order(a) - order(b));

export function WhoDoesWhat({ plan }: { plan: MyPlan }) {
  const [adding, setAdding] = useState(false);
  const actions = actionsOf(plan);
  return (
    <Card title={m.actions_title()}>
      {actions.length === 0 && <EmptyState>{m.actions_empty()}</EmptyState>}
      <ul className="plan-list">
        {actions.map(({ action, goal }) => (
          <li key={action.id}>
            <ActionRow plan={plan} action={action} goal={goal} />
          </li>
        ))}
      </ul>
      {plan.goals.every((goal) => goal.closed) ? (
        <p className="mv-meta">{m.action_needs_goal()}</p>
      ) : (
        <div className="mv-no-print">
          <Button variant="secondary" onClick={() => setAdding(true)}>
            {m.action_add()}
          </Button>
        </div>
      )}
      {adding && <ActionDialog plan={plan} onClose={() => setAdding(false)} />}
    </Card>
  );
}
