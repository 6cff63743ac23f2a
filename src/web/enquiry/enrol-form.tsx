import { useQuery } from '@tanstack/react-query';
import type { Directory } from '#contract/session.ts';
import type { Ref } from '#contract/shapes.ts';
import { m } from '#text/generated/messages.js';
import { ContactPersonChoice, nobodyChosen } from '../app/contact-person-choice.tsx';
import { dayOf } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { directoryQuery, sessionQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm } from '../app/sending.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';

interface EnrolFormProps {
  participantId: string;
  service: Ref | undefined;
  now: string;
  onSaved: () => void;
}

export function EnrolForm(props: EnrolFormProps) {
  return (
    <QueryView query={useQuery(directoryQuery)}>
      {(directory) => <Fields {...props} directory={directory} />}
    </QueryView>
  );
}

const refOf = (value: string): Ref | undefined => {
  const [municipalityId, id] = value.split(' ');
  return municipalityId && id ? { municipalityId, id } : undefined;
};

function Fields({
  participantId,
  service,
  now,
  onSaved,
  directory,
}: EnrolFormProps & { directory: Directory }) {
  const me = useQuery(sessionQuery).data;
  const mine = me?.workers.map(({ id }) => id) ?? [];
  const self = directory.workers.find(({ id, kind }) => mine.includes(id) && kind === 'municipal');
  const form = useForm(`enrol ${participantId}`, {
    service: service ? `${service.municipalityId} ${service.id}` : '',
    who: self
      ? {
          ...nobodyChosen,
          typed: self.name,
          worker: { municipalityId: self.municipalityId, id: self.id },
        }
      : nobodyChosen,
    day: dayOf(now),
  });
  const { value, set } = form;
  const chosen = refOf(value.service);
  const hasPathway = directory.services.some((it) => it.id === chosen?.id && it.pathway);
  const submit = async () => {
    const { worker: contactPerson, chosenBy, typed: name } = value.who;
    if (!contactPerson || !chosen || !value.day) return;
    const body = { service: chosen, contactPerson, chosenBy, startDay: value.day };
    const path = `/api/people/${participantId}/enrolments`;
    if (await form.save(path, body, m.enrol_saved({ name }))) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.enquiry_enrol()} onSubmit={submit}>
      {hasPathway && <p>{m.enrol_lead()}</p>}
      <SelectField
        label={m.field_service()}
        value={value.service}
        placeholder={m.field_choose()}
        options={directory.services.map((it) => ({ value: `${it.municipalityId} ${it.id}`, label: it.name }))}
        onChange={(next) => set({ service: next })}
        error={form.chosen(value.service)}
      />
      <ContactPersonChoice
        directory={directory}
        organisationIds={directory.services
          .filter(({ id }) => id === chosen?.id)
          .map(({ organisationId }) => organisationId)}
        value={value.who}
        onChange={(who) => set({ who })}
        error={form.chosen(value.who.worker)}
      />
      <TextField
        label={m.enrol_start()}
        type="date"
        value={value.day}
        onChange={(day) => set({ day })}
        error={form.needed(value.day)}
      />
    </SendForm>
  );
}
