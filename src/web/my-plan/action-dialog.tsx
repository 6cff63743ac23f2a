import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { SendForm, useSend } from '../app/sending.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';

export function ActionDialog({ plan, onClose }: { plan: MyPlan; onClose: () => void }) {
  const sending = useSend();
  const toast = useToast();
  const goals = plan.goals.filter((goal) => !goal.closed);
  const draft = useDraft('new-action', { title: '', goalId: goals[0]?.id ?? '', dueDay: '' });
  const [tried, setTried] = useState(false);
  const { title, goalId, dueDay } = draft.value;
  const submit = async () => {
    setTried(true);
    if (!title.trim()) return;
    const action = { goalId, title: title.trim(), doer: 'participant', ...(dueDay ? { dueDay } : {}) };
    if (!(await sending.send(`/api/people/${plan.participantId}/actions`, action))) return;
    draft.done();
    toast({ text: m.action_saved() });
    onClose();
  };
  return (
    <Dialog title={m.action_add()} closeLabel={m.close()} onClose={onClose}>
      <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={draft.restored} fullWidth>
        <TextField
          label={m.action_field()}
          value={title}
          onChange={(value) => draft.change({ ...draft.value, title: value })}
          maxLength={200}
          error={tried && !title.trim() ? m.field_needed() : undefined}
        />
        {goals.length > 1 && (
          <SelectField
            label={m.action_goal()}
            value={goalId}
            onChange={(value) => draft.change({ ...draft.value, goalId: value })}
            options={goals.map((goal) => ({ value: goal.id, label: goal.title }))}
          />
        )}
        <TextField
          type="date"
          label={`${m.action_due()} (${m.optional().toLowerCase()})`}
          value={dueDay}
          min={dayOf(plan.now)}
          onChange={(value) => draft.change({ ...draft.value, dueDay: value })}
        />
      </SendForm>
    </Dialog>
  );
}
