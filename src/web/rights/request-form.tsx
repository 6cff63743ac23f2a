import type { Rights } from '#contract/rights.ts';
import { m } from '#text/generated/messages.js';
import { factText } from '#text/insight.ts';
import { rightsKindMessages } from '#text/rights.ts';
import { nearDay } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { SelectField, TextArea } from '../ui/fields.tsx';

interface RequestFormProps {
  participantId: string;
  rights: Pick<Rights, 'now' | 'entries'>;
  /** The entry it is about, when it is given by where one comes from: «contact/<id>». */
  about?: string | undefined;
  wordsLabel: string;
  onSaved: () => void;
}

const kinds = Object.entries(rightsKindMessages);
const longest = 60;

/** Asks that something be put right, deleted or used less, or says that one disagrees. */
export function RequestForm({ participantId, rights, about = '', wordsLabel, onSaved }: RequestFormProps) {
  const form = useForm(`right ${participantId}`, { kind: '', entry: about, words: '' });
  const { value, set } = form;
  const submit = async () => {
    const words = value.words.trim();
    if (!value.kind || !words) return;
    const [table = '', id = ''] = value.entry.split('/');
    const body = { kind: value.kind, words, ...(value.entry ? { about: { table, id } } : {}) };
    if (await form.save(`/api/people/${participantId}/rights-requests`, body, m.rights_sent_short()))
      onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
      <ChoiceChips
        legend={m.rights_kind()}
        options={kinds.map(([kind, label]) => ({ value: kind, label: label() }))}
        value={value.kind || undefined}
        onChange={(kind) => set({ kind })}
        error={form.chosen(value.kind)}
      />
      <SelectField
        label={m.rights_about()}
        placeholder={m.rights_about_all()}
        options={rights.entries.map((entry) => ({
          value: `${entry.table}/${entry.id}`,
          label: entryLabel(entry, rights.now),
        }))}
        value={value.entry}
        onChange={(entry) => set({ entry })}
      />
      <TextArea
        label={wordsLabel}
        rows={4}
        maxLength={2000}
        value={value.words}
        onChange={(words) => set({ words })}
        error={form.needed(value.words)}
      />
    </SendForm>
  );
}

/** «Kontakt, 12. mars: Gikk en tur …» */
function entryLabel({ table, happenedAt, words }: Rights['entries'][number], now: string): string {
  const name = `${factText(table)}, ${nearDay(happenedAt, now)}`;
  if (words === undefined) return name;
  const short = words.length > longest ? `${words.slice(0, longest).trimEnd()} …` : words;
  return `${name}: ${short}`;
}
