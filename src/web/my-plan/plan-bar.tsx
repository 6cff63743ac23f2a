import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { CrisisDialog } from './crisis-plan.tsx';
import { TellDialog } from './tell-dialog.tsx';
import './telling.css';

type Open = 'crisis-plan' | 'tell';

/** One tap away on every screen size: what helps, and somebody to tell. */
export function PlanBar({ plan }: { plan: MyPlan }) {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <>
      <aside className="plan-bar mv-no-print" aria-label={m.crisis_button()}>
        <div className="plan-bar-acts">
          <Button color="berry" onClick={() => setOpen('crisis-plan')}>
            {m.crisis_button()}
          </Button>
          <Button variant="secondary" color="neutral" onClick={() => setOpen('tell')}>
            {m.tell_button()}
          </Button>
        </div>
      </aside>
      {open === 'crisis-plan' && <CrisisDialog plan={plan} onClose={close} />}
      {open === 'tell' && (
        <TellDialog plan={plan} onClose={close} onCrisisPlan={() => setOpen('crisis-plan')} />
      )}
    </>
  );
}
