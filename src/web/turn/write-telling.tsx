import { addDays } from '#domain/time/week.ts';
import { m } from '#text/generated/messages.js';
import { dayOf, nearDay } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextArea } from '../ui/fields.tsx';

interface WriteTellingProps {
  participantId: string;
  name: string;
  now: string;
  onSaved: () => void;
}

type Kind = 'relapse' | 'hard-time';

/** The participant told it to the contact person, who writes that they did. */
export function WriteTelling({ participantId, name, now, onSaved }: WriteTellingProps) {
  const form = useForm<{ kind: Kind | ''; words: string }>(`telling ${participantId}`, {
    kind: '',
    words: '',
  });
  const { value, set } = form;
  const submit = async () => {
    if (!value.kind) return;
    const body = {
      kind: value.kind,
      ...(value.words.trim() ? { words: value.words.trim() } : {}),
    };
    const text = m.tell_write_saved({ day: nearDay(addDays(dayOf(now), 1), now) });
    if (await form.save(`/api/people/${participantId}/tellings`, body, text)) onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit}>
      <p>{m.tell_write_lead({ name })}</p>
      <ChoiceChips<Kind>
        legend={m.tell_write_what({ name })}
        options={[
          { value: 'relapse', label: m.tell_write_relapse() },
          { value: 'hard-time', label: m.tell_write_hard_time() },
        ]}
        value={value.kind || undefined}
        onChange={(kind) => set({ kind })}
        error={form.chosen(value.kind)}
      />
      <TextArea
        label={m.tell_write_words({ name })}
        description={m.field_may_be_empty()}
        maxLength={2000}
        value={value.words}
        onChange={(words) => set({ words })}
      />
    </SendForm>
  );
}
