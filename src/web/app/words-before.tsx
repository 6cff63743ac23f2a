import { useQuery } from '@tanstack/react-query';
import type { StatementHistory, WordVersions } from '#contract/own-words.ts';
import { m } from '#text/generated/messages.js';
import { Details } from '../ui/details.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import { shortDay } from './dates.ts';
import { addressQuery } from './queries.ts';
import { QueryView } from './query-view.tsx';
import './own-words.css';

/** How something in the plan read before, the newest first; fetched when somebody wonders. */
export function WordsBefore({ path, now }: { path: string; now: string }) {
  return (
    <Details summary={m.words_before()} lazy>
      <Versions path={`${path}/versions`} now={now} />
    </Details>
  );
}

function Versions({ path, now }: { path: string; now: string }) {
  const query = useQuery(addressQuery<WordVersions>(path));
  return (
    <QueryView query={query} waiting={<Skeleton lines={2} label={m.waiting()} />}>
      {(versions) => (
        <ol className="own-before">
          {versions.slice(0, -1).map((version, place) => (
            <li key={version.version}>
              <p>{m.matters_quote({ words: version.words })}</p>
              <Rest version={version} />
              <p className="mv-meta">
                {m.words_before_by({ name: version.by, day: shortDay(version.recordedAt, now) })}
                {'. '}
                {m.words_before_reason({ reason: versions[place + 1]?.reason ?? '' })}
              </p>
            </li>
          ))}
        </ol>
      )}
    </QueryView>
  );
}

function Rest({ version }: { version: WordVersions[number] }) {
  const rest = [version.present, version.wanted, version.ways].filter(Boolean);
  return rest.length === 0 ? null : <p className="mv-meta">{rest.join(' · ')}</p>;
}

/** What mattered before, as it was said then. */
export function StatementsBefore({ participantId, now }: { participantId: string; now: string }) {
  return (
    <Details summary={m.matters_before()} lazy>
      <Statements path={`/api/people/${participantId}/statements`} now={now} />
    </Details>
  );
}

function Statements({ path, now }: { path: string; now: string }) {
  const query = useQuery(addressQuery<StatementHistory>(path));
  return (
    <QueryView query={query} waiting={<Skeleton lines={2} label={m.waiting()} />}>
      {(said) => (
        <ol className="own-before">
          {said
            .filter(({ standing }) => !standing)
            .map(({ id, words, saidAt }) => (
              <li key={id}>
                <p>{m.matters_quote({ words })}</p>
                <p className="mv-meta">{shortDay(saidAt, now)}</p>
              </li>
            ))}
        </ol>
      )}
    </QueryView>
  );
}
