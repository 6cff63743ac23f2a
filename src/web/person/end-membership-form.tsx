import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import type { ActProps } from './acts.ts';

/** Somebody leaves the team, or was added by a mistake: their way in closes at once, and it stays told that they were there. */
export function EndMembershipForm({ page, name, about, done: close }: ActProps) {
  const member = page.team?.find(({ id }) => id === about);
  const { value, change, done, restored } = useDraft(`end-membership ${about}`, '');
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  if (!member) return <EmptyState>{m.team_end_gone()}</EmptyState>;
  const submit = async () => {
    setTried(true);
    if (!value.trim()) return;
    const saved = await sending.send(
      `/api/people/${page.participantId}/team-memberships/${member.id}/endings`,
      {
        supersedes: member.versionId,
        reason: value.trim(),
      },
    );
    if (!saved) return;
    done();
    toast({ text: m.team_ended({ name: member.name }) });
    close();
  };
  return (
    <SendForm sending={sending} submit={m.team_end_do()} onSubmit={submit} restored={restored}>
      <p>{m.team_end_lead({ worker: member.name, name })}</p>
      <TextField
        label={m.team_end_why()}
        maxLength={500}
        required
        value={value}
        onChange={change}
        error={tried && !value.trim() ? m.field_needed() : undefined}
      />
    </SendForm>
  );
}
