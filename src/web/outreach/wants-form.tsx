import { useState } from 'react';
import type { OutreachPerson } from '#contract/outreach.ts';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

interface WantsFormProps {
  person: OutreachPerson;
  onSaved: () => void;
}

/** When somebody wants it themself, it becomes an enquiry, and goes the ordinary way from there. */
export function WantsForm({ person, onSaved }: WantsFormProps) {
  const { participantId, name, service } = person;
  const { value, change, done, restored } = useDraft(`outreach wants ${participantId}`, '');
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!value.trim()) return;
    const body = { service, source: 'street', words: value.trim() };
    if (!(await sending.send(`/api/people/${participantId}/enquiries`, body))) return;
    done();
    toast({ text: m.outreach_wants_saved({ name }) });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored} fullWidth>
      <TextArea
        label={m.outreach_wants_words()}
        description={m.outreach_wants_note()}
        rows={3}
        maxLength={4000}
        required
        value={value}
        onChange={change}
        error={tried && !value.trim() ? m.field_needed() : undefined}
      />
    </SendForm>
  );
}
