import { type FormEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { m } from '#text/generated/messages.js';
import { Button, type ButtonProps } from '../ui/button.tsx';
import { useAct } from './queries.ts';
import { ProblemNotice } from './query-view.tsx';
import './sending.css';

/** Sends one act; `undefined` says that it was refused or never arrived. */
export type Send = (path: string, body: unknown) => Promise<{ id: string } | undefined>;

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

interface SendFormProps extends Pick<ButtonProps, 'variant' | 'color' | 'fullWidth'> {
  sending: Sending;
  /** What the button says; left out while there is nothing to save. */
  submit: string | undefined;
  onSubmit: () => void;
  /** Before `onSubmit`: from now on the form says what is missing. */
  onTry?: () => void;
  /** A draft from last time stands in the fields. */
  restored?: boolean;
  /** Beside the button, where the form is not in a dialog that can be closed. */
  onCancel?: () => void;
  /** Stands where the refusal would, and in the button’s place, when the refusal asks something. */
  asks?: ReactNode;
  children: ReactNode;
}

/** Where one goes on when something is missing. */
const FIRST_MISSING = '[aria-invalid="true"], [data-invalid] input';

/** Frame of every form that sends something: what went wrong, what is kept, and one button. */
export function SendForm(props: SendFormProps) {
  const { sending, submit, onSubmit, onTry, restored, onCancel, asks, children, ...button } = props;
  const form = useRef<HTMLFormElement>(null);
  const inPlace = onCancel !== undefined;
  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, textarea, select');
    // In the place of the button that asked for it: that one is gone, and took the focus along.
    if (inPlace) first?.focus();
    // A dialog that opens begins in its first field, not on the button that closes it.
    else if (first?.closest('dialog')) first.setAttribute('autofocus', '');
  }, [inPlace]);
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    if (sending.busy || submit === undefined) return;
    onTry?.();
    onSubmit();
    // Whatever is missing shows after the next drawing; the first of it is where one goes on.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(FIRST_MISSING)?.focus());
  };
  return (
    <form ref={form} className="mv-stack mv-send-form" noValidate onSubmit={submitted}>
      {restored && <p className="mv-meta">{m.draft_restored()}</p>}
      {children}
      {asks ?? (
        <>
          {sending.error && <ProblemNotice error={sending.error} kept />}
          <div className="mv-row">
            {submit !== undefined && (
              <Button type="submit" busy={sending.busy} {...button}>
                {submit}
              </Button>
            )}
            {onCancel && (
              <Button variant="tertiary" color="neutral" onClick={onCancel}>
                {m.cancel()}
              </Button>
            )}
          </div>
        </>
      )}
    </form>
  );
}
