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
  const { value, set, needed, frame, save } = useGoal(plan.participantId, goal);
  const optional = (label: string) => `${label} (${m.optional().toLowerCase()})`;
  const submit = async () => {
    if (!value.title.trim()) return;
    if (await save(goal ? m.goal_changed() : m.goal_saved(), m.rewritten_reason())) onClose();
  };
  const area = (field: 'present' | 'wanted' | 'ways', label: string) => (
    <TextArea
      label={optional(label)}
      value={value[field]}
      onChange={(text) => set({ [field]: text })}
      maxLength={1000}
      rows={2}
    />
  );
  return (
    <Dialog title={goal ? m.goal_change() : m.goal_add()} closeLabel={m.close()} onClose={onClose}>
      <SendForm {...frame} submit={m.save()} onSubmit={submit} fullWidth>
        <TextField
          label={m.goal_field()}
          value={value.title}
          onChange={(title) => set({ title })}
          maxLength={200}
          error={needed(value.title)}
        />
        {area('present', m.goal_present())}
        {area('wanted', m.goal_wanted())}
        <StrengthsBeside strengths={plan.strengths} />
        {area('ways', m.goal_ways())}
        <LifeAreaField value={value.lifeArea} onChange={(lifeArea) => set({ lifeArea })} />
        {goal && goal.version > 1 && (
          <WordsBefore path={`/api/people/${plan.participantId}/goals/${goal.id}`} now={plan.now} />
        )}
      </SendForm>
    </Dialog>
  );
}
