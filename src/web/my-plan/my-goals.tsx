import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { GoalDialog } from './goal-dialog.tsx';
import { GoalEnding } from './goal-ending.tsx';

const parts: { key: 'wanted' | 'present' | 'ways'; label: () => string }[] = [
  { key: 'wanted', label: m.goal_wanted },
  { key: 'present', label: m.goal_present },
  { key: 'ways', label: m.goal_ways },
];

export function MyGoals({ plan }: { plan: MyPlan }) {
  const [adding, setAdding] = useState(false);
  return (
    <Card title={m.goals_title()}>
      <ul className="plan-list">
        {plan.goals.map((goal) => (
          <li key={goal.id} className="plan-goal">
            <h3 className="mv-h3">
              {goal.title} {goal.saidByParticipant && <span className="mv-meta">{m.goal_own_words()}</span>}
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
            <GoalEnding plan={plan} goal={goal} />
          </li>
        ))}
      </ul>
      <div className="mv-no-print">
        <Button variant="secondary" onClick={() => setAdding(true)}>
          {m.goal_add()}
        </Button>
      </div>
      {adding && <GoalDialog plan={plan} onClose={() => setAdding(false)} />}
    </Card>
  );
}
