import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ShownNumbers as Numbers } from '#contract/person-number.ts';
import { m } from '#text/generated/messages.js';
import { numberKindText } from '#text/numbers.ts';
import { Button } from '../ui/button.tsx';
import { api } from './api.ts';
import { QueryView } from './query-view.tsx';

// Asked for at a press and forgotten when it is hidden: it is not read again by itself, for each time is in the log.
const numbersQuery = (participantId: string) =>
  queryOptions({
    queryKey: ['directory', 'person-numbers', participantId],
    queryFn: ({ signal }) => api.get<Numbers>(`/api/people/${participantId}/person-numbers`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** The number itself, when somebody presses for it. */
export function ShownNumbers({ participantId }: { participantId: string }) {
  const [shown, setShown] = useState(false);
  return (
    <div className="mv-stack">
      {shown && <Plain participantId={participantId} />}
      <div>
        <Button variant="secondary" onClick={() => setShown(!shown)}>
          {shown ? m.number_hide() : m.number_show()}
        </Button>
      </div>
    </div>
  );
}

function Plain({ participantId }: { participantId: string }) {
  const client = useQueryClient();
  useEffect(() => () => client.removeQueries(numbersQuery(participantId)), [client, participantId]);
  return (
    <QueryView query={useQuery(numbersQuery(participantId))}>
      {(numbers) =>
        numbers.length === 0 ? (
          <p>{m.number_none()}</p>
        ) : (
          <dl className="mv-stack">
            {numbers.map(({ id, kind, number }) => (
              <div key={id}>
                <dt className="mv-meta">{numberKindText(kind)}</dt>
                <dd>
                  <strong>{onPaper(number)}</strong>
                </dd>
              </div>
            ))}
          </dl>
        )
      }
    </QueryView>
  );
}

/** With the space it has on paper: «018190 10192». */
const onPaper = (number: string): string =>
  /^\d{11}$/.test(number) ? `${number.slice(0, 6)} ${number.slice(6)}` : number;
