import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Directory } from '#contract/session.ts';
import type { Ref } from '#contract/shapes.ts';
import { m } from '#text/generated/messages.js';
import { ContactPersonChoice, nobodyChosen } from '../app/contact-person-choice.tsx';
import { dayOf } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { directoryQuery, sessionQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm, useSend } from '../app/sending.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

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
  const mine = me?.workers[0];
  const self = directory.workers.find(({ id, kind }) => id === mine?.id && kind === 'municipal');
  const { value, change, done, restored } = useDraft(`enrol ${participantId}`, {
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
  const chosen = refOf(value.service);
  const hasPathway = directory.services.some((it) => it.id === chosen?.id && it.pathway);
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    const { worker: contactPerson, chosenBy, typed: name } = value.who;
    if (!contactPerson || !chosen || !value.day) return;
    const body = { service: chosen, contactPerson, chosenBy, startDay: value.day };
    if (!(await sending.send(`/api/people/${participantId}/enrolments`, body))) return;
    done();
    toast({ text: m.enrol_saved({ name }) });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.enquiry_enrol()} onSubmit={submit} restored={restored}>
      {hasPathway && <p>{m.enrol_lead()}</p>}
      <SelectField
        label={m.field_service()}
        value={value.service}
        placeholder={m.field_choose()}
        options={directory.services.map((it) => ({ value: `${it.municipalityId} ${it.id}`, label: it.name }))}
        onChange={(next) => change({ ...value, service: next })}
        error={tried && !value.service ? m.field_choose_needed() : undefined}
      />
      <ContactPersonChoice
        directory={directory}
        organisationIds={directory.services
          .filter(({ id }) => id === chosen?.id)
          .map(({ organisationId }) => organisationId)}
        value={value.who}
        onChange={(who) => change({ ...value, who })}
        error={tried && !value.who.worker ? m.field_choose_needed() : undefined}
      />
      <TextField
        label={m.enrol_start()}
        type="date"
        value={value.day}
        onChange={(day) => change({ ...value, day })}
        error={tried && !value.day ? m.field_needed() : undefined}
      />
    </SendForm>
  );
}
