import { useState } from 'react';
import type { WishAnswer } from '#contract/wish.ts';
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
  answer,
  legend,
}: {
  participantId: string;
  answer: WishAnswer;
  legend: string;
}) {
  const { send, error } = useSend();
  const toast = useToast();
  // What was pressed shows at once, and goes back when it was not saved.
  const [pressed, setPressed] = useState<Wanted>();
  const judge = async (wanted: Wanted) => {
    setPressed(wanted);
    const saved = await send(`/api/people/${participantId}/wish-views`, { answerId: answer.id, wanted });
    setPressed(undefined);
    if (saved) toast({ text: m.wish_judge_saved() });
  };
  return (
    <div className="mv-no-print">
      <ChoiceChips<Wanted>
        legend={legend}
        options={all.map((value) => ({ value, label: judged[value]() }))}
        value={pressed ?? answer.view?.wanted}
        onChange={(wanted) => void judge(wanted)}
      />
      {error && <ProblemNotice error={error} />}
    </div>
  );
}
