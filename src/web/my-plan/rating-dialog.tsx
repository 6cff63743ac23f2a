import type { MyPlan, Statement } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { Dialog } from '../ui/dialog.tsx';

const numbers = Array.from({ length: 11 }, (_, rating) => ({ value: String(rating), label: String(rating) }));

interface RatingDialogProps {
  plan: MyPlan;
  statement: Statement;
  onClose: () => void;
}

export function RatingDialog({ plan, statement, onClose }: RatingDialogProps) {
  const form = useForm(`rating ${statement.id}`, '');
  const rating = form.value;
  const submit = async () => {
    if (!rating) return;
    const body = { statementId: statement.id, rating: Number(rating) };
    const path = `/api/people/${plan.participantId}/statement-ratings`;
    if (await form.save(path, body, m.rating_saved({ rating }))) onClose();
  };
  return (
    <Dialog title={m.rating_ask()} closeLabel={m.close()} onClose={onClose}>
      <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
        <blockquote className="plan-words">{m.matters_quote({ words: statement.words })}</blockquote>
        <ChoiceChips
          legend={m.rating_choose()}
          options={numbers}
          value={rating || undefined}
          onChange={form.change}
          error={form.chosen(rating)}
        />
        <p className="mv-meta">
          {m.rating_low()}. {m.rating_high()}.
        </p>
      </SendForm>
    </Dialog>
  );
}
