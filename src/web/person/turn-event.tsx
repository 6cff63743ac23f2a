import type { PersonPage } from '#contract/person.ts';
import type { LifeEvent } from '#contract/turn.ts';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { may, type Open } from './acts.ts';

interface TurnEventProps {
  page: PersonPage;
  name: string;
  event: LifeEvent;
  open: Open;
}

/** Somebody came home and nobody has met them: what we owe, and the one button that puts it right. */
export function NotMet({ page, name, event, open }: TurnEventProps) {
  if (event.owedBy === undefined || event.owedBy > page.now) return null;
  return (
    <>
      <p className="mv-event-words">{m.turn_nobody_met({ name })}</p>
      {may(page, 'follow-up') && (
        <div className="mv-event-do mv-no-print">
          <Button onClick={() => open('kontakt')}>{m.act_meet_today()}</Button>
        </div>
      )}
    </>
  );
}

export function TurnActs({ page, event, open }: Omit<TurnEventProps, 'name'>) {
  return (
    <div className="mv-row mv-event-acts mv-no-print">
      {may(page, 'follow-up') && (
        <>
          <Button quiet onClick={() => open('flytt', event.id)}>
            {m.turn_change()}
          </Button>
          <Button quiet onClick={() => open('ta-bort', event.id)}>
            {m.turn_withdraw()}
          </Button>
        </>
      )}
      {event.version > 1 && (
        <Button quiet onClick={() => open('utgaver', event.id)}>
          {m.contact_earlier()}
        </Button>
      )}
    </div>
  );
}
