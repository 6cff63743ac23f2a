import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { Card } from '../ui/card.tsx';
import { OpeningStory } from './opening-story.tsx';
import './emergency.css';

/** For those beside: what was opened, so that they can talk about it. */
export function EmergenciesOf({ page: { emergencies = [], now } }: { page: PersonPage }) {
  if (emergencies.length === 0) return null;
  return (
    <Card title={m.emergencies_title()}>
      <ul className="emergency-list">
        {emergencies.map((opening) => (
          <li key={opening.id} className="mv-stack">
            <OpeningStory opening={opening} now={now} unreviewed={m.emergency_not_reviewed()} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
