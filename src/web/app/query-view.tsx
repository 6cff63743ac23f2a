import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useContext } from 'react';
import { m } from '#text/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import { ApiProblem, problemText } from './problem.ts';
import { UnsentSaid } from './unsent.ts';

interface QueryViewProps<Data> {
  query: UseQueryResult<Data>;
  /** Shown while waiting; three grey cards unless told otherwise. */
  waiting?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** Waiting, trouble and answer of one query. Old data stays on the screen when a refresh fails, and says so. */
export function QueryView<Data>({ query, waiting, children }: QueryViewProps<Data>) {
  const unsentSaid = useContext(UnsentSaid);
  if (query.data !== undefined) {
    const said = unsentSaid && query.error instanceof ApiProblem && query.error.code === 'offline';
    return (
      <>
        {query.isError && !said && <ProblemNotice error={query.error} retry={() => query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <ProblemNotice error={query.error} retry={() => query.refetch()} />;
  return (
    waiting ?? (
      <div className="mv-stack">
        {['a', 'b', 'c'].map((key) => (
          <Card key={key}>
            <Skeleton lines={3} label={m.waiting()} />
          </Card>
        ))}
      </div>
    )
  );
}

/** What happened, what is kept, and a way to try again. */
export function ProblemNotice({
  error,
  retry,
  kept,
}: {
  error: unknown;
  retry?: () => void;
  kept?: boolean;
}) {
  // The login comes on top and says it; once one is in again, nothing is wrong any more.
  if (retry === undefined && error instanceof ApiProblem && error.code === 'not-logged-in') return null;
  return (
    <Notice tone="problem">
      <p>
        {problemText(error)}
        {kept && ` ${m.problem_words_kept()}`}
      </p>
      {retry && (
        <div>
          <Button variant="secondary" color="neutral" onClick={retry}>
            {m.try_again()}
          </Button>
        </div>
      )}
    </Notice>
  );
}
