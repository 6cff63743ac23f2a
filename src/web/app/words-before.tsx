import { useQuery } from '@tanstack/react-query';
import type { StatementHistory, WordVersions } from '#contract/own-words.ts';
import { m } from '#text/generated/messages.js';
import { Details } from '../ui/details.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import { shortDay } from './dates.ts';
import { addressQuery } from './queries.ts';
import { QueryView } from './query-view.tsx';
import './own-words.css';

interface BeforeProps<Answer> {
  summary: string;
  path: string;
  rowsOf: (answer: Answer) => { key: string | number; words: string; rest?: string; when: string }[];
}

/** What stood before, fetched when somebody wonders. */
function Before<Answer>({ summary, ...list }: BeforeProps<Answer>) {
  return (
    <Details summary={summary} lazy>
      <Rows {...list} />
    </Details>
  );
}

function Rows<Answer>({ path, rowsOf }: Omit<BeforeProps<Answer>, 'summary'>) {
  const query = useQuery(addressQuery<Answer>(path));
  return (
    <QueryView query={query} waiting={<Skeleton lines={2} label={m.waiting()} />}>
      {(answer) => (
        <ol className="own-before">
          {rowsOf(answer).map(({ key, words, rest, when }) => (
            <li key={key}>
              <p>{m.matters_quote({ words })}</p>
              {rest && <p className="mv-meta">{rest}</p>}
              <p className="mv-meta">{when}</p>
            </li>
          ))}
        </ol>
      )}
    </QueryView>
  );
}

/** How something in the plan read before, the newest first, and why it was written anew. */
export const WordsBefore = ({ path, now }: { path: string; now: string }) => (
  <Before<WordVersions>
    summary={m.words_before()}
    path={`${path}/versions`}
    rowsOf={(versions) =>
      versions.slice(0, -1).map(({ version, words, present, wanted, ways, by, recordedAt }, place) => ({
        key: version,
        words,
        rest: [present, wanted, ways].filter(Boolean).join(' · '),
        when: `${m.words_before_by({ name: by, day: shortDay(recordedAt, now) })}. ${m.words_before_reason({
          reason: versions[place + 1]?.reason ?? '',
        })}`,
      }))
    }
  />
);

/** What mattered before, as it was said then. */
export const StatementsBefore = ({ participantId, now }: { participantId: string; now: string }) => (
  <Before<StatementHistory>
    summary={m.matters_before()}
    path={`/api/people/${participantId}/statements`}
    rowsOf={(said) =>
      said
        .filter(({ standing }) => !standing)
        .map(({ id, words, saidAt }) => ({ key: id, words, when: shortDay(saidAt, now) }))
    }
  />
);
