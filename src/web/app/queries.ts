import { QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Directory, Session } from '#contract/session.ts';
import { api, rememberCsrf } from './api.ts';
import { ApiProblem } from './problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) =>
        count < 2 && error instanceof ApiProblem && (error.code === 'offline' || error.status >= 500),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Who is logged in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) => {
    try {
      const session = await api.get<Session>('/api/session', { signal });
      rememberCsrf(session.csrf);
      return session;
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'not-logged-in') return null;
      throw error;
    }
  },
});

export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  staleTime: 60 * 60_000,
  queryFn: ({ signal }) => api.get<Directory>('/api/directory', { signal }),
});

/** A query for one address; the address itself is the key, so `invalidate('/api/my-day')` finds it. */
export const addressQuery = <Answer>(path: string) =>
  queryOptions({ queryKey: [path], queryFn: ({ signal }) => api.get<Answer>(path, { signal }) });

/** After a change everything on the screen is read again, except what a change does not touch. */
export const readAgain = (client = queryClient): Promise<void> =>
  client.invalidateQueries({
    predicate: (query) => query.queryKey[0] !== 'directory' && query.queryKey[0] !== 'session',
  });

interface Act {
  path: string;
  body: unknown;
}

/**
 * One change on the server; afterwards everything on the screen is read again. The same act tried again carries the
 * same key, so that a lost answer never makes two of one act.
 */
export function useAct<Answer = { id: string }>() {
  const client = useQueryClient();
  const last = useRef({ what: '', key: '' });
  return useMutation({
    mutationFn: ({ path, body }: Act) => {
      const what = path + JSON.stringify(body);
      if (last.current.what !== what) last.current = { what, key: crypto.randomUUID() };
      return api.post<Answer>(path, body, { key: last.current.key });
    },
    onSuccess: () => {
      last.current = { what: '', key: '' };
      return readAgain(client);
    },
  });
}
