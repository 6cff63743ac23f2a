import { type FormEvent, type ReactNode, useState } from 'react';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { Notice } from '../ui/notice.tsx';
import { ApiProblem, problemText } from './problem.ts';
import { ProblemNotice } from './query-view.tsx';

interface CodeFormProps {
  label: string;
  note?: string;
  submit: string;
  /** Digits alone, so a phone shows its numbers, and offers the code that came by SMS. */
  digits?: 'code' | 'phone';
  /** @throws what the server said no by */
  send: (typed: string) => Promise<unknown>;
  /** Above the field, and under the button. */
  lead?: ReactNode;
  children?: ReactNode;
}

const fieldOf = {
  code: { inputMode: 'numeric', autoComplete: 'one-time-code' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
} as const;

/** One field and one button, for a code or a number. It is not kept as a draft. */
export function CodeForm({ label, note, submit, digits, send, lead, children }: CodeFormProps) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const missing = typed.trim() === '';
  const submitted = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await send(typed.trim());
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  };
  return (
    <form className="mv-stack" noValidate onSubmit={submitted}>
      {lead}
      <TextField
        label={label}
        description={note}
        value={typed}
        onChange={setTyped}
        maxLength={40}
        error={tried && missing ? m.field_needed() : undefined}
        {...(digits === undefined ? {} : fieldOf[digits])}
      />
      {problem !== undefined && <Said problem={problem} />}
      <Button type="submit" busy={busy}>
        {submit}
      </Button>
      {children}
    </form>
  );
}

/** A code that is none is nobody's failure; what the system could not do is said as its own. */
function Said({ problem }: { problem: unknown }) {
  if (!(problem instanceof ApiProblem) || problem.status === 0 || problem.status >= 500)
    return <ProblemNotice error={problem} />;
  return (
    <Notice tone="wait">
      <p>{problemText(problem)}</p>
    </Notice>
  );
}
