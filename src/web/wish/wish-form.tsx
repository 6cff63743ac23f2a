import { useState } from 'react';
import type { LifeArea } from '#domain/plan/life-area.ts';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { useSaved } from '../app/undo.ts';
import { LifeAreaField } from '../app/write-goal.tsx';
import { TextArea } from '../ui/fields.tsx';

interface WishFormProps {
  participantId: string;
  label: string;
  note?: string;
  savedText: string;
  onSaved: () => void;
}

/** Something wished for, in the participant’s words. */
export function WishForm({ participantId, label, note, savedText, onSaved }: WishFormProps) {
  const { value, change, done, restored } = useDraft(`wish ${participantId}`, {
    words: '',
    area: '' as LifeArea | '',
  });
  const sending = useSend();
  const saved = useSaved();
  const [tried, setTried] = useState(false);
  const words = value.words.trim();
  const submit = async () => {
    setTried(true);
    if (!words) return;
    const path = `/api/people/${participantId}/wishes`;
    const wish = await sending.send(path, { words, ...(value.area ? { lifeArea: value.area } : {}) });
    if (!wish) return;
    done();
    saved(savedText, {
      path: `${path}/${wish.id}/withdrawals`,
      body: { supersedes: wish.id, reason: m.undo_reason() },
    });
    onSaved();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored} fullWidth>
      <TextArea
        label={label}
        description={note}
        rows={3}
        maxLength={500}
        value={value.words}
        onChange={(text) => change({ ...value, words: text })}
        error={tried && !words ? m.field_needed() : undefined}
      />
      <LifeAreaField value={value.area} onChange={(area) => change({ ...value, area })} />
    </SendForm>
  );
}
