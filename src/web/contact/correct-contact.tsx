import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContactVersions } from '#contract/contact.ts';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { SendForm, useSend } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import { type ContactKind, isKind, kindOptions } from './kinds.ts';
import './contact.css';

type Version = ContactVersions[number];

interface ContactProps {
  participantId: string;
  /** The contact’s id, the same through all its versions. */
  factId: string;
  onSaved: () => void;
}

const newest = (versions: ContactVersions): Version | undefined =>
  versions.reduce<Version | undefined>(
    (best, it) => (best && best.version > it.version ? best : it),
    undefined,
  );

export const useVersions = ({ participantId, factId }: Omit<ContactProps, 'onSaved'>) =>
  useQuery(addressQuery<ContactVersions>(`/api/people/${participantId}/contacts/${factId}/versions`));

/** A correction stands beside what was written first, with the reason. */
export function CorrectContact(props: ContactProps) {
  return (
    <QueryView query={useVersions(props)}>
      {(versions) => {
        const seen = newest(versions);
        return seen ? <CorrectForm {...props} seen={seen} /> : null;
      }}
    </QueryView>
  );
}

function CorrectForm({ participantId, factId, onSaved, seen }: ContactProps & { seen: Version }) {
  const { value, change, done, restored } = useDraft(`correct ${factId} ${seen.version}`, {
    kind: seen.kind,
    note: seen.note,
    nextStep: seen.nextStep ?? '',
    reason: '',
  });
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!value.reason.trim() || !isKind(value.kind)) return;
    const saved = await sending.send(`/api/people/${participantId}/contacts/${factId}/corrections`, {
      kind: value.kind,
      note: value.note.trim(),
      ...(value.nextStep.trim() ? { nextStep: value.nextStep.trim() } : {}),
      supersedes: seen.id,
      reason: value.reason.trim(),
    });
    if (!saved) return;
    done();
    toast({ text: m.contact_corrected() });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored}>
      <ChoiceChips<ContactKind>
        legend={m.contact_kind()}
        hideLegend
        options={kindOptions()}
        value={isKind(value.kind) ? value.kind : undefined}
        onChange={(kind) => change({ ...value, kind })}
      />
      <TextArea
        label={m.contact_note()}
        maxLength={4000}
        value={value.note}
        onChange={(note) => change({ ...value, note })}
      />
      <TextField
        label={m.contact_next_step()}
        maxLength={200}
        value={value.nextStep}
        onChange={(nextStep) => change({ ...value, nextStep })}
      />
      <TextField
        label={m.contact_correct_reason()}
        description={m.contact_correct_note()}
        maxLength={500}
        required
        value={value.reason}
        onChange={(reason) => change({ ...value, reason })}
        error={tried && !value.reason.trim() ? m.field_needed() : undefined}
      />
    </SendForm>
  );
}

export function WithdrawContact(props: ContactProps) {
  return (
    <QueryView query={useVersions(props)}>
      {(versions) => {
        const seen = newest(versions);
        return seen ? <WithdrawForm {...props} seen={seen} /> : null;
      }}
    </QueryView>
  );
}

function WithdrawForm({ participantId, factId, onSaved, seen }: ContactProps & { seen: Version }) {
  const { value, change, done, restored } = useDraft(`withdraw ${factId}`, '');
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!value.trim()) return;
    const saved = await sending.send(`/api/people/${participantId}/contacts/${factId}/withdrawals`, {
      supersedes: seen.id,
      reason: value.trim(),
    });
    if (!saved) return;
    done();
    toast({ text: m.contact_undone() });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.contact_withdraw()} onSubmit={submit} restored={restored}>
      <p>«{seen.note}»</p>
      <TextField
        label={m.contact_withdraw_reason()}
        description={m.contact_correct_note()}
        maxLength={500}
        required
        value={value}
        onChange={change}
        error={tried && !value.trim() ? m.field_needed() : undefined}
      />
    </SendForm>
  );
}
