import type { Goal } from '#contract/plan.ts';
import { type LifeArea, lifeAreas } from '#domain/plan/life-area.ts';
import { m } from '#text/generated/messages.js';
import { lifeAreaText } from '#text/text.ts';
import { SelectField } from '../ui/fields.tsx';
import { useDraft } from './draft.ts';
import { useSend } from './sending.tsx';
import { useSaved } from './undo.ts';

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
  const draft = useDraft(`goal ${participantId} ${goal?.versionId ?? ''}`, wordsOf(goal));
  const sending = useSend();
  const saved = useSaved();
  const all = `/api/people/${participantId}/goals`;
  /** @param reason why a standing goal is written anew */
  const save = async (savedText: string, reason: string): Promise<boolean> => {
    const content = filled(draft.value);
    const answer = goal
      ? await sending.send(`${all}/${goal.id}/corrections`, {
          ...content,
          supersedes: goal.versionId,
          reason,
        })
      : await sending.send(all, content);
    if (!answer) return false;
    draft.done();
    const back = { supersedes: answer.id, reason: m.undo_reason() };
    saved(
      savedText,
      goal
        ? { path: `${all}/${goal.id}/corrections`, body: { ...filled(wordsOf(goal)), ...back } }
        : { path: `${all}/${answer.id}/withdrawals`, body: back },
    );
    return true;
  };
  return { ...draft, sending, save };
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
