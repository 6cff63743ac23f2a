import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Outreach, OutreachPerson } from '#contract/outreach.ts';
import { m } from '#text/generated/messages.js';
import { addressQuery, sessionQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';
import { LogForm } from './log-form.tsx';
import { MeetForm } from './meet-form.tsx';
import { OutreachCard } from './outreach-card.tsx';
import { WantsForm } from './wants-form.tsx';
import './outreach.css';

type Doing = { what: 'log' | 'wants'; person: OutreachPerson } | { what: 'meet' } | undefined;

/** «Ute»: those we meet before anything is signed. Silence takes nobody off the list. */
export function OutreachPage() {
  const query = useQuery(addressQuery<Outreach>('/api/outreach'));
  return (
    <div className="mv-wide mv-stack">
      <Heading level={1}>{m.nav_outreach()}</Heading>
      <QueryView query={query}>{(found) => <Found found={found} />}</QueryView>
    </div>
  );
}

function Found({ found }: { found: Outreach }) {
  const { now, people, services } = found;
  const intake = useQuery(sessionQuery).data?.intake ?? false;
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  const card = (person: OutreachPerson) => (
    <li key={person.participantId}>
      <OutreachCard
        person={person}
        now={now}
        intake={intake}
        onLog={() => setDoing({ what: 'log', person })}
        onWants={() => setDoing({ what: 'wants', person })}
      />
    </li>
  );
  const parts = [
    { title: m.outreach_try_again(), people: people.filter(({ reached }) => !reached) },
    { title: m.outreach_reached(), people: people.filter(({ reached }) => reached) },
  ];
  return (
    <>
      <div className="mv-row mv-spread">
        <p className="mv-meta">{m.outreach_lead()}</p>
        <Button onClick={() => setDoing({ what: 'meet' })}>{m.outreach_new()}</Button>
      </div>
      {people.length === 0 && <EmptyState>{m.outreach_none()}</EmptyState>}
      {parts
        .filter((part) => part.people.length > 0)
        .map((part) => (
          <section key={part.title} className="mv-outside-part" aria-label={part.title}>
            <h2 className="mv-h3">{part.title}</h2>
            <ul className="mv-stack">{part.people.map(card)}</ul>
          </section>
        ))}
      {doing && (
        <Dialog title={titleOf(doing)} closeLabel={m.close()} onClose={done}>
          {doing.what === 'meet' && (
            <div className="mv-stack">
              <p>{m.outreach_new_lead()}</p>
              <MeetForm services={services} now={now} onSaved={done} />
            </div>
          )}
          {doing.what === 'log' && <LogForm person={doing.person} now={now} onSaved={done} />}
          {doing.what === 'wants' && <WantsForm person={doing.person} onSaved={done} />}
        </Dialog>
      )}
    </>
  );
}

function titleOf(doing: NonNullable<Doing>): string {
  if (doing.what === 'meet') return m.outreach_new();
  const { name } = doing.person;
  return doing.what === 'log' ? m.outreach_log_title({ name }) : m.outreach_wants_title({ name });
}
