import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Organisations } from '#contract/organisation.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { ReasonField } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { ActList } from '../ui/act-list.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/fields.tsx';

type Organisation = Organisations['organisations'][number];

/** 964 978 751, as one reads it. */
const grouped = (number: string): string => number.replace(/(\d{3})(?=\d)/g, '$1 ');

/** Whom workers may act for when they log in by representation, by the number in the register of units. */
export function OrganisationNumbers() {
  const query = useQuery(addressQuery<Organisations>('/api/organisation-numbers'));
  const [chosen, setChosen] = useState<Organisation>();
  return (
    <Card title={m.organisation_numbers_title()}>
      <p>{m.organisation_numbers_note()}</p>
      <QueryView query={query}>
        {({ now, organisations }) => (
          <>
            <ActList>
              {organisations.map((organisation) => (
                <Row key={organisation.id} organisation={organisation} now={now} onChange={setChosen} />
              ))}
            </ActList>
            {chosen && <Change organisation={chosen} onClose={() => setChosen(undefined)} />}
          </>
        )}
      </QueryView>
    </Card>
  );
}

interface RowProps {
  organisation: Organisation;
  now: string;
  onChange: (organisation: Organisation) => void;
}

function Row({ organisation, now, onChange }: RowProps) {
  const { name, number, said } = organisation;
  const words = number === undefined ? m.organisation_number_write() : m.change();
  return (
    <li>
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        <p className={number === undefined ? 'mv-meta' : undefined}>
          {number === undefined ? m.organisation_number_none() : grouped(number)}
        </p>
        {said.length > 0 && (
          <Details summary={m.organisation_number_said()}>
            {said.map(({ number: then, at, who, because }) => (
              <p key={at} className="mv-meta">
                {m.organisation_number_said_one({
                  number: then === undefined ? m.organisation_number_none() : grouped(then),
                  who: who ?? m.staff_login_installer(),
                  time: nearMoment(at, now),
                  because,
                })}
              </p>
            ))}
          </Details>
        )}
      </div>
      <Button variant="secondary" aria-label={`${words}: ${name}`} onClick={() => onChange(organisation)}>
        {words}
      </Button>
    </li>
  );
}

function Change({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { municipalityId, id, name, number = '' } = organisation;
  const form = useForm(`organisation number ${id}`, { number: grouped(number), because: '' });
  const { value, set } = form;
  const save = async () => {
    if (value.because.trim() === '') return;
    const path = `/api/organisation-numbers/${municipalityId}/${id}`;
    if (await form.save(path, value, m.organisation_number_saved({ name }))) onClose();
  };
  return (
    <Dialog title={name} closeLabel={m.close()} onClose={onClose}>
      <SendForm {...form.frame} submit={m.save()} onSubmit={save}>
        <TextField
          label={m.organisation_number()}
          description={m.organisation_number_field_note()}
          value={value.number}
          onChange={(next) => set({ number: next })}
          inputMode="numeric"
          maxLength={40}
        />
        <ReasonField
          label={m.staff_login_because()}
          description={m.organisation_number_because_note()}
          maxLength={200}
          value={value.because}
          onChange={(because) => set({ because })}
          error={form.needed(value.because)}
        />
      </SendForm>
    </Dialog>
  );
}
