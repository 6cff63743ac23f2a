import { m } from '#text/generated/messages.js';
import { contactKindText } from '#text/text.ts';
import { useForm } from '../app/form.ts';
import { type Happened, HappenedFields, happenedAt, OtherTime } from '../app/happened.tsx';
import { SendForm } from '../app/sending.tsx';
import { takingBack, useSaved } from '../app/undo.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { Combobox, matching } from '../ui/combobox.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { type ContactKind, isKind, kindOptions } from './kinds.ts';
import './contact.css';

interface Someone {
  participantId: string;
  name: string;
}

export interface ContactFormProps {
  /** Whom one may write about; not asked for when `about` is given. */
  people?: readonly Someone[];
  about?: Someone | undefined;
  kind?: string | undefined;
  /** A professional was reminded of a promise: which, and the line about it that may be changed. */
  reminder?: { of: string; note: string };
  now: string;
  onSaved?: () => void;
}

interface Draft extends Happened {
  who: Someone | null;
  typed: string;
  kind: ContactKind | null;
  note: string;
  nextStep: string | null;
}

const empty: Draft = { who: null, typed: '', kind: null, note: '', nextStep: null, day: '', time: '' };

/** Who, what kind, one line. The draft is kept at every key, and what is saved can be taken back. */
export function ContactForm({ people = [], about, kind, reminder, now, onSaved }: ContactFormProps) {
  const place = about ? `contact ${about.participantId} ${reminder?.of ?? kind ?? ''}` : 'contact';
  const form = useForm<Draft>(place, {
    ...empty,
    kind: reminder ? 'phone' : isKind(kind) ? kind : null,
    note: reminder?.note ?? '',
  });
  const saved = useSaved();
  const { value, set } = form;
  const who = about ?? value.who;

  const submit = async () => {
    if (!who || !value.kind || !value.note.trim()) return;
    const path = `/api/people/${who.participantId}/contacts`;
    const body = {
      kind: value.kind,
      note: value.note.trim(),
      ...(value.nextStep?.trim() ? { nextStep: value.nextStep.trim() } : {}),
      ...happenedAt(value),
      ...(reminder ? { remindsOf: reminder.of } : {}),
    };
    const answer = await form.send(path, body, empty);
    if (!answer) return;
    const text = m.contact_saved({ name: who.name, kind: contactKindText(value.kind) });
    saved(text, takingBack(path, answer.id, m.contact_undo_reason()), m.contact_undone());
    onSaved?.();
  };

  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
      {!about && (
        <WhoField
          people={people}
          typed={value.typed}
          onTyped={(typed) => set({ typed, who: null })}
          onChoose={(chosen) => set({ who: chosen, typed: chosen.name })}
          error={form.missing(!who, m.contact_who_needed())}
        />
      )}
      <ChoiceChips
        legend={m.contact_kind()}
        hideLegend
        options={kindOptions()}
        value={value.kind ?? undefined}
        onChange={(chosen) => set({ kind: chosen })}
        error={form.missing(!value.kind, m.contact_kind_needed())}
      />
      <TextArea
        label={m.contact_note()}
        placeholder={m.contact_note()}
        hideLabel
        rows={2}
        maxLength={4000}
        value={value.note}
        onChange={(note) => set({ note })}
        error={form.needed(value.note)}
      />
      <More draft={value} set={set} now={now} />
    </SendForm>
  );
}

interface MoreProps {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  now: string;
}

function More({ draft, set, now }: MoreProps) {
  return (
    <>
      {draft.nextStep !== null && (
        <TextField
          label={m.contact_next_step()}
          maxLength={200}
          value={draft.nextStep}
          onChange={(nextStep) => set({ nextStep })}
        />
      )}
      <HappenedFields happened={draft} set={set} now={now} />
      {(draft.nextStep === null || !draft.day) && (
        <div className="mv-row mv-form-more">
          {draft.nextStep === null && (
            <Button quiet onClick={() => set({ nextStep: '' })}>
              {m.contact_add_next_step()}
            </Button>
          )}
          <OtherTime happened={draft} set={set} now={now} />
        </div>
      )}
    </>
  );
}

interface WhoFieldProps {
  people: readonly Someone[];
  typed: string;
  onTyped: (typed: string) => void;
  onChoose: (chosen: Someone) => void;
  error: string | undefined;
}

function WhoField({ people, typed, onTyped, onChoose, error }: WhoFieldProps) {
  const options = people.map(({ participantId, name }) => ({ value: participantId, label: name }));
  return (
    <Combobox
      label={m.contact_who()}
      placeholder={m.contact_who()}
      hideLabel
      text={typed}
      onText={onTyped}
      options={matching(options, typed)}
      onChoose={({ value, label }) => onChoose({ participantId: value, name: label })}
      emptyText={m.contact_who_none()}
      error={error}
    />
  );
}
