import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { LoggedOut, WayIn } from '#contract/login.ts';
import { m } from '#text/generated/messages.js';
import { api } from '../app/api.ts';
import { ApiProblem, problemText } from '../app/problem.ts';
import { addressQuery } from '../app/queries.ts';
import { ProblemNotice, QueryView } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { Notice } from '../ui/notice.tsx';
import { nameOfWay } from './way-name.ts';

/** Somebody an issuer vouches for says by a code whose login this is. */
export function InvitationForm({ onDone }: { onDone: () => Promise<unknown> }) {
  const newcomer = useQuery(addressQuery<{ provider: string }>('/api/login/newcomer'));
  const ways = useQuery(addressQuery<WayIn[]>('/api/login/providers'));
  if (newcomer.isError)
    return (
      <>
        <p>{m.login_newcomer_gone()}</p>
        <p>
          <a href="/">{m.login_newcomer_back()}</a>
        </p>
      </>
    );
  return (
    <QueryView query={newcomer}>
      {({ provider }) => (
        <QueryView query={ways}>
          {(known) => {
            const way = known.find(({ id }) => id === provider);
            return <CodeForm name={way ? nameOfWay(way) : provider} onDone={onDone} />;
          }}
        </QueryView>
      )}
    </QueryView>
  );
}

/** Out of the issuer too: the next one at this machine must not be let in as somebody else. */
async function leave(): Promise<void> {
  const { address = '/' } = await api.delete<LoggedOut>('/api/login/newcomer').catch((): LoggedOut => ({}));
  location.assign(address);
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

function CodeForm({ name, onDone }: { name: string; onDone: () => Promise<unknown> }) {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(code.trim() === '');
    if (code.trim() === '' || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await api.post('/api/login/invitation-uses', { code });
      await onDone();
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  };
  return (
    <form className="mv-stack" noValidate onSubmit={submit}>
      <p className="mv-login-lead">{m.login_newcomer_text({ name })}</p>
      <TextField
        label={m.login_newcomer_code()}
        description={m.login_newcomer_code_note()}
        value={code}
        onChange={setCode}
        maxLength={40}
        error={missing && code.trim() === '' ? m.field_needed() : undefined}
      />
      {problem !== undefined && <Said problem={problem} />}
      <Button type="submit" busy={busy}>
        {m.login_newcomer_enter()}
      </Button>
      <p>{m.login_newcomer_none()}</p>
      <div>
        <Button quiet onClick={leave}>
          {m.login_newcomer_leave()}
        </Button>
      </div>
    </form>
  );
}
