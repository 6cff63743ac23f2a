import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Coordination } from '#contract/coordination.ts';
import { m } from '#text/generated/messages.js';
import { nearDay } from '../app/dates.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';
import { Tag } from '../ui/tag.tsx';
import { AppointForm } from './appoint-form.tsx';
import './coordination.css';

type Person = Coordination['people'][number];
type Lacks = 'all' | 'coordinator' | 'contact-person' | 'revision';

const filters: readonly { value: Lacks; label: () => string }[] = [
  { value: 'all', label: m.coordination_all },
  { value: 'coordinator', label: m.coordination_no_coordinator },
  { value: 'contact-person', label: m.coordination_no_contact_person },
  { value: 'revision', label: m.coordination_due },
];

/** The coordinating unit’s home: who walks with whom, and when each plan was last looked at; never what it says. */
export function CoordinationPage() {
  const [lacks, setLacks] = useState<Lacks>('all');
  const [home, setHome] = useState<string>();
  // Where each page began, the first one first: the way back needs no other address.
  const [pages, setPages] = useState<readonly string[]>([]);
  const query = useQuery(addressQuery<Coordination>(addressOf(lacks, pages.at(-1), home)));
  const [appointing, setAppointing] = useState<Person>();
  const close = () => setAppointing(undefined);
  return (
    <div className="mv-wide mv-stack">
      <Heading level={1}>{m.nav_coordination()}</Heading>
      <p>{m.coordination_lead()}</p>
      <ChoiceChips
        legend={m.coordination_show()}
        options={filters.map(({ value, label }) => ({ value, label: label() }))}
        value={lacks}
        onChange={(chosen) => {
          setLacks(chosen);
          setPages([]);
        }}
      />
      <QueryView query={query}>
        {({ people, now, next, municipality, others }) => (
          <>
            {others.map(({ id, name }) => (
              <Button
                key={id}
                quiet
                onClick={() => {
                  setHome(id);
                  setPages([]);
                }}
              >
                {m.coordination_go_to({ name })}
              </Button>
            ))}
            <Card title={m.coordination_in({ name: municipality.name })}>
              {people.length === 0 && <EmptyState>{m.coordination_none()}</EmptyState>}
              <ul className="coordination">
                {people.map((person) => (
                  <PersonRow
                    key={person.participantId}
                    person={person}
                    now={now}
                    onAppoint={() => setAppointing(person)}
                  />
                ))}
              </ul>
              <div className="mv-row">
                {pages.length > 0 && (
                  <Button variant="secondary" onClick={() => setPages(pages.slice(0, -1))}>
                    {m.coordination_before()}
                  </Button>
                )}
                {next && (
                  <Button variant="secondary" onClick={() => setPages([...pages, next])}>
                    {m.coordination_next()}
                  </Button>
                )}
              </div>
            </Card>
          </>
        )}
      </QueryView>
      {appointing && (
        <Dialog
          title={m.coordination_appoint_title({ name: appointing.name })}
          closeLabel={m.close()}
          onClose={close}
        >
          <AppointForm person={appointing} onSaved={close} />
        </Dialog>
      )}
    </div>
  );
}

function addressOf(lacks: Lacks, after: string | undefined, home: string | undefined): string {
  const asked = new URLSearchParams({
    ...(lacks === 'all' ? {} : { lacks }),
    ...(after === undefined ? {} : { after }),
    ...(home === undefined ? {} : { municipalityId: home }),
  }).toString();
  return asked === '' ? '/api/coordination' : `/api/coordination?${asked}`;
}

interface PersonRowProps {
  person: Person;
  now: string;
  onAppoint: () => void;
}

function PersonRow({ person, now, onAppoint }: PersonRowProps) {
  const { name, service, contactPerson, coordinator } = person;
  return (
    <li>
      <Avatar name={name} />
      <div>
        <strong>{name}</strong>
        <p className="mv-meta">{service}</p>
      </div>
      <div>
        <p>
          {coordinator ? (
            m.coordination_coordinator({ name: coordinator.name })
          ) : (
            <Tag tone="sun">{m.coordination_owed_coordinator()}</Tag>
          )}
        </p>
        <p className="mv-meta">
          {contactPerson ? (
            m.person_contact({ name: contactPerson })
          ) : (
            <Tag tone="sun">{m.coordination_owed_contact_person()}</Tag>
          )}
        </p>
      </div>
      <PlanDays person={person} now={now} />
      <div>
        <Button
          variant="secondary"
          onClick={onAppoint}
          aria-label={`${coordinator ? m.coordination_change() : m.coordination_appoint()}: ${name}`}
        >
          {coordinator ? m.coordination_change() : m.coordination_appoint()}
        </Button>
      </div>
    </li>
  );
}

function PlanDays({ person: { plan }, now }: { person: Person; now: string }) {
  if (!plan) return <p className="mv-meta">{m.coordination_no_plan()}</p>;
  return (
    <div>
      <p className="mv-meta">{m.coordination_begun({ day: nearDay(plan.begunAt, now) })}</p>
      <p className="mv-meta">{m.coordination_revised({ day: nearDay(plan.revisedAt, now) })}</p>
      {plan.due && <Tag tone="sun">{m.coordination_is_due()}</Tag>}
    </div>
  );
}
