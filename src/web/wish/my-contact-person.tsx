import { useState } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { nearDay } from '../app/dates.ts';
import { later } from '../app/later.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const ContactPersonForm = later(async () => (await import('./contact-person-form.tsx')).ContactPersonForm);

/** In «Mine folk»: who one would like to have beside one, or what is owed to a wish about it. */
export function MyContactPerson({ plan }: { plan: MyPlan }) {
  const [open, setOpen] = useState(false);
  const waiting = plan.wishes.find((wish) => wish.workerName && wish.owedBy);
  if (waiting?.workerName)
    return (
      <p className="mv-meta">
        {m.wish_person_title({ name: waiting.workerName })}.{' '}
        {m.wish_waiting({ day: nearDay(waiting.owedBy ?? '', plan.now) })}
      </p>
    );
  return (
    <div className="mv-no-print">
      <Button quiet onClick={() => setOpen(true)}>
        {m.wish_person_ask()}
      </Button>
      {open && (
        <Dialog title={m.wish_person_ask()} closeLabel={m.close()} onClose={() => setOpen(false)}>
          <ContactPersonForm
            participantId={plan.participantId}
            savedText={m.wish_saved()}
            onSaved={() => setOpen(false)}
          />
        </Dialog>
      )}
    </div>
  );
}
