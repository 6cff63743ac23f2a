import { useState } from 'react';
import type { MyPlan, Statement } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toast.tsx';
import { usePlanActs } from './acts.ts';

const numbers = Array.from({ length: 11 }, (_, rating) => ({ value: String(rating), label: String(rating) }));

export function RatingDialog({
  plan,
  statement,
  onClose,
}: {
  plan: MyPlan;
  statement: Statement;
  onClose: () => void;
}) {
  const acts = usePlanActs(plan.participantId);
  const toast = useToast();
  const [rating, setRating] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const save = async () => {
    if (rating === undefined) return;
    try {
      await acts.rate(statement.id, Number(rating));
    } catch (error) {
      return setProblem(error);
    }
    toast({ text: m.rating_saved({ rating }) });
    onClose();
  };
  return (
    <Dialog title={m.rating_ask()} closeLabel={m.close()} onClose={onClose}>
      <div className="mv-stack">
        <blockquote className="plan-words">{m.matters_quote({ words: statement.words })}</blockquote>
        <ChoiceChips legend={m.rating_choose()} options={numbers} value={rating} onChange={setRating} />
        <p className="mv-meta">
          {m.rating_low()}. {m.rating_high()}.
        </p>
        {problem !== undefined && <ProblemNotice error={problem} />}
        <Button fullWidth busy={acts.pending} disabled={rating === undefined} onClick={save}>
          {m.save()}
        </Button>
      </div>
    </Dialog>
  );
}
