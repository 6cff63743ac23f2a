import type { MyDay } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { ButtonLink } from '../app/button-link.tsx';
import { lastDay } from '../app/dates.ts';
import { Card } from '../ui/card.tsx';

/** Before a last day: those who must be handed over, each with the way to choose the next one together. */
export function Handover({ leaving, now }: { leaving: NonNullable<MyDay['leaving']>; now: string }) {
  const day = lastDay(leaving.until, now);
  return (
    <Card title={m.handover_title()}>
      <p>{leaving.people.length === 0 ? m.handover_done({ day }) : m.handover_lead({ day })}</p>
      <ul className="mv-handover">
        {leaving.people.map(({ participantId, name }) => (
          <li key={participantId} className="mv-row mv-spread">
            <strong>{name}</strong>
            <ButtonLink
              variant="secondary"
              to="/deltaker/$participantId"
              params={{ participantId }}
              search={{ fane: 'nettverk', gjor: 'kontaktperson' }}
              aria-label={`${m.handover_choose()}: ${name}`}
            >
              {m.handover_choose()}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
