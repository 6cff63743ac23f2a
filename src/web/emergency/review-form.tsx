import type { EmergencyReviews } from '#contract/emergency.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextArea } from '../ui/fields.tsx';
import { findingText, OpeningStory } from './opening-story.tsx';

interface ReviewFormProps {
  opening: EmergencyReviews['openings'][number];
  now: string;
  onSaved: () => void;
}

const outcomes = ['justified', 'not-justified'] as const;
interface Draft {
  outcome: (typeof outcomes)[number] | '';
  words: string;
}

export function ReviewForm({ opening, now, onSaved }: ReviewFormProps) {
  const form = useForm<Draft>(`review ${opening.id}`, { outcome: '', words: '' });
  const { outcome, words } = form.value;
  const submit = async () => {
    if (!outcome || !words.trim()) return;
    const path = `/api/emergency/openings/${opening.id}/reviews`;
    if (await form.save(path, { outcome, words }, m.review_emergency_saved())) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      <div className="mv-stack">
        <OpeningStory opening={opening} now={now} />
      </div>
      <ChoiceChips
        legend={m.review_emergency_outcome()}
        options={outcomes.map((value) => ({ value, label: findingText(value) }))}
        value={outcome || undefined}
        onChange={(chosen) => form.set({ outcome: chosen })}
        error={form.chosen(outcome)}
      />
      <TextArea
        label={m.review_emergency_words()}
        description={m.review_emergency_words_note()}
        maxLength={1000}
        required
        value={words}
        onChange={(text) => form.set({ words: text })}
        error={form.needed(words)}
      />
    </SendForm>
  );
}
