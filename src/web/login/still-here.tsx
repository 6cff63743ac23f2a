import { useLayoutEffect, useRef, useState } from 'react';
import type { TimeLeft } from '#contract/login.ts';
import { m } from '#text/generated/messages.js';
import { timeOf } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface StillHereProps {
  left: TimeLeft;
  /** Uses the login, and so lengthens it. */
  onStay: () => Promise<unknown>;
}

/** Stands over the screen before a login ends by itself: one press, or Enter, and it lives on. */
export function StillHere({ left, onStay }: StillHereProps) {
  const [understood, setUnderstood] = useState(false);
  const [busy, setBusy] = useState(false);
  const answer = useRef<HTMLDivElement>(null);
  // A dialog that opens begins where it says, and not on the button that closes it.
  useLayoutEffect(() => answer.current?.querySelector('button')?.setAttribute('autofocus', ''), []);
  const idle = Date.parse(left.idleUntil) < Date.parse(left.endsAt);
  const stay = async () => {
    setBusy(true);
    await onStay().catch(() => undefined);
    setBusy(false);
  };
  if (understood) return null;
  const press = idle ? stay : () => setUnderstood(true);
  return (
    <Dialog title={m.idle_title()} closeLabel={m.close()} onClose={press}>
      <div className="mv-stack">
        <p>
          {idle
            ? m.idle_text({ time: timeOf(left.idleUntil) })
            : m.idle_end_text({ time: timeOf(left.endsAt) })}
        </p>
        <div ref={answer}>
          <Button busy={busy} onClick={press}>
            {idle ? m.idle_stay() : m.idle_understood()}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
