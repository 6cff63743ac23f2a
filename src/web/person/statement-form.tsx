import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import type { ActProps } from './acts.ts';

/** Written together, in the participant’s own words. */
export function StatementForm({ page, name, done: close }: ActProps) {
  const { value, change, done, restored } = useDraft(`statement ${page.participantId}`, '');
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!value.trim()) return;
    const body = { words: value.trim() };
    if (!(await sending.send(`/api/people/${page.participantId}/statements`, body))) return;
    done();
    toast({ text: m.saved() });
    close();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored}>
      <TextArea
        label={m.statement_words({ name })}
        description={m.statement_note({ name })}
        rows={4}
        maxLength={2000}
        required
        value={value}
        onChange={change}
        error={tried && !value.trim() ? m.field_needed() : undefined}
      />
    </SendForm>
  );
}
