import { useState } from 'react';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import type { ActProps } from './acts.ts';
import { type ChosenWorker, noWorker, WorkerField } from './worker-field.tsx';

type Doer = 'participant' | 'worker';

interface Draft {
  goal: string;
  title: string;
  doer: Doer;
  worker: ChosenWorker;
  day: string;
}

/** What somebody does towards a goal: who, and by when. */
export function ActionForm({ page, name, about, done: close }: ActProps) {
  const goals = page.goals ?? [];
  const { value, change, done, restored } = useDraft<Draft>(`action ${page.participantId} ${about ?? ''}`, {
    goal: about ?? goals[0]?.id ?? '',
    title: '',
    doer: 'worker',
    worker: noWorker,
    day: '',
  });
  const sending = useSend();
  const toast = useToast();
  const [tried, setTried] = useState(false);
  const nobody = value.doer === 'worker' && !value.worker.worker;
  const submit = async () => {
    setTried(true);
    if (!value.title.trim() || !value.goal || nobody) return;
    const saved = await sending.send(`/api/people/${page.participantId}/actions`, {
      goalId: value.goal,
      title: value.title.trim(),
      doer: value.doer,
      ...(value.doer === 'worker' ? { worker: value.worker.worker } : {}),
      ...(value.day ? { dueDay: value.day } : {}),
    });
    if (!saved) return;
    done();
    toast({ text: m.action_saved_title({ title: value.title.trim() }) });
    close();
  };
  return (
    <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored}>
      {goals.length > 1 && (
        <SelectField
          label={m.action_for()}
          value={value.goal}
          options={goals.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(goal) => change({ ...value, goal })}
        />
      )}
      <TextField
        label={m.action_what()}
        maxLength={200}
        required
        value={value.title}
        onChange={(title) => change({ ...value, title })}
        error={tried && !value.title.trim() ? m.field_needed() : undefined}
      />
      <ChoiceChips<Doer>
        legend={m.action_who()}
        options={[
          { value: 'worker', label: m.doer_one_of_us() },
          { value: 'participant', label: name },
        ]}
        value={value.doer}
        onChange={(doer) => change({ ...value, doer })}
      />
      {value.doer === 'worker' && (
        <WorkerField
          label={m.doer_name()}
          first={page.team ?? []}
          value={value.worker}
          onChange={(worker) => change({ ...value, worker })}
          error={tried && nobody ? m.field_choose_needed() : undefined}
        />
      )}
      <TextField
        label={m.action_by_day()}
        type="date"
        min={dayOf(page.now)}
        value={value.day}
        onChange={(day) => change({ ...value, day })}
      />
    </SendForm>
  );
}
