import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CodeWays } from '#contract/code.ts';
import type { WayIn } from '#contract/login.ts';
import type { Persona } from '#contract/session.ts';
import { m } from '#text/generated/messages.js';
import { api } from '../app/api.ts';
import { later } from '../app/later.tsx';
import { ApiProblem } from '../app/problem.ts';
import { addressQuery } from '../app/queries.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import { IssuerButton, useGoing } from './issuer-button.tsx';
import { PersonaList } from './persona-list.tsx';

const CodeLogin = later(async () => (await import('./code-login.tsx')).CodeLogin);
const PasskeyIn = later(async () => (await import('./passkey-in.tsx')).PasskeyIn);

interface WaysProps {
  onDone: () => Promise<unknown>;
  /** The name of the one to log in again. */
  only?: string;
}

/** The ways in: issuers, a code, and in the demonstration made-up people besides. */
export function Ways({ onDone, only }: WaysProps) {
  const issuers = useQuery(addressQuery<WayIn[]>('/api/login/providers'));
  const personas = useQuery(addressQuery<Persona[]>('/api/demo/personas'));
  const codes = useQuery(addressQuery<CodeWays>('/api/login/code-ways'));
  const [byCode, setByCode] = useState(false);
  // Where there are no made-up people, there is no such address.
  const noPersonas = personas.error instanceof ApiProblem && personas.error.code === 'not-found';
  const failed = issuers.error ?? (noPersonas ? null : personas.error);
  if (failed !== null)
    return (
      <ProblemNotice error={failed} retry={() => void Promise.all([issuers.refetch(), personas.refetch()])} />
    );
  if (issuers.data === undefined || (personas.data === undefined && !noPersonas))
    return <Skeleton lines={5} label={m.waiting()} />;
  if (byCode)
    return (
      <CodeLogin
        onDone={onDone}
        onBack={() => setByCode(false)}
        sms={codes.data?.sms ?? false}
        demo={!noPersonas}
      />
    );
  return (
    <>
      <Issuers ways={issuers.data} />
      {'PublicKeyCredential' in window && <PasskeyIn onDone={onDone} />}
      <Button fullWidth variant="secondary" className="mv-issuer" onClick={() => setByCode(true)}>
        {m.login_code_title()}
      </Button>
      {personas.data && (
        <PersonaList
          lead={only ? undefined : m.login_demo()}
          personas={only ? personas.data.filter(({ name }) => name === only) : personas.data}
          choose={async (persona) => {
            await api.post('/api/demo/session', { persona });
            await onDone();
          }}
        />
      )}
    </>
  );
}

/** Those for participants first, and as large as they are important; those for workers beneath a line that says so. */
function Issuers({ ways }: { ways: WayIn[] }) {
  const going = useGoing();
  const own = ways.filter((way) => way.for.includes('participants'));
  const work = ways.filter((way) => !way.for.includes('participants'));
  if (ways.length === 0) return null;
  return (
    <div className="mv-stack">
      {going.problem !== undefined && <ProblemNotice error={going.problem} />}
      {own.map((way) => (
        <IssuerButton key={way.id} way={way} going={going} />
      ))}
      {work.length > 0 && own.length > 0 && <Heading level={2}>{m.login_for_workers()}</Heading>}
      {work.map((way) => (
        <IssuerButton key={way.id} way={way} going={going} secondary={own.length > 0} />
      ))}
    </div>
  );
}
