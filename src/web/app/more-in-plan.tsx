import { Link } from '@tanstack/react-router';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { Card } from '../ui/card.tsx';
import { partsOf } from './plan-parts.tsx';
import './plan-parts.css';

/** The way to the rest of the plan: a name, a line of what stands there, and a whole row to press. */
export function MoreInPlan({ plan }: { plan: MyPlan }) {
  return (
    <Card title={m.plan_more()}>
      <ul className="plan-more">
        {partsOf(plan).map(({ id, title, summary }) => (
          <li key={id}>
            <Link to="/min-plan/$part" params={{ part: id }}>
              <span className="plan-more-title">{title()}</span>
              <span className="mv-meta">{summary(plan)}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link to="/min-plan/$part" params={{ part: 'utskrift' }}>
            <span className="plan-more-title">{m.print_plan()}</span>
            <span className="mv-meta">{m.part_print()}</span>
          </Link>
        </li>
      </ul>
    </Card>
  );
}
