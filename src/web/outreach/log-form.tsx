import type { OutreachPerson } from '#contract/outreach.ts';
import { m } from '#text/generated/messages.js';
import { outreachText } from '#text/outreach.ts';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { takingBack, useSaved } from '../app/undo.ts';
import { type Attempt, AttemptFields, attemptBody, noAttempt } from './attempt-fields.tsx';

interface LogFormProps {
  person: OutreachPerson;
  now: string;
  onSaved: () => void;
}

/** One more attempt with somebody on the list: two taps and what there is to say. */
export function LogForm({ person, now, onSaved }: LogFormProps) {
  const { participantId, name, service, howToMeet } = person;
  const form = useForm<Attempt>(`outreach ${participantId}`, noAttempt);
  const saved = useSaved();
  const { value } = form;
  const submit = async () => {
    if (!value.outcome) return;
    const path = `/api/people/${participantId}/outreach`;
    const answer = await form.send(path, { service, ...attemptBody(value) });
    if (!answer) return;
    const text = m.outreach_log_saved({ name, outcome: outreachText(value.outcome) });
    saved(text, takingBack(path, answer.id, m.contact_undo_reason()), m.outreach_undone());
    onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
      {howToMeet && (
        <p className="mv-meet-me">
          <span className="mv-meta">{m.outreach_how()}</span>
          {m.quote({ words: howToMeet })}
        </p>
      )}
      <AttemptFields attempt={value} set={form.set} now={now} missing={form.missing} />
    </SendForm>
  );
}
