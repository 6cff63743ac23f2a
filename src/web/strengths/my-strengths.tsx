import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ownKind } from './kinds.ts';
import { StrengthForm } from './strength-form.tsx';
import { StrengthList } from './strength-list.tsx';

/** «Det jeg er god på, og det som har hjulpet»: what the rest of the plan builds on. */
export function MyStrengths({ plan }: { plan: MyPlan }) {
  const [open, setOpen] = useState<{ id?: string }>();
  const { strengths } = plan;
  const add = (
    <Button variant="secondary" onClick={() => setOpen({})}>
      {m.strength_add()}
    </Button>
  );
  return (
    <Card title={m.strengths_title()}>
      {strengths.length === 0 ? (
        <EmptyState action={add}>{m.strengths_empty()}</EmptyState>
      ) : (
        <>
          <StrengthList strengths={strengths} kindName={ownKind} onChange={(id) => setOpen({ id })} />
          <div className="mv-no-print">{add}</div>
        </>
      )}
      {open && (
        <Dialog title={m.strengths_title()} closeLabel={m.close()} onClose={() => setOpen(undefined)}>
          <StrengthForm
            participantId={plan.participantId}
            now={plan.now}
            strength={strengths.find(({ id }) => id === open.id)}
            kindName={ownKind}
            wordsLabel={m.strength_words()}
            onSaved={() => setOpen(undefined)}
          />
        </Dialog>
      )}
    </Card>
  );
}
