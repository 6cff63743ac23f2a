import { useState } from 'react';
import type { OutreachPerson } from '#contract/outreach.ts';
import { m } from '#text/generated/messages.js';
import { outreachText } from '#text/outreach.ts';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { useUndoToast } from '../app/undo-toast.ts';
import { type Attempt, AttemptFields, attemptBody, noAttempt } from './attempt-fields.tsx';

interface LogFormProps {
  person: OutreachPerson;
  now: string;
  onSaved: () => void;
}

/** One more attempt with somebody on the list: two taps and what there is to say. */
export function LogForm({ person, now, onSaved }: LogFormProps) {
  const { participantId, name, service, howToMeet } = person;
  const { value, change, done, restored } = useDraft<Attempt>(`outreach ${participantId}`, noAttempt);
  const sending = useSend();
  const saved = useUndoToast();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!value.outcome) return;
    const path = `/api/people/${participantId}/outreach`;
    const answer = await sending.send(path, { service, ...attemptBody(value) });
    if (!answer) return;
    done();
    saved({
      text: m.outreach_log_saved({ name, outcome: outreachText(value.outcome) }),
      id: answer.id,
      path,
      undone: m.outreach_undone(),
    });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored} fullWidth>
      {howToMeet && (
        <p className="mv-meet-me">
          <span className="mv-meta">{m.outreach_how()}</span>
          {m.quote({ words: howToMeet })}
        </p>
      )}
      <AttemptFields attempt={value} set={(part) => change({ ...value, ...part })} now={now} tried={tried} />
    </SendForm>
  );
}
