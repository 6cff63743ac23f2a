import { useState } from 'react';
import type { Goal, MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { SendForm } from '../app/sending.tsx';
import { StrengthsBeside } from '../app/strengths-beside.tsx';
import { WordsBefore } from '../app/words-before.tsx';
import { LifeAreaField, useGoal } from '../app/write-goal.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';

interface GoalDialogProps {
  plan: MyPlan;
  /** The one that is written anew; left out for a new one. */
  goal?: Goal;
  onClose: () => void;
}

export function GoalDialog({ plan, goal, onClose }: GoalDialogProps) {
  const { value, change, restored, sending, save } = useGoal(plan.participantId, goal);
  const [tried, setTried] = useState(false);
  const optional = (label: string) => `${label} (${m.optional().toLowerCase()})`;
  const submit = async () => {
    setTried(true);
    if (!value.title.trim()) return;
    if (await save(goal ? m.goal_changed() : m.goal_saved(), m.rewritten_reason())) onClose();
  };
  const area = (field: 'present' | 'wanted' | 'ways', label: string) => (
    <TextArea
      label={optional(label)}
      value={value[field]}
      onChange={(text) => change({ ...value, [field]: text })}
      maxLength={1000}
      rows={2}
    />
  );
  return (
    <Dialog title={goal ? m.goal_change() : m.goal_add()} closeLabel={m.close()} onClose={onClose}>
      <SendForm sending={sending} submit={m.save()} onSubmit={submit} restored={restored} fullWidth>
        <TextField
          label={m.goal_field()}
          value={value.title}
          onChange={(title) => change({ ...value, title })}
          maxLength={200}
          error={tried && !value.title.trim() ? m.field_needed() : undefined}
        />
        {area('present', m.goal_present())}
        {area('wanted', m.goal_wanted())}
        <StrengthsBeside strengths={plan.strengths} />
        {area('ways', m.goal_ways())}
        <LifeAreaField value={value.lifeArea} onChange={(lifeArea) => change({ ...value, lifeArea })} />
        {goal && goal.version > 1 && (
          <WordsBefore path={`/api/people/${plan.participantId}/goals/${goal.id}`} now={plan.now} />
        )}
      </SendForm>
    </Dialog>
  );
}
