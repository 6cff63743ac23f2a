import type { Goal } from '#contract/plan.ts';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toast.tsx';
import { ProblemNotice } from './query-view.tsx';
import { useSend } from './sending.tsx';
import { takingBack, useSaved } from './undo.ts';

type Outcome = NonNullable<Goal['closed']>['outcome'];

interface GoalEndingProps {
  participantId: string;
  goal: Pick<Goal, 'id' | 'title' | 'closed'>;
  words: {
    reached: string;
    notWanted: string;
    takeUp: string;
    ended: (outcome: Outcome) => string;
    /** What is said, and written as the reason, when it goes on. */
    goesOn: string;
  };
}

/** How a goal ends: reached, or not wanted any more. Neither is a failure, and both can be taken back. */
export function GoalEnding({ participantId, goal: { id, title, closed }, words }: GoalEndingProps) {
  const { send, busy, error } = useSend();
  const saved = useSaved();
  const toast = useToast();
  const all = `/api/people/${participantId}/goal-closures`;
  const end = async (outcome: Outcome) => {
    const closure = await send(all, { goalId: id, outcome });
    if (closure) saved(words.ended(outcome), takingBack(all, closure.id, words.goesOn), words.goesOn);
  };
  const takeUp = async (closureId: string) => {
    const { path, body } = takingBack(all, closureId, words.goesOn);
    if (await send(path, body)) toast({ text: words.goesOn });
  };
  const button = (label: string, act: () => Promise<void>) => (
    <Button quiet busy={busy} onClick={() => void act()} aria-label={`${label}: ${title}`}>
      {label}
    </Button>
  );
  return (
    <div className="mv-no-print">
      {closed ? (
        button(words.takeUp, () => takeUp(closed.id))
      ) : (
        <>
          {button(words.reached, () => end('reached'))}
          {button(words.notWanted, () => end('not-wanted'))}
        </>
      )}
      {error && <ProblemNotice error={error} />}
    </div>
  );
}
