import type { Goal } from '#contract/plan.ts';
import { type LifeArea, lifeAreas } from '#domain/plan/life-area.ts';
import { m } from '#text/generated/messages.js';
import { lifeAreaText } from '#text/life-areas.ts';
import { SelectField } from '../ui/fields.tsx';
import { useForm } from './form.ts';
import { unwriting, useSaved, writing } from './undo.ts';

export interface GoalWords {
  title: string;
  wanted: string;
  present: string;
  ways: string;
  lifeArea: LifeArea | '';
  why: string;
}

const wordsOf = (goal: Goal | undefined): GoalWords => ({
  title: goal?.title ?? '',
  wanted: goal?.wanted ?? '',
  present: goal?.present ?? '',
  ways: goal?.ways ?? '',
  lifeArea: goal?.lifeArea ?? '',
  why: '',
});

const filled = ({ why: _, ...words }: GoalWords) =>
  Object.fromEntries(
    Object.entries(words)
      .map(([field, text]) => [field, text.trim()] as const)
      .filter(([, text]) => text),
  );

/** A goal written, or one that stands written anew; both with a way back. */
export function useGoal(participantId: string, goal: Goal | undefined) {
  const form = useForm(`goal ${participantId} ${goal?.versionId ?? ''}`, wordsOf(goal));
  const saved = useSaved();
  const all = `/api/people/${participantId}/goals`;
  /** @param reason why a standing goal is written anew */
  const save = async (savedText: string, reason: string): Promise<boolean> => {
    const { path, body } = writing(all, goal, filled(form.value), reason);
    const answer = await form.send(path, body);
    if (!answer) return false;
    saved(savedText, unwriting(all, goal, filled(wordsOf(goal)), answer.id));
    return true;
  };
  return { ...form, save };
}

export function LifeAreaField({
  value,
  onChange,
}: {
  value: LifeArea | '';
  onChange: (area: LifeArea | '') => void;
}) {
  return (
    <SelectField
      label={`${m.goal_area()} (${m.optional().toLowerCase()})`}
      placeholder={m.goal_area_none()}
      value={value}
      options={lifeAreas.map((area) => ({ value: area, label: lifeAreaText(area) }))}
      onChange={(area) => onChange(area as LifeArea | '')}
    />
  );
}
