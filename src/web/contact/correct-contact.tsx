import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ContactVersions } from '#contract/contact.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { ReasonField, ReasonForm } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { type ContactKind, isKind, kindOptions } from './kinds.ts';
import './contact.css';

type Version = ContactVersions[number];

interface OneContact {
  participantId: string;
  /** The contact’s id, the same through all its versions. */
  factId: string;
}

interface ContactProps extends OneContact {
  onSaved: () => void;
}

const pathOf = ({ participantId, factId }: OneContact) => `/api/people/${participantId}/contacts/${factId}`;
export const versionsPath = (contact: OneContact) => `${pathOf(contact)}/versions`;

const newest = (versions: ContactVersions): Version | undefined =>
  versions.reduce<Version | undefined>(
    (best, it) => (best && best.version > it.version ? best : it),
    undefined,
  );

/** The contact as it stands now, which is what one changes. */
function AsItStands({ contact, children }: { contact: OneContact; children: (seen: Version) => ReactNode }) {
  return (
    <QueryView query={useQuery(addressQuery<ContactVersions>(versionsPath(contact)))}>
      {(versions) => {
        const seen = newest(versions);
        return seen && children(seen);
      }}
    </QueryView>
  );
}

/** A correction stands beside what was written first, with the reason. */
export const CorrectContact = (props: ContactProps) => (
  <AsItStands contact={props}>{(seen) => <CorrectForm {...props} seen={seen} />}</AsItStands>
);

function CorrectForm({ onSaved, seen, ...contact }: ContactProps & { seen: Version }) {
  const form = useForm(`correct ${contact.factId} ${seen.version}`, {
    kind: seen.kind,
    note: seen.note,
    nextStep: seen.nextStep ?? '',
    reason: '',
  });
  const { value, set } = form;
  const submit = async () => {
    const reason = value.reason.trim();
    if (!reason || !isKind(value.kind)) return;
    const body = {
      kind: value.kind,
      note: value.note.trim(),
      ...(value.nextStep.trim() ? { nextStep: value.nextStep.trim() } : {}),
      supersedes: seen.id,
      reason,
    };
    if (await form.save(`${pathOf(contact)}/corrections`, body, m.contact_corrected())) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      <ChoiceChips<ContactKind>
        legend={m.contact_kind()}
        hideLegend
        options={kindOptions()}
        value={isKind(value.kind) ? value.kind : undefined}
        onChange={(kind) => set({ kind })}
      />
      <TextArea
        label={m.contact_note()}
        maxLength={4000}
        value={value.note}
        onChange={(note) => set({ note })}
      />
      <TextField
        label={m.contact_next_step()}
        maxLength={200}
        value={value.nextStep}
        onChange={(nextStep) => set({ nextStep })}
      />
      <ReasonField
        label={m.contact_correct_reason()}
        description={m.contact_correct_note()}
        value={value.reason}
        onChange={(reason) => set({ reason })}
        error={form.needed(value.reason)}
      />
    </SendForm>
  );
}

export const WithdrawContact = ({ onSaved, ...contact }: ContactProps) => (
  <AsItStands contact={contact}>
    {(seen) => (
      <ReasonForm
        draft={`withdraw ${contact.factId}`}
        path={`${pathOf(contact)}/withdrawals`}
        bodyOf={(reason) => ({ supersedes: seen.id, reason })}
        label={m.contact_withdraw_reason()}
        description={m.contact_correct_note()}
        submit={m.contact_withdraw()}
        savedText={m.contact_undone()}
        onSaved={onSaved}
      >
        <p>«{seen.note}»</p>
      </ReasonForm>
    )}
  </AsItStands>
);
