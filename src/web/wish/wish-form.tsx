import type { LifeArea } from '#domain/plan/life-area.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { takingBack, useSaved } from '../app/undo.ts';
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
  const form = useForm(`wish ${participantId}`, {
    words: '',
    area: '' as LifeArea | '',
  });
  const saved = useSaved();
  const { value, set } = form;
  const words = value.words.trim();
  const submit = async () => {
    if (!words) return;
    const path = `/api/people/${participantId}/wishes`;
    const wish = await form.send(path, { words, ...(value.area ? { lifeArea: value.area } : {}) });
    if (!wish) return;
    saved(savedText, takingBack(path, wish.id));
    onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
      <TextArea
        label={label}
        description={note}
        rows={3}
        maxLength={500}
        value={value.words}
        onChange={(text) => set({ words: text })}
        error={form.needed(value.words)}
      />
      <LifeAreaField value={value.area} onChange={(area) => set({ area })} />
    </SendForm>
  );
}
