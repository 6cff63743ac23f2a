import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import type { LifeEvent } from '#contract/turn.ts';
import { daysBetween } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { given } from '../app/given-name.ts';
import { isHomecoming, turnWhen } from '../app/life-event.ts';
import { useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useToast } from '../ui/toast.tsx';
import { callerOf } from './caller.ts';
import { TurnDialog } from './dialogs.ts';

const daysBehind = 30;

/** On the home: what is ahead and what was lately, when there is any. */
export function TurnsAround({ plan }: { plan: MyPlan }) {
  const today = dayOf(plan.now);
  const near = plan.lifeEvents.filter(({ day }) => daysBetween(day, today) <= daysBehind);
  return near.length === 0 ? null : <Turns plan={plan} events={near} />;
}

/** All of it, on its own page: there is always something that may be told. */
export const MyTurns = ({ plan }: { plan: MyPlan }) => <Turns plan={plan} events={plan.lifeEvents} />;

/** What is known of what happens around the participant: what we have written, and what they tell. */
function Turns({ plan, events }: { plan: MyPlan; events: readonly LifeEvent[] }) {
  const [open, setOpen] = useState<'new' | LifeEvent>();
  const caller = callerOf(plan);
  const tell = (
    <Button variant="secondary" onClick={() => setOpen('new')}>
      {m.turns_tell()}
    </Button>
  );
  return (
    <Card title={m.turns_title()}>
      {events.length === 0 && <EmptyState action={tell}>{m.turns_none()}</EmptyState>}
      {events.length > 0 && (
        <>
          <ul className="plan-list">
            {events.map((event) => (
              <Turn key={event.id} event={event} plan={plan} onChange={() => setOpen(event)} />
            ))}
          </ul>
          {caller && events.some(({ own }) => !own) && (
            <p className="mv-meta">{m.turns_wrong({ name: given(caller.name) })}</p>
          )}
          <div className="mv-no-print">{tell}</div>
        </>
      )}
      {open && (
        <TurnDialog
          plan={plan}
          {...(open === 'new' ? {} : { event: open })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
}

function Turn({ event, plan, onChange }: { event: LifeEvent; plan: MyPlan; onChange: () => void }) {
  const met = whoMeets(event, plan);
  const what = turnWhen(event, plan.now);
  return (
    <li>
      <p>
        <b>{what}</b>
      </p>
      {met && <p>{met}</p>}
      {(event.place ?? event.words) && (
        <p className="mv-meta">{[event.place, event.words].filter(Boolean).join('. ')}</p>
      )}
      {event.version > 1 && <p className="mv-meta">{m.turns_moved()}</p>}
      {event.own && (
        <div className="mv-row mv-no-print">
          <Button quiet onClick={onChange} aria-label={`${m.change()}: ${what}`}>
            {m.change()}
          </Button>
          <TakeAway event={event} participantId={plan.participantId} what={what} />
        </div>
      )}
    </li>
  );
}

function TakeAway({ event, participantId, what }: { event: LifeEvent; participantId: string; what: string }) {
  const { send, busy } = useSend();
  const toast = useToast();
  const takeAway = async () => {
    const body = { supersedes: event.versionId, reason: m.remove_reason() };
    if (await send(`/api/people/${participantId}/life-events/${event.id}/withdrawals`, body))
      toast({ text: m.removed() });
  };
  return (
    <Button quiet busy={busy} onClick={() => void takeAway()} aria-label={`${m.remove()}: ${what}`}>
      {m.remove()}
    </Button>
  );
}

/** Who stands at the door; or that nobody did, which we owe. */
function whoMeets(event: LifeEvent, plan: MyPlan): string | undefined {
  if (!isHomecoming(event)) return undefined;
  if (event.metAtDoor === 'not-wanted') return m.turns_not_wanted();
  if (event.owedBy === undefined) return undefined;
  if (event.day < dayOf(plan.now)) return m.turns_not_met();
  const caller = callerOf(plan);
  return caller ? m.turns_meets_you({ name: given(caller.name) }) : m.turns_we_meet_you();
}
