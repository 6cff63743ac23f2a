import type { Statement } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { useForm } from './form.ts';
import { takingBack, useSaved } from './undo.ts';

type What = 'same' | 'other';

/** What matters, said anew: the same in other words keeps its ratings, something else begins afresh. */
export function useStatement(
  { participantId, statement }: { participantId: string; statement?: Statement | undefined },
  savedText: string,
  first: string,
) {
  const form = useForm(`statement ${participantId} ${statement?.versionId ?? ''}`, {
    words: first,
    what: 'same' as What,
  });
  const saved = useSaved();
  const path = `/api/people/${participantId}/statements`;
  const save = async (words: string): Promise<boolean> => {
    const before = form.value.what === 'same' ? statement : undefined;
    const answer = await form.send(path, {
      words,
      ...(before ? { supersedes: before.versionId } : {}),
    });
    if (!answer) return false;
    saved(
      savedText,
      before ? { path, body: { words: before.words, supersedes: answer.id } } : takingBack(path, answer.id),
    );
    return true;
  };
  return { ...form, save };
}

export function SameOrOther({ said }: { said: ReturnType<typeof useStatement> }) {
  return (
    <ChoiceChips<What>
      legend={m.matters_same_or_new()}
      options={[
        { value: 'same', label: m.matters_same() },
        { value: 'other', label: m.matters_other() },
      ]}
      value={said.value.what}
      onChange={(what) => said.set({ what })}
    />
  );
}
