import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Persona } from '#contract/session.ts';
import { m } from '#text/generated/messages.js';
import { api } from '../app/api.ts';
import { LanguageChoice } from '../app/language-choice.tsx';
import { ApiProblem } from '../app/problem.ts';
import { addressQuery, sessionQuery } from '../app/queries.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Heading } from '../ui/heading.tsx';
import { Logo } from '../ui/logo.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import { PersonaList } from './persona-list.tsx';
import './login.css';

export function LoginPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const loggedIn = async () => {
    const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    if (session && location.pathname === '/') await navigate({ to: '/' });
  };
  return (
    <main className="mv-login">
      <div className="mv-narrow mv-stack mv-login-in">
        <p className="mv-logo">
          <Logo />
          {m.product_name()}
        </p>
        <Heading level={1}>{m.login_title()}</Heading>
        <p className="mv-login-lead">{m.login_lead()}</p>
        <p>
          <Link to="/parorende">{m.login_relative()}</Link>
        </p>
        <Ways onDone={loggedIn} />
        <LanguageChoice />
      </div>
    </main>
  );
}

/** The ways in: made-up people in the demonstration, ID-porten elsewhere. `only` is the name of the one to log in again. */
export function Ways({ onDone, only }: { onDone: () => Promise<unknown>; only?: string }) {
  const personas = useQuery(addressQuery<Persona[]>('/api/demo/personas'));
  if (personas.data) {
    return (
      <PersonaList
        lead={only ? undefined : m.login_demo()}
        personas={only ? personas.data.filter(({ name }) => name === only) : personas.data}
        choose={async (persona) => {
          await api.post('/api/demo/session', { persona });
          await onDone();
        }}
      />
    );
  }
  if (personas.error instanceof ApiProblem && personas.error.code === 'not-found') return <NoWayYet />;
  if (personas.isError) return <ProblemNotice error={personas.error} retry={() => personas.refetch()} />;
  return <Skeleton lines={5} label={m.waiting()} />;
}

function NoWayYet() {
  return (
    <div className="mv-stack">
      <Heading level={2}>{m.login_not_demo()}</Heading>
      <p>{m.login_not_demo_text()}</p>
    </div>
  );
}
