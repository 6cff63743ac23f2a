import type { AskAboutChildren } from '#contract/child.ts';
import { m } from '#text/generated/messages.js';
import { useForm } from '../app/form.ts';
import { SendForm } from '../app/sending.tsx';
import { takingBack, useSaved } from '../app/undo.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { answerOptions } from './words.ts';

interface AskFormProps {
  participantId: string;
  /** Said before the questions. */
  lead: string;
  labels: { children: string; siblings: string };
  savedText: string;
  onSaved: () => void;
}

/** Two questions with four answers each, and none of them chosen beforehand. */
export function AskForm({ participantId, lead, labels, savedText, onSaved }: AskFormProps) {
  const form = useForm<Partial<AskAboutChildren>>(`child-questions ${participantId}`, {});
  const saved = useSaved();
  const { value, set } = form;
  const path = `/api/people/${participantId}/child-questions`;
  const submit = async () => {
    if (!value.children || !value.siblings) return;
    const answer = await form.send(path, value, {});
    if (!answer) return;
    saved(savedText, takingBack(path, answer.id));
    onSaved();
  };
  const options = answerOptions.map(({ value: answer, label }) => ({ value: answer, label: label() }));
  return (
    <SendForm {...form.frame} submit={m.save()} onSubmit={submit} fullWidth>
      <p>{lead}</p>
      <ChoiceChips
        legend={labels.children}
        options={options}
        value={value.children}
        onChange={(children) => set({ children })}
        error={form.chosen(value.children)}
      />
      <ChoiceChips
        legend={labels.siblings}
        options={options}
        value={value.siblings}
        onChange={(siblings) => set({ siblings })}
        error={form.chosen(value.siblings)}
      />
    </SendForm>
  );
}
