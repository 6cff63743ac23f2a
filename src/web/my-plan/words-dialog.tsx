import { type FormEvent, useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { useDraft } from '../app/draft.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/toast.tsx';
import { usePlanActs } from './acts.ts';

export function WordsDialog({ plan, onClose }: { plan: MyPlan; onClose: () => void }) {
  const acts = usePlanActs(plan.participantId);
  const toast = useToast();
  const before = plan.statement?.words ?? '';
  const draft = useDraft('what-matters', before);
  const [problem, setProblem] = useState<unknown>();
  const [empty, setEmpty] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!draft.value.trim()) return setEmpty(true);
    try {
      await acts.say(draft.value.trim());
    } catch (error) {
      return setProblem(error);
    }
    draft.done();
    toast({ text: m.matters_saved() });
    onClose();
  };
  return (
    <Dialog title={m.matters_title()} closeLabel={m.close()} onClose={onClose}>
      <form className="mv-stack" onSubmit={save} noValidate>
        <TextArea
          label={m.matters_field()}
          description={draft.restored ? m.draft_restored() : m.matters_field_note()}
          value={draft.value}
          onChange={draft.change}
          maxLength={2000}
          rows={4}
          error={empty && !draft.value.trim() ? m.field_needed() : undefined}
        />
        {problem !== undefined && <ProblemNotice error={problem} kept />}
        <Button type="submit" fullWidth busy={acts.pending}>
          {m.save()}
        </Button>
      </form>
    </Dialog>
  );
}
