import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

interface TakeBackProps {
  participantId: string;
  /** What is taken back: its collection in the address, its id and the version that was seen. */
  what: 'life-events' | 'tellings';
  factId: string;
  versionId: string;
  words: string;
  onSaved: () => void;
}

/** Takes away a life event or something that was told to one, with the reason. It stays in the history. */
export function TakeBack({ participantId, what, factId, versionId, words, onSaved }: TakeBackProps) {
  const { value, change, done, restored } = useDraft(`take-back ${factId}`, '');
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!value.trim()) return;
    const saved = await sending.send(`/api/people/${participantId}/${what}/${factId}/withdrawals`, {
      supersedes: versionId,
      reason: value.trim(),
    });
    if (!saved) return;
    done();
    toast({ text: m.turn_withdrawn() });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.turn_withdraw()} onSubmit={submit} restored={restored}>
      <p>{words}</p>
      <TextField
        label={m.turn_withdraw_why()}
        description={m.contact_correct_note()}
        maxLength={500}
        value={value}
        onChange={change}
        error={tried && !value.trim() ? m.field_needed() : undefined}
      />
    </SendForm>
  );
}
