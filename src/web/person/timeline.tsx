import { useState } from 'react';
import type { PersonPage } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { rightsKindText } from '#text/rights.ts';
import { exactMoment, longDay, nearDay, timeOf } from '../app/dates.ts';
import { turnTitle } from '../app/life-event.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';
import { may, type Open, type TabProps } from './acts.ts';
import { type Event, eventTitle, eventTone, eventWords, type Filter, filterOf } from './event-words.ts';
import { isUnmet, TurnActs } from './turn-event.tsx';

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
      <div className="mv-row mv-no-print">
        {may(page, 'turns') && (
          <Button quiet onClick={() => open('hendelse')}>
            {m.turn_write()}
          </Button>
        )}
        {page.roles.includes('contact-person') && (
          <Button quiet onClick={() => open('fortalt')}>
            {m.tell_write({ name })}
          </Button>
        )}
      </div>
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

const EventList = ({ events, ...props }: EventListProps) => (
  <ol className="mv-timeline">
    {events.map((event) => (
      <EventRow key={`${event.kind} ${event.id}`} event={event} {...props} />
    ))}
  </ol>
);

function EventRow({ event, page, open, brief }: Omit<EventListProps, 'events'> & { event: Event }) {
  const turn = page.lifeEvents?.find(({ id }) => event.kind === 'life_event' && id === event.factId);
  const name = page.identity?.callMe ?? '';
  const notMet = turn !== undefined && isUnmet(turn, page.now);
  return (
    <li data-tone={notMet ? 'sun' : eventTone(event)}>
      <time dateTime={event.happenedAt} title={turn ? longDay(turn.day) : exactMoment(event.happenedAt)}>
        {nearDay(event.happenedAt, page.now)}
      </time>
      <div>
        <p className="mv-event-title">
          {turn ? turnTitle(turn, page.now) : eventTitle(event)}{' '}
          {event.version > 1 && event.kind === 'contact' && <Tag>{m.event_corrected()}</Tag>}
          {turn && turn.version > 1 && <Tag>{m.turn_moved()}</Tag>}
        </p>
        <Words event={event} name={name} />
        {turn?.metAtDoor && (
          <p className="mv-event-words">
            {turn.metAtDoor === 'wanted' ? m.turn_wants_met({ name }) : m.turn_wants_not_met({ name })}
          </p>
        )}
        <Beside page={page} event={event} name={name} />
        <p className="mv-meta">
          {[event.by, !brief && !turn && m.at_time({ time: timeOf(event.happenedAt) })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {!brief && event.kind === 'contact' && <ContactActs event={event} open={open} />}
        {!brief && turn && <TurnActs page={page} event={turn} open={open} />}
        {!brief && event.kind === 'relapse_note' && event.mayCorrect && (
          <Button quiet onClick={() => open('ta-tilbake', event.factId)}>
            {m.contact_withdraw()}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What the participant says of the entry stands beside it, and what came of it. */
function Beside({ page, event, name }: { page: PersonPage; event: Event; name: string }) {
  const said = page.rights?.filter(({ about }) => about?.table === event.kind && about.id === event.factId);
  return said?.map(({ id, kind, words, decisions: [newest] }) => (
    <p key={id} className="mv-event-words">
      {m.rights_beside({ name, what: rightsKindText(kind) })} {m.quote({ words })}
      {newest && ` · ${newest.words}`}
    </p>
  ));
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
