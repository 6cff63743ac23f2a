import { type FormEvent, useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import { usePlanActs } from './acts.ts';

export function ActionDialog({ plan, onClose }: { plan: MyPlan; onClose: () => void }) {
  const acts = usePlanActs(plan.participantId);
  const toast = useToast();
  const draft = useDraft('new-action', { title: '', goalId: plan.goals[0]?.id ?? '', dueDay: '' });
  const [problem, setProblem] = useState<unknown>();
  const [empty, setEmpty] = useState(false);
  const { title, goalId, dueDay } = draft.value;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return setEmpty(true);
    try {
      await acts.addAction({ goalId, title: title.trim(), ...(dueDay ? { dueDay } : {}) });
    } catch (error) {
      return setProblem(error);
    }
    draft.done();
    toast({ text: m.action_saved() });
    onClose();
  };
  return (
    <Dialog title={m.action_add()} closeLabel={m.close()} onClose={onClose}>
      <form className="mv-stack" onSubmit={save} noValidate>
        <TextField
          label={m.action_field()}
          description={draft.restored ? m.draft_restored() : undefined}
          value={title}
          onChange={(value) => draft.change({ ...draft.value, title: value })}
          maxLength={200}
          error={empty && !title.trim() ? m.field_needed() : undefined}
        />
        {plan.goals.length > 1 && (
          <SelectField
            label={m.action_goal()}
            value={goalId}
            onChange={(value) => draft.change({ ...draft.value, goalId: value })}
            options={plan.goals.map((goal) => ({ value: goal.id, label: goal.title }))}
          />
        )}
        <TextField
          type="date"
          label={`${m.action_due()} (${m.optional().toLowerCase()})`}
          value={dueDay}
          min={dayOf(plan.now)}
          onChange={(value) => draft.change({ ...draft.value, dueDay: value })}
        />
        {problem !== undefined && <ProblemNotice error={problem} kept />}
        <Button type="submit" fullWidth busy={acts.pending}>
          {m.save()}
        </Button>
      </form>
    </Dialog>
  );
}
