import type { PersonPage } from '#contract/person.ts';
import type { LifeEvent } from '#contract/turn.ts';
import { m } from '#text/generated/messages.js';
import { turnWhen } from '../app/life-event.ts';
import { Button } from '../ui/button.tsx';
import { may, type Open, type TabProps } from './acts.ts';

/** A homecoming that nobody has met, and the day is over. */
export const isUnmet = ({ owedBy }: LifeEvent, now: string): boolean => owedBy !== undefined && owedBy <= now;

/**
 * Somebody came home and nobody has met them: what we owe, and the one button that puts it right. It stands in the
 * head of the page, on every tab, however much else has happened since.
 */
export function NotMet({ page, name, open }: TabProps) {
  const unmet = (page.lifeEvents ?? []).filter((event) => isUnmet(event, page.now));
  if (unmet.length === 0) return null;
  return (
    <div className="mv-not-met">
      <div>
        {unmet.map((event) => (
          <p key={event.id}>
            <strong>{m.tag_not_met({ home: turnWhen(event, page.now) })}</strong>
          </p>
        ))}
        <p>{m.owed_at_the_door({ name })}</p>
      </div>
      {may(page, 'follow-up') && (
        <div className="mv-no-print">
          <Button onClick={() => open('kontakt')}>{m.act_meet_today()}</Button>
        </div>
      )}
    </div>
  );
}

interface TurnActsProps {
  page: PersonPage;
  event: LifeEvent;
  open: Open;
}

export function TurnActs({ page, event, open }: TurnActsProps) {
  return (
    <div className="mv-row mv-event-acts mv-no-print">
      {may(page, 'turns') && (
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
