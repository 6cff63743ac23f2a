import { type FormEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { useAct } from './queries.ts';
import { ProblemNotice } from './query-view.tsx';
import './sending.css';

interface Sending {
  busy: boolean;
  error: Error | null;
}

/** Sends one act; `undefined` says that it was refused or never arrived, and `error` why. */
export function useSend<Answer = { id: string }>() {
  const { mutateAsync, isPending, error } = useAct<Answer>();
  const send = (path: string, body: unknown): Promise<Answer | undefined> =>
    mutateAsync({ path, body }).catch(() => undefined);
  return { send, busy: isPending, error };
}

interface SendFormProps {
  sending: Sending;
  submit: string;
  onSubmit: () => void;
  /** A draft from last time stands in the fields. */
  restored?: boolean;
  fullWidth?: boolean;
  /** Stands where the refusal would, and in the button’s place, when the refusal asks something. */
  asks?: ReactNode;
  children: ReactNode;
}

/** Frame of every form that sends something: what went wrong, what is kept, and one button. */
export function SendForm({ sending, submit, onSubmit, restored, fullWidth, asks, children }: SendFormProps) {
  const form = useRef<HTMLFormElement>(null);
  // A dialog that opens begins in its first field, not on the button that closes it.
  useLayoutEffect(() => {
    form.current
      ?.querySelector('dialog input, dialog textarea, dialog select')
      ?.setAttribute('autofocus', '');
  }, []);
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    if (sending.busy) return;
    onSubmit();
    // Whatever is missing shows after the next drawing; the first of it is where one goes on.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <form ref={form} className="mv-stack mv-send-form" noValidate onSubmit={submitted}>
      {restored && <p className="mv-meta">{m.draft_restored()}</p>}
      {children}
      {asks ?? (
        <>
          {sending.error && <ProblemNotice error={sending.error} kept />}
          <div>
            <Button type="submit" busy={sending.busy} fullWidth={fullWidth ?? false}>
              {submit}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
