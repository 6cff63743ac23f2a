import type { Wish, WishAnswer } from '#contract/wish.ts';
import { m } from '#text/generated/messages.js';
import { ProblemNotice } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { useToast } from '../ui/toast.tsx';
import { judged } from './wish-words.ts';

type Wanted = NonNullable<WishAnswer['view']>['wanted'];
const all: readonly Wanted[] = ['yes', 'partly', 'no'];

/** Whether what came was what the participant wanted. One press saves, and another press changes it. */
export function Judge({
  participantId,
  wish,
  answer,
  legend,
}: {
  participantId: string;
  wish: Wish;
  answer: WishAnswer;
  legend: string;
}) {
  const { send, error } = useSend();
  const toast = useToast();
  const judge = async (wanted: Wanted) => {
    const body = { answerId: answer.id, wanted };
    if (await send(`/api/people/${participantId}/wish-views`, body)) toast({ text: m.wish_judge_saved() });
  };
  return (
    <div className="mv-no-print" data-about={wish.id}>
      <ChoiceChips<Wanted>
        legend={legend}
        options={all.map((value) => ({ value, label: judged[value]() }))}
        value={answer.view?.wanted}
        onChange={(wanted) => void judge(wanted)}
      />
      {error && <ProblemNotice error={error} />}
    </div>
  );
}
