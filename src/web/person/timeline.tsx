import { useState } from 'react';
import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { exactMoment, nearDay, timeOf } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';
import { may, type Open, type TabProps } from './acts.ts';
import { type Event, eventTitle, eventTone, eventWords, type Filter, filterOf } from './event-words.ts';

const filters: readonly Filter[] = ['all', 'contact', 'group', 'plan', 'meeting', 'other'];
const filterNames: Record<Filter, () => string> = {
  all: m.filter_all,
  contact: m.filter_contact,
  group: m.filter_group,
  plan: m.filter_plan,
  meeting: m.filter_meeting,
  other: m.filter_other,
};
const page1 = 30;

/** Everything that happened and that the reader may see, the newest first. */
export function Timeline({ page, name, open }: TabProps) {
  const [filter, setFilter] = useState<Filter>('all');
  const [length, setLength] = useState(page1);
  const events = page.events ?? [];
  const there = filters.filter((it) => it === 'all' || events.some((event) => filterOf(event) === it));
  const fitting = events.filter((event) => filter === 'all' || filterOf(event) === filter);
  return (
    <Card
      title={m.timeline_title()}
      aside={
        may(page, 'follow-up') && (
          <Button variant="secondary" onClick={() => open('kontakt')}>
            {m.contact_title()}
          </Button>
        )
      }
    >
      {there.length > 2 && (
        <ChoiceChips
          legend={m.timeline_filter()}
          hideLegend
          options={there.map((value) => ({ value, label: filterNames[value]() }))}
          value={filter}
          onChange={setFilter}
        />
      )}
      {fitting.length === 0 && <EmptyState>{m.timeline_none({ name })}</EmptyState>}
      <EventList events={fitting.slice(0, length)} page={page} open={open} />
      {fitting.length > length && (
        <div>
          <Button variant="secondary" onClick={() => setLength(length + page1)}>
            {m.show_rest({ count: fitting.length - length })}
          </Button>
        </div>
      )}
    </Card>
  );
}

const lastFew = 5;

export const LastDays = ({ page, open }: TabProps) => (
  <EventList events={(page.events ?? []).slice(0, lastFew)} page={page} open={open} brief />
);

interface EventListProps {
  events: readonly Event[];
  page: PersonPage;
  open: Open;
  brief?: boolean;
}

function EventList({ events, page, open, brief }: EventListProps) {
  return (
    <ol className="mv-timeline">
      {events.map((event) => (
        <li key={`${event.kind} ${event.id}`} data-tone={eventTone(event)}>
          <time dateTime={event.happenedAt} title={exactMoment(event.happenedAt)}>
            {nearDay(event.happenedAt, page.now)}
          </time>
          <div>
            <p className="mv-event-title">
              {eventTitle(event)}{' '}
              {event.version > 1 && event.kind === 'contact' && <Tag>{m.event_corrected()}</Tag>}
            </p>
            <Words event={event} name={page.identity?.callMe ?? ''} />
            <p className="mv-meta">
              {[event.by, !brief && m.at_time({ time: timeOf(event.happenedAt) })]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {!brief && event.kind === 'contact' && <ContactActs event={event} open={open} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Words({ event, name }: { event: Event; name: string }) {
  const words = eventWords(event, name);
  return words ? <p className="mv-event-words">{words}</p> : null;
}

function ContactActs({ event, open }: { event: Event; open: Open }) {
  const corrected = event.version > 1;
  if (!corrected && !event.mayCorrect) return null;
  return (
    <div className="mv-row mv-event-acts mv-no-print">
      {event.mayCorrect && (
        <>
          <Button quiet onClick={() => open('rett', event.factId)}>
            {m.contact_correct()}
          </Button>
          <Button quiet onClick={() => open('trekk', event.factId)}>
            {m.contact_withdraw()}
          </Button>
        </>
      )}
      {corrected && (
        <Button quiet onClick={() => open('versjoner', event.factId)}>
          {m.contact_earlier()}
        </Button>
      )}
    </div>
  );
}
