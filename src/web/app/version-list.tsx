import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { m } from '#text/generated/messages.js';
import { Tag } from '../ui/tag.tsx';
import { exactMoment } from './dates.ts';
import { addressQuery } from './queries.ts';
import { QueryView } from './query-view.tsx';

interface Version {
  id: string;
  version: number;
  withdrawn?: boolean;
  recordedAt: string;
  reason?: string | undefined;
}

interface VersionListProps<One extends Version> {
  path: string;
  byOf: (version: One) => string;
  /** What stood then. */
  children: (version: One) => ReactNode;
}

/** Everything that has stood here, the newest first: what, who, when and why it was changed. */
export function VersionList<One extends Version>({ path, byOf, children }: VersionListProps<One>) {
  return (
    <QueryView query={useQuery(addressQuery<One[]>(path))}>
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
                {children(version)}
                <p className="mv-meta">
                  {m.version_by({ name: byOf(version), moment: exactMoment(version.recordedAt) })}
                  {version.reason && ` ${m.version_reason({ reason: version.reason })}`}
                </p>
              </li>
            ))}
        </ol>
      )}
    </QueryView>
  );
}
