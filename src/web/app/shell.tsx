import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Session } from '#contract/session.ts';
import { m } from '#text/generated/messages.js';
import { Notice } from '../ui/notice.tsx';
import { whenLoginIsNeeded } from './api.ts';
import { draftOwner } from './draft-owner.ts';
import { Header } from './header.tsx';
import { isForEverybody } from './navigation.ts';
import { sessionQuery } from './queries.ts';
import { ProblemNotice } from './query-view.tsx';
import { useQueuesResumed } from './queue.ts';
import { useTimeLeft } from './time-left.ts';
import { UnsentSaid } from './unsent.ts';

const LoginPage = lazy(() =>
  import('#web/login/login-page.tsx').then((page) => ({ default: page.LoginPage })),
);
const LoginAgain = lazy(() =>
  import('#web/login/login-again.tsx').then((page) => ({ default: page.LoginAgain })),
);
const OpenFrame = lazy(() => import('./open-frame.tsx').then((page) => ({ default: page.OpenFrame })));
const StillHere = lazy(() =>
  import('#web/login/still-here.tsx').then((page) => ({ default: page.StillHere })),
);
const InsecurePage = lazy(() =>
  import('#web/login/insecure-page.tsx').then((page) => ({ default: page.InsecurePage })),
);

/** The login cookie has the __Host- prefix, which browsers take only over https, or from this very machine. */
const cookieWorks = () =>
  location.protocol === 'https:' ||
  ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname) ||
  location.hostname.endsWith('.localhost');

/** Frame of every screen. Nobody logged in: the login stands at the address, so that one lands where one was going. */
export function Shell() {
  const secure = cookieWorks();
  const session = useQuery({ ...sessionQuery, enabled: secure });
  // A login that ends must not take the screen, and what is typed on it, away: the login comes on top instead.
  const known = useRef<Session>(undefined);
  if (!secure) return <Alone page={<InsecurePage />} />;
  if (session.data) known.current = session.data;
  if (known.current) return <LoggedIn session={known.current} />;
  if (session.data === null) return <NobodyLoggedIn />;
  if (session.isError) {
    return (
      <main className="mv-narrow">
        <ProblemNotice error={session.error} retry={() => session.refetch()} />
      </main>
    );
  }
  return <main aria-busy="true" aria-label={m.waiting()} />;
}

/** Some pages are for everybody; elsewhere one logs in, and then lands where one was going. */
function NobodyLoggedIn() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (!isForEverybody(path)) return <Alone page={<LoginPage />} />;
  return (
    <Alone
      page={
        <OpenFrame>
          <Outlet />
        </OpenFrame>
      }
    />
  );
}

const Alone = ({ page }: { page: React.ReactNode }) => (
  <Suspense fallback={<main aria-busy="true" />}>{page}</Suspense>
);

function LoggedIn({ session }: { session: Session }) {
  const [expired, setExpired] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => whenLoginIsNeeded(() => setExpired(true)), []);
  useFocusOnNewScreen();
  const unsent = useQueuesResumed(session);
  const timeLeft = useTimeLeft(session);

  const loggedInAgain = async () => {
    const now = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    setExpired(false);
    if (now && draftOwner(now) === draftOwner(session)) return client.invalidateQueries();
    client.clear();
    return navigate({ to: '/', reloadDocument: true });
  };

  return (
    <>
      <a className="mv-skip" href="#main">
        {m.skip_to_content()}
      </a>
      <Header session={session} />
      <main id="main" tabIndex={-1}>
        {unsent && (
          <Notice tone="wait">
            <p>{m.unsent()}</p>
          </Notice>
        )}
        <UnsentSaid value={unsent}>
          <Suspense fallback={<p className="mv-visually-hidden">{m.waiting()}</p>}>
            <Outlet />
          </Suspense>
        </UnsentSaid>
      </main>
      {timeLeft && !expired && (
        <Suspense fallback={null}>
          <StillHere left={timeLeft} onStay={() => client.fetchQuery({ ...sessionQuery, staleTime: 0 })} />
        </Suspense>
      )}
      {expired && (
        <Suspense fallback={null}>
          <LoginAgain name={session.name} onDone={loggedInAgain} onClose={() => setExpired(false)} />
        </Suspense>
      )}
    </>
  );
}

/** A screen reader is told about a new screen by moving focus to its start; not at the first load. */
function useFocusOnNewScreen() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (before.current && path && before.current !== path)
      document.getElementById('main')?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
}
