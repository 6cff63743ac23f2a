import type { Wish } from '#contract/wish.ts';
import type { LifeArea } from '#domain/plan/life-area.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { unwriting, useSaved, writing } from '../app/undo.ts';
import { LifeAreaField } from '../app/write-goal.tsx';
import { TextArea } from '../ui/fields.tsx';

interface Draft {
  words: string;
  area: LifeArea | '';
}

const contentOf = ({ words, area }: Draft) => ({ words: words.trim(), ...(area ? { lifeArea: area } : {}) });

interface WishFormProps {
  participantId: string;
  label: string;
  note?: string;
  savedText: string;
  /** The one that is said in other words; left out for a new one. */
  wish?: Wish;
  onSaved: () => void;
}

/** Something wished for, in the participant’s words; or what is wished for in other words. */
export function WishForm({ participantId, label, note, savedText, wish, onSaved }: WishFormProps) {
  const before = { words: wish?.words ?? '', area: wish?.lifeArea ?? ('' as const) };
  const form = useForm<Draft>(`wish ${participantId} ${wish?.versionId ?? ''}`, before);
  const saved = useSaved();
  const { value, set } = form;
  const words = value.words.trim();
  const submit = async () => {
    if (!words) return;
    const all = `/api/people/${participantId}/wishes`;
    const { path, body } = writing(all, wish, contentOf(value), m.rewritten_reason());
    const answer = await form.send(path, body);
    if (!answer) return;
    saved(savedText, unwriting(all, wish, contentOf(before), answer.id));
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
