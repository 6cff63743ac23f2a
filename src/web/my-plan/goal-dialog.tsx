import { type FormEvent, useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import { usePlanActs } from './acts.ts';

const blank = { title: '', wanted: '', present: '', ways: '' };
type Words = typeof blank;

const filled = (words: Words) =>
  Object.fromEntries(
    Object.entries(words)
      .map(([key, text]) => [key, text.trim()])
      .filter(([, text]) => text),
  );

export function GoalDialog({ plan, onClose }: { plan: MyPlan; onClose: () => void }) {
  const acts = usePlanActs(plan.participantId);
  const toast = useToast();
  const draft = useDraft('new-goal', blank);
  const [problem, setProblem] = useState<unknown>();
  const [empty, setEmpty] = useState(false);
  const words = draft.value;
  const set = (key: keyof Words) => (value: string) => draft.change({ ...words, [key]: value });
  const optional = (label: string) => `${label} (${m.optional().toLowerCase()})`;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!words.title.trim()) return setEmpty(true);
    try {
      await acts.addGoal({ title: words.title.trim(), ...filled(words) });
    } catch (error) {
      return setProblem(error);
    }
    draft.done();
    toast({ text: m.goal_saved() });
    onClose();
  };
  return (
    <Dialog title={m.goal_add()} closeLabel={m.close()} onClose={onClose}>
      <form className="mv-stack" onSubmit={save} noValidate>
        <TextField
          label={m.goal_field()}
          description={draft.restored ? m.draft_restored() : undefined}
          value={words.title}
          onChange={set('title')}
          maxLength={200}
          error={empty && !words.title.trim() ? m.field_needed() : undefined}
        />
        <TextArea
          label={optional(m.goal_present())}
          value={words.present}
          onChange={set('present')}
          maxLength={1000}
          rows={2}
        />
        <TextArea
          label={optional(m.goal_wanted())}
          value={words.wanted}
          onChange={set('wanted')}
          maxLength={1000}
          rows={2}
        />
        <TextArea
          label={optional(m.goal_ways())}
          value={words.ways}
          onChange={set('ways')}
          maxLength={1000}
          rows={2}
        />
        {problem !== undefined && <ProblemNotice error={problem} kept />}
        <Button type="submit" fullWidth busy={acts.pending}>
          {m.save()}
        </Button>
      </form>
    </Dialog>
  );
}
