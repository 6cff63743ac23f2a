import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { Card } from '../ui/card.tsx';
import { OpeningStory } from './opening-story.tsx';
import './emergency.css';

/** The participant’s own page of it: each opening, and what one can do about it. */
export function MyEmergencies({ plan }: { plan: MyPlan }) {
  return (
    <Card title={m.emergencies_title()}>
      <p className="mv-meta">{m.emergencies_note()}</p>
      <ul className="emergency-list">
        {plan.emergencies.map((opening) => (
          <li key={opening.id} className="mv-stack">
            <OpeningStory opening={opening} now={plan.now} unreviewed={m.emergency_not_reviewed()} />
          </li>
        ))}
      </ul>
      <p className="mv-meta">{m.emergencies_ask()}</p>
    </Card>
  );
}
