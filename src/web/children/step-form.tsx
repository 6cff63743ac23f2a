import type { Child, ChildStep } from '#contract/child.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { takingBack, useSaved } from '../app/undo.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';

interface StepFormProps {
  participantId: string;
  child: Child;
  now: string;
  onSaved: () => void;
}

interface Draft {
  kind: ChildStep['kind'] | '';
  words: string;
  day: string;
  byWhom: string;
  nextDay: string;
}

/** What a child has been told or offered, or what was done, and when it is taken up again. */
export function StepForm({ participantId, child, now, onSaved }: StepFormProps) {
  const today = dayOf(now);
  const form = useForm<Draft>(`child-step ${child.id}`, {
    kind: '',
    words: '',
    day: today,
    byWhom: '',
    nextDay: '',
  });
  const saved = useSaved();
  const { value, set } = form;
  const path = `/api/people/${participantId}/child-steps`;
  const submit = async () => {
    if (!value.kind || !value.words.trim() || !value.day) return;
    const answer = await form.send(path, {
      childId: child.id,
      kind: value.kind,
      words: value.words.trim(),
      day: value.day,
      ...(value.byWhom.trim() ? { byWhom: value.byWhom.trim() } : {}),
      ...(value.nextDay ? { nextDay: value.nextDay } : {}),
    });
    if (!answer) return;
    saved(m.child_step_saved({ name: child.name }), takingBack(path, answer.id), m.child_step_undone());
    onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
      <ChoiceChips<ChildStep['kind']>
        legend={m.child_step_kind()}
        options={[
          { value: 'told', label: m.child_step_told() },
          { value: 'offered', label: m.child_step_offered() },
          { value: 'done', label: m.child_step_done() },
        ]}
        value={value.kind || undefined}
        onChange={(kind) => set({ kind })}
        error={form.chosen(value.kind)}
      />
      <TextArea
        label={m.child_step_words()}
        rows={3}
        maxLength={1000}
        value={value.words}
        onChange={(words) => set({ words })}
        error={form.needed(value.words)}
      />
      <div className="mv-two">
        <TextField
          label={m.child_step_day()}
          type="date"
          max={today}
          value={value.day}
          onChange={(day) => set({ day })}
          error={form.needed(value.day)}
        />
        <TextField
          label={m.child_step_by()}
          maxLength={120}
          value={value.byWhom}
          onChange={(byWhom) => set({ byWhom })}
        />
      </div>
      <TextField
        label={m.child_step_next()}
        description={m.child_step_next_note()}
        type="date"
        min={today}
        value={value.nextDay}
        onChange={(nextDay) => set({ nextDay })}
      />
    </SendForm>
  );
}
