import type { LifeEventVersions } from '#contract/turn.ts';
import { longDay } from '../app/dates.ts';
import { turnTitle } from '../app/life-event.ts';
import { VersionList } from '../app/version-list.tsx';

interface Props {
  participantId: string;
  factId: string;
  now: string;
}

/** Every day it has stood on. */
export const LifeEventVersionList = ({ participantId, factId, now }: Props) => (
  <VersionList<LifeEventVersions[number]>
    path={`/api/people/${participantId}/life-events/${factId}/versions`}
    byOf={({ by }) => by}
  >
    {(version) => (
      <>
        <p>
          {turnTitle(version, now)}, {longDay(version.day)}
        </p>
        {(version.place ?? version.words) && (
          <p>{[version.place, version.words].filter(Boolean).join(' · ')}</p>
        )}
      </>
    )}
  </VersionList>
);
