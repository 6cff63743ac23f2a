import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { People } from '#contract/person.ts';
import { m } from '#text/generated/messages.js';
import { api } from '../app/api.ts';

const pauseMs = 150;

const findQuery = (query: string) =>
  queryOptions({
    queryKey: ['find-people', query],
    queryFn: ({ signal }) => api.post<People>('/api/people/search', { query }, { signal }),
    enabled: query !== '',
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

/** Those whose name, birth day or phone fits what is typed; asked when the typing rests. */
export function useFoundPeople(typed: string) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return useQuery(findQuery(asked));
}

const most = 8;

/** The same, as a combobox offers them. */
export function useFoundOptions(typed: string) {
  const found = useFoundPeople(typed);
  const people = typed.trim() ? (found.data?.people ?? []) : [];
  return {
    options: people.slice(0, most).map(({ participantId, name, service }) => ({
      value: participantId,
      label: name,
      note: service,
    })),
    emptyText: found.isFetching ? undefined : m.people_not_found(),
  };
}
