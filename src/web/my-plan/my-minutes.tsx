import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { ButtonLink } from '../app/button-link.tsx';
import { capital, longDay, shortDay } from '../app/dates.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** The meetings that have been: what was agreed about me is mine to read. */
export function MyMinutes({ plan }: { plan: MyPlan }) {
  return (
    <Card title={m.minutes_part()}>
      {plan.minutes.length === 0 && <EmptyState>{m.minutes_part_empty()}</EmptyState>}
      <ul className="plan-list">
        {plan.minutes.map(({ id, heldAt, place, promises }) => (
          <li key={id}>
            <p>
              <b>{capital(longDay(heldAt))}</b>
              {place && `, ${place}`}
            </p>
            <p className="mv-meta">
              {promises === 1 ? m.minutes_promise_one() : m.minutes_promise_count({ count: promises })}
            </p>
            <div className="mv-no-print">
              <ButtonLink
                variant="secondary"
                to="/referat/$participantId/$meetingId"
                params={{ participantId: plan.participantId, meetingId: id }}
                aria-label={m.minutes_open_named({ day: shortDay(heldAt, plan.now) })}
              >
                {m.minutes_open()}
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
