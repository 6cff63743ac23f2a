import { m } from '#text/generated/messages.js';
import { ReasonField } from '../app/reason.tsx';
import { SendForm } from '../app/sending.tsx';
import { StrengthsBeside } from '../app/strengths-beside.tsx';
import { WordsBefore } from '../app/words-before.tsx';
import { LifeAreaField, useGoal } from '../app/write-goal.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import type { ActProps } from './acts.ts';

/** Wanted, present, and the ways between: the same four questions every time, and also when a goal is written anew. */
export function GoalForm({ page, name, about, done: close }: ActProps) {
  const goal = page.goals?.find(({ id }) => id === about);
  const { value, set, needed, frame, save } = useGoal(page.participantId, goal);
  const submit = async () => {
    if (!value.title.trim() || (goal && !value.why.trim())) return;
    const text = goal ? m.goal_changed() : m.goal_saved_title({ title: value.title.trim() });
    if (await save(text, value.why.trim())) close();
  };
  const area = (field: 'wanted' | 'present' | 'ways', label: string) => (
    <TextArea
      label={label}
      rows={2}
      maxLength={1000}
      value={value[field]}
      onChange={(words) => set({ [field]: words })}
    />
  );
  return (
    <SendForm {...frame} submit={m.save()} onSubmit={submit}>
      <TextField
        label={m.goal_what({ name })}
        description={m.goal_what_note()}
        maxLength={200}
        required
        value={value.title}
        onChange={(title) => set({ title })}
        error={needed(value.title)}
      />
      <StrengthsBeside strengths={page.strengths} />
      {area('wanted', m.goal_field_wanted())}
      {area('present', m.goal_field_present())}
      {area('ways', m.goal_field_ways())}
      <LifeAreaField value={value.lifeArea} onChange={(lifeArea) => set({ lifeArea })} />
      {goal && (
        <ReasonField
          label={m.why_changed()}
          value={value.why}
          onChange={(why) => set({ why })}
          error={needed(value.why)}
        />
      )}
      {goal && goal.version > 1 && (
        <WordsBefore path={`/api/people/${page.participantId}/goals/${goal.id}`} now={page.now} />
      )}
    </SendForm>
  );
}
