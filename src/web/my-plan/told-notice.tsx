import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { CrisisDialog } from './crisis-plan.tsx';
import { TellDialog } from './tell-dialog.tsx';
import { whoCalls } from './told-answer.tsx';

/** What was told stands on the plan until somebody has talked about it: who calls, and by when. */
export function ToldNotice({ plan }: { plan: MyPlan }) {
  const [open, setOpen] = useState<'told' | 'crisis-plan'>();
  const close = () => setOpen(undefined);
  if (!plan.told) return null;
  return (
    <>
      <Notice>
        <p>
          {m.told_notice({ moment: nearMoment(plan.told.at, plan.now) })} {whoCalls(plan.told, plan)}
        </p>
        <div>
          <Button quiet onClick={() => setOpen('told')}>
            {m.told_see()}
          </Button>
        </div>
      </Notice>
      {open === 'told' && (
        <TellDialog plan={plan} onClose={close} onCrisisPlan={() => setOpen('crisis-plan')} />
      )}
      {open === 'crisis-plan' && <CrisisDialog plan={plan} onClose={close} />}
    </>
  );
}
