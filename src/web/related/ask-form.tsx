import type { RelatedAsked } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { takingBack, useSaved } from '../app/undo.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';

type Answer = RelatedAsked['answer'];

const answers: Record<Answer, () => string> = {
  named: m.related_asked_named,
  nobody: m.related_asked_nobody,
  'not-now': m.related_asked_not_now,
};
export const relatedAnswerText = (answer: Answer): string =>
  m.related_asked_answer({ answer: answers[answer]().toLowerCase() });

interface AskRelatedFormProps {
  participantId: string;
  legend: string;
  /** Said by the worker who asks; left out where the participant reads it here themself. */
  explained?: string;
  /** The newest answer, shown before it is given anew. */
  standing?: RelatedAsked | undefined;
  onSaved: () => void;
}

/** Whom we may talk with, and whether it was told what a yes and a no mean. */
export function AskRelatedForm({ participantId, legend, explained, standing, onSaved }: AskRelatedFormProps) {
  const form = useForm<{ answer?: Answer; explained: boolean }>(`related-questions ${participantId}`, {
    explained: explained === undefined,
  });
  const saved = useSaved();
  const { value, set } = form;
  const path = `/api/people/${participantId}/related-questions`;
  const submit = async () => {
    if (!value.answer) return;
    const answer = await form.send(path, value);
    if (!answer) return;
    saved(m.related_asked_saved(), takingBack(path, answer.id));
    onSaved();
  };
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
      {standing && (
        <p>
          <strong>{relatedAnswerText(standing.answer)}</strong>
        </p>
      )}
      <p>{m.related_asked_meaning()}</p>
      <ChoiceChips
        legend={legend}
        options={(Object.keys(answers) as Answer[]).map((answer) => ({
          value: answer,
          label: answers[answer](),
        }))}
        value={value.answer}
        onChange={(answer) => set({ answer })}
        error={form.chosen(value.answer)}
      />
      {explained !== undefined && (
        <Checkbox label={explained} checked={value.explained} onChange={(told) => set({ explained: told })} />
      )}
    </SendForm>
  );
}
