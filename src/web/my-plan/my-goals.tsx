import { useState } from 'react';
import type { Goal, MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { lifeAreaText } from '#text/life-areas.ts';
import { DoesNotFit } from '../app/does-not-fit.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { GoalDialog } from './goal-dialog.tsx';
import { MyGoalEnding } from './goal-ending.tsx';

const parts: { key: 'wanted' | 'present' | 'ways'; label: () => string }[] = [
  { key: 'wanted', label: m.goal_wanted },
  { key: 'present', label: m.goal_present },
  { key: 'ways', label: m.goal_ways },
];

export function MyGoals({ plan }: { plan: MyPlan }) {
  const [open, setOpen] = useState<{ goal?: Goal }>();
  return (
    <Card title={m.goals_title()}>
      <ul className="plan-list">
        {plan.goals.map((goal) => (
          <li key={goal.id} className="plan-goal">
            <h3 className="mv-h3">
              {goal.title}{' '}
              <span className="mv-meta">
                {[goal.lifeArea && lifeAreaText(goal.lifeArea), goal.saidByParticipant && m.goal_own_words()]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </h3>
            <dl>
              {parts.map(({ key, label }) =>
                goal[key] ? (
                  <div key={key}>
                    <dt className="mv-meta">{label()}</dt>
                    <dd>{goal[key]}</dd>
                  </div>
                ) : null,
              )}
            </dl>
            {!goal.closed && (
              <Button
                quiet
                className="mv-no-print"
                onClick={() => setOpen({ goal })}
                aria-label={m.goal_change_named({ goal: goal.title })}
              >
                {m.goal_change()}
              </Button>
            )}
            <MyGoalEnding plan={plan} goal={goal} />
            {!goal.saidByParticipant && (
              <DoesNotFit
                participantId={plan.participantId}
                about={{ table: 'goal', id: goal.id }}
                named={goal.title}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="mv-no-print">
        <Button variant="secondary" onClick={() => setOpen({})}>
          {m.goal_add()}
        </Button>
      </div>
      {open && <GoalDialog plan={plan} {...open} onClose={() => setOpen(undefined)} />}
    </Card>
  );
}
