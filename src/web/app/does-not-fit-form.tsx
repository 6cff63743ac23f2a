import { m } from '#text/generated/messages.js';
import { rightsKindMessages } from '#text/rights.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useForm } from './form.ts';
import { SendForm } from './sending.tsx';

export interface DoesNotFitProps {
  participantId: string;
  /** The entry it stands beside, by its kind and the fact’s id. */
  about: { table: 'goal' | 'wish' | 'crisis_plan'; id: string };
  /** What it is called, for those who hear the button and do not see beside what. */
  named: string;
}

const kinds = ['correct', 'object', 'erase'] as const;

export function Say({ participantId, about, named, onSaved }: DoesNotFitProps & { onSaved: () => void }) {
  const form = useForm(`does not fit ${about.id}`, { kind: '' as (typeof kinds)[number] | '', words: '' });
  const { value, set } = form;
  const submit = async () => {
    const words = value.words.trim();
    if (!value.kind || !words) return;
    const body = { kind: value.kind, words, about };
    if (await form.save(`/api/people/${participantId}/rights-requests`, body, m.does_not_fit_sent()))
      onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.does_not_fit_send()} onSubmit={submit} fullWidth>
      <p>{m.quote({ words: named })}</p>
      <ChoiceChips
        legend={m.rights_kind()}
        options={kinds.map((kind) => ({ value: kind, label: rightsKindMessages[kind]() }))}
        value={value.kind || undefined}
        onChange={(kind) => set({ kind })}
        error={form.chosen(value.kind)}
      />
      <TextArea
        label={m.rights_words()}
        rows={3}
        maxLength={2000}
        value={value.words}
        onChange={(words) => set({ words })}
        error={form.needed(value.words)}
      />
      <p className="mv-meta">{m.does_not_fit_note()}</p>
    </SendForm>
  );
}
