import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/fields.tsx';
import type { MeetingProps } from './meeting-props.ts';
import type { MeetingPerson, Presence } from './table.ts';

const before: readonly Presence[] = ['invited', 'said-no'];
const from: readonly Presence[] = ['present', 'said-no', 'invited'];
const words: Record<Presence, () => string> = {
  present: m.presence_present,
  'said-no': m.presence_said_no,
  invited: m.presence_invited,
};
/** When it has begun, one who was invited and has not said anything has not come yet. */
const wordsFrom: Record<Presence, () => string> = { ...words, invited: m.presence_not_here };

/** Who was asked and who is here. The participant comes first: never about me without me. */
export function PresenceCard({ page, table }: MeetingProps) {
  const { heldAt } = table;
  const people = page.mayWrite && !page.own ? table.people : table.people.filter(({ presence }) => presence);
  const answers = heldAt ? from : before;
  return (
    <Card title={heldAt ? m.presence_title() : m.presence_title_before()}>
      <ul className="mv-presences">
        {people.map((person) => (
          <Row key={`${person.person} ${person.worker?.id ?? person.name}`} person={person}>
            {page.mayWrite && !page.own ? (
              <fieldset className="mv-answers">
                <legend className="mv-visually-hidden">{person.name}</legend>
                {answers.map((presence) => (
                  <label key={presence} className="mv-chip">
                    <input
                      type="radio"
                      name={`presence-${person.worker?.id ?? person.name}`}
                      checked={person.presence === presence}
                      onChange={() => table.say(person, presence)}
                    />
                    {(heldAt ? wordsFrom : words)[presence]()}
                  </label>
                ))}
              </fieldset>
            ) : (
              <p className="mv-meta">{words[person.presence as Presence]()}</p>
            )}
          </Row>
        ))}
      </ul>
      {page.mayWrite && !page.own && heldAt && <AddSomebody page={page} table={table} />}
    </Card>
  );
}

const Row = ({ person, children }: { person: MeetingPerson; children: React.ReactNode }) => (
  <li>
    <p>
      <strong>{person.name}</strong>
      {person.organisation && <span className="mv-meta"> {person.organisation}</span>}
    </p>
    {children}
  </li>
);

/** Somebody from the family, or one who came along: by name only. */
function AddSomebody({ table }: MeetingProps) {
  const [name, setName] = useState('');
  const add = () => {
    if (!name.trim()) return;
    table.say({ person: 'other', name: name.trim() }, 'present');
    setName('');
  };
  return (
    <div className="mv-presence-add">
      <TextField label={m.presence_add()} maxLength={160} value={name} onChange={setName} />
      <Button variant="secondary" onClick={add}>
        {m.presence_add_button()}
      </Button>
    </div>
  );
}
