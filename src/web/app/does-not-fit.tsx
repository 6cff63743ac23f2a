import { lazy, Suspense, useState } from 'react';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import type { DoesNotFitProps } from './does-not-fit-form.tsx';

/** Fetched when somebody presses: a home carries the button alone. */
const Say = lazy(() => import('./does-not-fit-form.tsx').then((form) => ({ default: form.Say })));

/** «Dette stemmer ikke», beside the thing itself: a request that somebody is owed an answer to, or one's own word beside it. */
export function DoesNotFit(props: DoesNotFitProps) {
  const [asking, setAsking] = useState(false);
  return (
    <span className="mv-no-print">
      <Button quiet onClick={() => setAsking(true)} aria-label={m.does_not_fit_named({ named: props.named })}>
        {m.does_not_fit()}
      </Button>
      {asking && (
        <Dialog title={m.does_not_fit()} closeLabel={m.close()} onClose={() => setAsking(false)}>
          <Suspense fallback={<Skeleton lines={4} label={m.waiting()} />}>
            <Say {...props} onSaved={() => setAsking(false)} />
          </Suspense>
        </Dialog>
      )}
    </span>
  );
}
