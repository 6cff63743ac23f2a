import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** A question too long, or too private, for an address: it is posted, and changes nothing. */
export const postedQuery = <Answer>(path: string, body: object) =>
  queryOptions({
    queryKey: [path, body],
    staleTime: 0,
    queryFn: ({ signal }) => api.post<Answer>(path, body, { signal }),
  });
