import type { MyPlan } from '#contract/plan.ts';
import type { LifeEvent } from '#contract/turn.ts';
import { daysBetween } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { isHomecoming, turnWhen } from '../app/life-event.ts';
import { Card } from '../ui/card.tsx';
import { callerOf, given } from './caller.ts';

const daysBehind = 30;

/** What is known of what happens around the participant, ahead and lately: they see what we have written. */
export function TurnsAround({ plan }: { plan: MyPlan }) {
  const today = dayOf(plan.now);
  const near = plan.lifeEvents.filter(({ day }) => daysBetween(day, today) <= daysBehind);
  if (near.length === 0) return null;
  const caller = callerOf(plan);
  return (
    <Card title={m.turns_title()}>
      <ul className="plan-list">
        {near.map((event) => (
          <li key={event.id}>
            <p>
              <b>{turnWhen(event, plan.now)}</b>
            </p>
            {whoMeets(event, plan, today) && <p>{whoMeets(event, plan, today)}</p>}
            {(event.place ?? event.words) && (
              <p className="mv-meta">{[event.place, event.words].filter(Boolean).join('. ')}</p>
            )}
            {event.version > 1 && <p className="mv-meta">{m.turns_moved()}</p>}
          </li>
        ))}
      </ul>
      {caller && <p className="mv-meta">{m.turns_wrong({ name: given(caller.name) })}</p>}
    </Card>
  );
}

/** Who stands at the door; or that nobody did, which we owe. */
function whoMeets(event: LifeEvent, plan: MyPlan, today: string): string | undefined {
  if (!isHomecoming(event) || event.owedBy === undefined) return undefined;
  if (event.day < today) return m.turns_not_met();
  const caller = callerOf(plan);
  return caller ? m.turns_meets_you({ name: given(caller.name) }) : m.turns_we_meet_you();
}
