import type { MyPlan } from '#contract/plan.ts';
import { addDays } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { Card } from '../ui/card.tsx';
import { ButtonLink } from './button-link.tsx';
import { dayOf } from './dates.ts';

const firstWeek = 5;
/** Afterwards it is found among the rest of the plan. */
const daysAfter = 28;

/** From the fifth week until some weeks after the last. */
export function isTimeToLookBack({ steps, now }: MyPlan): boolean {
  const today = dayOf(now);
  const last = steps
    .map(({ dueFrom }) => dueFrom)
    .toSorted()
    .at(-1);
  const begun = steps.some(({ week, dueFrom }) => week >= firstWeek && dueFrom <= today);
  return begun && last !== undefined && today <= addDays(last, daysAfter);
}

export function LookBackCard() {
  return (
    <Card title={m.review_title()}>
      <p>{m.review_card()}</p>
      <div>
        <ButtonLink variant="secondary" to="/min-plan/$part" params={{ part: 'tilbakeblikk' }}>
          {m.review_open()}
        </ButtonLink>
      </div>
    </Card>
  );
}
