import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { WheelAnswers } from './wheel-answers.tsx';
import { WheelForm } from './wheel-form.tsx';

/** A calm way into how things are, part by part; nothing has to be filled in. */
export function MyWheel({ plan }: { plan: MyPlan }) {
  const [open, setOpen] = useState(false);
  const begin = (label: string) => <Button onClick={() => setOpen(true)}>{label}</Button>;
  return (
    <Card title={m.wheel_title()}>
      {plan.lifeAreas.length === 0 ? (
        <EmptyState action={begin(m.wheel_begin())}>{m.wheel_lead()}</EmptyState>
      ) : (
        <>
          <WheelAnswers talks={plan.lifeAreas} participantId={plan.participantId} now={plan.now} mayWrite />
          <p className="mv-meta">{m.wheel_own_only()}</p>
          <div className="mv-no-print">{begin(m.wheel_again())}</div>
        </>
      )}
      {open && (
        <Dialog title={m.wheel_title()} closeLabel={m.close()} onClose={() => setOpen(false)}>
          <WheelForm
            participantId={plan.participantId}
            lead={m.wheel_lead()}
            onSaved={() => setOpen(false)}
          />
        </Dialog>
      )}
    </Card>
  );
}
