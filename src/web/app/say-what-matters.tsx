import type { Statement } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { useDraft } from './draft.ts';
import { useSend } from './sending.tsx';
import { useSaved } from './undo.ts';

type What = 'same' | 'other';

/** What matters, said anew: the same in other words keeps its ratings, something else begins afresh. */
export function useStatement(
  { participantId, statement }: { participantId: string; statement?: Statement | undefined },
  savedText: string,
  first: string,
) {
  const draft = useDraft(`statement ${participantId} ${statement?.versionId ?? ''}`, {
    words: first,
    what: 'same' as What,
  });
  const sending = useSend();
  const saved = useSaved();
  const path = `/api/people/${participantId}/statements`;
  const save = async (words: string): Promise<boolean> => {
    const before = draft.value.what === 'same' ? statement : undefined;
    const answer = await sending.send(path, {
      words,
      ...(before ? { supersedes: before.versionId } : {}),
    });
    if (!answer) return false;
    draft.done();
    saved(
      savedText,
      before
        ? { path, body: { words: before.words, supersedes: answer.id } }
        : {
            path: `${path}/${answer.id}/withdrawals`,
            body: { supersedes: answer.id, reason: m.undo_reason() },
          },
    );
    return true;
  };
  return { ...draft, sending, save };
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
      onChange={(what) => said.change({ ...said.value, what })}
    />
  );
}
