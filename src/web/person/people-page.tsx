import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { People, PersonRow } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { stateText } from '#text/text.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextField } from '../ui/fields.tsx';
import { Heading } from '../ui/heading.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFoundPeople } from './find-people.ts';
import './people.css';

const rowsAtOnce = 40;

/**
 * Everyone the reader has a task with, or those a search finds.
 * @param props.children what there is to say of them, between the search and the list
 */
export function PeoplePage({ children }: { children: ReactNode }) {
  const query = useQuery(addressQuery<People>('/api/people'));
  const [text, setText] = useState('');
  const found = useFoundPeople(text);
  const shown = text.trim() ? found : query;
  return (
    <div className="mv-wide mv-stack">
      <Heading level={1}>{m.nav_people()}</Heading>
      <div className="mv-find">
        <TextField
          label={m.people_find()}
          description={m.people_find_note()}
          inputMode="search"
          maxLength={80}
          value={text}
          onChange={setText}
        />
      </div>
      {!text.trim() && children}
      <QueryView query={shown}>
        {({ people }) => <List key={text} people={people} searching={text.trim() !== ''} />}
      </QueryView>
    </div>
  );
}

function List({ people, searching }: { people: readonly PersonRow[]; searching: boolean }) {
  const [length, setLength] = useState(rowsAtOnce);
  if (people.length === 0)
    return <EmptyState>{searching ? m.people_not_found() : m.people_none()}</EmptyState>;
  const parts = searching ? [{ title: '', rows: people }] : partsOf(people);
  const shown = new Set(parts.flatMap(({ rows }) => rows).slice(0, length));
  return (
    <>
      <p className="mv-meta" role="status">
        {people.length === 1 ? m.day_one_participant() : m.day_participants({ count: people.length })}
      </p>
      {parts
        .map(({ title, rows }) => ({ title, rows: rows.filter((row) => shown.has(row)) }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => (
          <section key={title} className="mv-people-part">
            {title && <Heading level={2}>{title}</Heading>}
            <ul className="mv-people">
              {rows.map((person) => (
                <li key={person.participantId}>
                  <Row person={person} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      {people.length > length && (
        <div>
          <Button variant="secondary" onClick={() => setLength(length + rowsAtOnce)}>
            {m.show_rest({ count: people.length - length })}
          </Button>
        </div>
      )}
    </>
  );
}

/** One's own first; headings only where there are both. */
function partsOf(people: readonly PersonRow[]): { title: string; rows: readonly PersonRow[] }[] {
  const mine = people.filter(({ beside }) => beside);
  const others = people.filter(({ beside }) => !beside);
  if (mine.length === 0 || others.length === 0) return [{ title: '', rows: people }];
  return [
    { title: m.people_mine(), rows: mine },
    { title: m.people_others(), rows: others },
  ];
}

function Row({ person: { participantId, name, service, state, week, of } }: { person: PersonRow }) {
  return (
    <Link to="/deltaker/$participantId" params={{ participantId }}>
      <Avatar name={name} />
      <span>
        <strong>{name}</strong>
        {service && <span className="mv-meta"> {service}</span>}
      </span>
      <span className="mv-people-standing">
        {week === undefined ? (
          state && <Tag tone={state === 'active' ? 'accent' : 'sand'}>{stateText(state)}</Tag>
        ) : (
          <Tag tone="accent">{m.standing_week({ week, of: of ?? 6 })}</Tag>
        )}
      </span>
    </Link>
  );
}
