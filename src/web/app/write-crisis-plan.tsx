import type { CrisisPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { TextArea } from '../ui/fields.tsx';
import { useForm } from './form.ts';
import { SendForm } from './sending.tsx';
import { StrengthsBeside } from './strengths-beside.tsx';

type Strengths = Parameters<typeof StrengthsBeside>[0]['strengths'];

interface WriteCrisisPlanProps {
  participantId: string;
  standing: CrisisPlan | undefined;
  strengths: Strengths;
  /** «Det som hjelper meg», or «Det som hjelper» when somebody writes it together with the one it is for. */
  labels: { helps: string; call: string };
  savedText: string;
  color?: 'berry';
  onSaved: () => void;
  onCancel?: () => void;
}

/** Three questions, of which one answer is enough; written beside what has helped before. */
export function WriteCrisisPlan(props: WriteCrisisPlanProps) {
  const { participantId, standing, strengths, labels, savedText, onSaved, ...frame } = props;
  const form = useForm(`crisis-plan ${participantId}`, {
    signs: standing?.signs ?? '',
    helps: standing?.helps ?? '',
    call: standing?.call ?? '',
  });
  const { value, set } = form;
  const nothing = Object.values(value).every((words) => !words.trim());
  const submit = async () => {
    if (nothing) return;
    const body = { ...value, ...(standing ? { supersedes: standing.id } : {}) };
    if (await form.save(`/api/people/${participantId}/crisis-plans`, body, savedText)) onSaved();
  };
  return (
    <SendForm {...form.frame} {...frame} submit={m.save()} onSubmit={submit}>
      <StrengthsBeside strengths={strengths} only={['has-helped', 'who-is-there', 'how-to-meet-me']} />
      <TextArea
        label={m.crisis_signs()}
        rows={3}
        maxLength={2000}
        value={value.signs}
        onChange={(signs) => set({ signs })}
        error={form.missing(nothing, m.field_needed())}
      />
      <TextArea
        label={labels.helps}
        rows={3}
        maxLength={2000}
        value={value.helps}
        onChange={(helps) => set({ helps })}
      />
      <TextArea
        label={labels.call}
        rows={2}
        maxLength={1000}
        value={value.call}
        onChange={(call) => set({ call })}
      />
    </SendForm>
  );
}
