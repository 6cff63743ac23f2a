import { useQuery } from '@tanstack/react-query';
import type { LifeEventVersions } from '#contract/turn.ts';
import { m } from '#text/generated/messages.js';
import { exactMoment, longDay } from '../app/dates.ts';
import { turnTitle } from '../app/life-event.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Tag } from '../ui/tag.tsx';

interface Props {
  participantId: string;
  factId: string;
  now: string;
}

/** Every day it has stood on, the newest first, with who moved it and why. */
export function LifeEventVersionList({ participantId, factId, now }: Props) {
  const query = useQuery(
    addressQuery<LifeEventVersions>(`/api/people/${participantId}/life-events/${factId}/versions`),
  );
  return (
    <QueryView query={query}>
      {(versions) => (
        <ol className="mv-versions">
          {versions
            .toSorted((a, b) => b.version - a.version)
            .map((version, place) => (
              <li key={version.id}>
                <div className="mv-row">
                  <Tag tone={place === 0 ? 'accent' : 'neutral'}>
                    {place === 0 ? m.version_now() : m.version_number({ number: version.version })}
                  </Tag>
                  {version.withdrawn && <Tag>{m.version_withdrawn()}</Tag>}
                </div>
                <p>
                  {turnTitle(version, now)}, {longDay(version.day)}
                </p>
                {(version.place ?? version.words) && (
                  <p>{[version.place, version.words].filter(Boolean).join(' · ')}</p>
                )}
                <p className="mv-meta">
                  {m.version_by({ name: version.by, moment: exactMoment(version.recordedAt) })}
                  {version.reason && ` ${m.version_reason({ reason: version.reason })}`}
                </p>
              </li>
            ))}
        </ol>
      )}
    </QueryView>
  );
}
