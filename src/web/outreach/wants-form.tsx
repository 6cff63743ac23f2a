import type { OutreachPerson } from '#contract/outreach.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { TextArea } from '../ui/fields.tsx';

interface WantsFormProps {
  person: OutreachPerson;
  onSaved: () => void;
}

/** When somebody wants it themself, it becomes an enquiry, and goes the ordinary way from there. */
export function WantsForm({ person, onSaved }: WantsFormProps) {
  const { participantId, name, service } = person;
  const form = useForm(`outreach wants ${participantId}`, '');
  const submit = async () => {
    const words = form.value.trim();
    if (!words) return;
    const body = { service, source: 'street', words };
    const text = m.outreach_wants_saved({ name });
    if (await form.save(`/api/people/${participantId}/enquiries`, body, text)) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
      <TextArea
        label={m.outreach_wants_words()}
        description={m.outreach_wants_note()}
        rows={3}
        maxLength={4000}
        required
        value={form.value}
        onChange={form.change}
        error={form.needed(form.value)}
      />
    </SendForm>
  );
}
