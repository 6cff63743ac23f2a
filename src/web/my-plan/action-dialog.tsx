import { useState } from 'react';
import type { Action, MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { useDraft } from '../app/draft.ts';
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
  const { sending, add, rewrite, takeAway } = useAction(plan.participantId);
  const goals = plan.goals.filter((goal) => !goal.closed);
  const action = change?.action;
  const draft = useDraft(`action ${action?.versionId ?? ''}`, {
    title: action?.title ?? '',
    goalId: change?.goalId ?? goals[0]?.id ?? '',
    dueDay: action?.dueDay ?? '',
  });
  const [tried, setTried] = useState(false);
  const { title, goalId, dueDay } = draft.value;
  const submit = async () => {
    setTried(true);
    if (!title.trim()) return;
    const doing = {
      title: title.trim(),
      doer: 'participant' as const,
      ...(dueDay ? { dueDay } : {}),
    };
    const saved = action
      ? await rewrite(action, doing, m.rewritten_reason())
      : await add(goalId, doing, m.action_saved());
    if (!saved) return;
    draft.done();
    onClose();
  };
  return (
    <Dialog title={action ? m.action_change() : m.action_add()} closeLabel={m.close()} onClose={onClose}>
      <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={draft.restored} fullWidth>
        <TextField
          label={m.action_field()}
          value={title}
          onChange={(value) => draft.change({ ...draft.value, title: value })}
          maxLength={200}
          error={tried && !title.trim() ? m.field_needed() : undefined}
        />
        {goals.length > 1 && !action && (
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
