import type { Action, MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { WordsBefore } from '../app/words-before.tsx';
import { useAction } from '../app/write-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';

interface ActionDialogProps {
  plan: MyPlan;
  /** What is changed, and its goal; left out for something new. */
  change?: { action: Action; goalId: string };
  onClose: () => void;
}

export function ActionDialog({ plan, change, onClose }: ActionDialogProps) {
  const goals = plan.goals.filter((goal) => !goal.closed);
  const action = change?.action;
  const form = useForm(`action ${action?.versionId ?? ''}`, {
    title: action?.title ?? '',
    goalId: change?.goalId ?? goals[0]?.id ?? '',
    dueDay: action?.dueDay ?? '',
  });
  const { add, rewrite, takeAway } = useAction(plan.participantId, form.send);
  const { title, goalId, dueDay } = form.value;
  const submit = async () => {
    if (!title.trim()) return;
    const doing = {
      title: title.trim(),
      doer: 'participant' as const,
      ...(dueDay ? { dueDay } : {}),
    };
    const saved = action
      ? await rewrite(action, doing, m.rewritten_reason())
      : await add(goalId, doing, m.action_saved());
    if (saved) onClose();
  };
  return (
    <Dialog title={action ? m.action_change() : m.action_add()} closeLabel={m.close()} onClose={onClose}>
      <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
        <TextField
          label={m.action_field()}
          value={title}
          onChange={(value) => form.set({ title: value })}
          maxLength={200}
          error={form.needed(title)}
        />
        {goals.length > 1 && !action && (
          <SelectField
            label={m.action_goal()}
            value={goalId}
            onChange={(value) => form.set({ goalId: value })}
            options={goals.map((goal) => ({ value: goal.id, label: goal.title }))}
          />
        )}
        <TextField
          type="date"
          label={`${m.action_due()} (${m.optional().toLowerCase()})`}
          value={dueDay}
          min={dayOf(plan.now)}
          onChange={(value) => form.set({ dueDay: value })}
        />
        {action && (
          <div>
            <Button quiet onClick={() => void takeAway(action, goalId).then((gone) => gone && onClose())}>
              {m.remove()}
            </Button>
          </div>
        )}
        {action && action.version > 1 && (
          <WordsBefore path={`/api/people/${plan.participantId}/actions/${action.id}`} now={plan.now} />
        )}
      </SendForm>
    </Dialog>
  );
}
