import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { listOf } from '#text/text.ts';
import { ApiProblem } from '../app/problem.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { type PlanActs, usePlanActs } from './acts.ts';
import { readersOf } from './caller.ts';
import { Emergency } from './crisis-plan.tsx';
import { ToldAnswer } from './told-answer.tsx';

interface TellDialogProps {
  plan: MyPlan;
  onClose: () => void;
  onCrisisPlan: () => void;
}

/** Two taps tell it. What has been told and not been talked about yet is answered again. */
export function TellDialog({ plan, onClose, onCrisisPlan }: TellDialogProps) {
  const acts = usePlanActs(plan.participantId);
  const { told } = plan;
  const again = acts.error instanceof ApiProblem && acts.error.code === 'already-told';
  return (
    <Dialog title={told ? m.told_title() : m.tell_title()} closeLabel={m.close()} onClose={onClose}>
      <div className="mv-stack">
        {told ? (
          <ToldAnswer plan={plan} told={told} again={again} onClose={onClose} onCrisisPlan={onCrisisPlan} />
        ) : (
          <Choices plan={plan} acts={acts} />
        )}
        <Emergency />
      </div>
    </Dialog>
  );
}

const choices = [
  { kind: 'relapse', words: m.tell_relapse },
  { kind: 'hard-time', words: m.tell_hard_time },
] as const;

function Choices({ plan, acts }: { plan: MyPlan; acts: PlanActs }) {
  const [chosen, setChosen] = useState<string>();
  const readers = readersOf(plan);
  const tell = (kind: 'relapse' | 'hard-time') => {
    setChosen(kind);
    void acts.tell(kind);
  };
  return (
    <>
      <div className="mv-stack plan-tell">
        {choices.map(({ kind, words }) => (
          <Button
            key={kind}
            variant="secondary"
            color="neutral"
            fullWidth
            busy={acts.busy && chosen === kind}
            disabled={acts.busy}
            onClick={() => tell(kind)}
          >
            {words()}
          </Button>
        ))}
      </div>
      <p>{readers.length === 0 ? m.tell_who_reads_nobody() : m.tell_who_reads({ names: listOf(readers) })}</p>
      {acts.error && <ProblemNotice error={acts.error} />}
    </>
  );
}
