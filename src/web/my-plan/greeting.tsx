import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { dayWithWeek, hourOf } from '../app/dates.ts';
import { Heading } from '../ui/heading.tsx';

function greet(now: string, name: string): string {
  const hour = hourOf(now);
  if (hour < 5 || hour >= 23) return m.greeting_night({ name });
  if (hour < 10) return m.greeting_morning({ name });
  return hour < 18 ? m.greeting_day({ name }) : m.greeting_evening({ name });
}

export function Greeting({ plan }: { plan: MyPlan }) {
  return (
    <div className="plan-greeting">
      <p className="mv-meta">{dayWithWeek(plan.now)}</p>
      <Heading level={1}>{greet(plan.now, plan.callMe)}</Heading>
    </div>
  );
}
