import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NotFound } from './not-found.tsx';
import { ApiProblem } from './problem.ts';
import { QueryView } from './query-view.tsx';

interface FoundViewProps<Data> {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}

/** For a screen about one thing: when it is not there, or not for the reader, the whole screen says so. */
export function FoundView<Data>({ query, children }: FoundViewProps<Data>) {
  if (query.error instanceof ApiProblem && query.error.code === 'not-found') return <NotFound />;
  return <QueryView query={query}>{children}</QueryView>;
}
