import { useQuery } from '@tanstack/react-query';
import type { Retention, RetentionPlace } from '#contract/retention.ts';
import { m } from '#text/generated/messages.js';
import { FoundView } from '../app/found-view.tsx';
import { addressQuery } from '../app/queries.ts';
import { Heading } from '../ui/heading.tsx';
import { Holds } from './holds.tsx';
import { Periods } from './periods.tsx';
import { RunCard } from './run-card.tsx';
import './retention.css';

/** Where somebody else, or the job, does the next thing: looked at again until it is done. */
const moves = new Set(['asked', 'working-out', 'approved', 'carrying-out']);
const isMoving = ({ runs: [first] }: RetentionPlace): boolean =>
  first !== undefined && first.failed === undefined && moves.has(first.state);
const AGAIN_MS = 1_500;

/** «Hva vi tar vare på»: how long each class stands, what can go and who has said yes to it, and what is held. */
export function RetentionPage() {
  const query = useQuery({
    ...addressQuery<Retention>('/api/retention'),
    refetchInterval: ({ state }) => (state.data?.places.some(isMoving) ? AGAIN_MS : false),
  });
  return (
    <FoundView query={query}>
      {({ now, places }) => (
        <div className="mv-narrow mv-stack">
          <Heading level={1}>{m.nav_retention()}</Heading>
          <p>{m.keep_lead()}</p>
          {places.map((place) => (
            <Place key={place.municipalityId} place={place} now={now} named={places.length > 1} />
          ))}
        </div>
      )}
    </FoundView>
  );
}

/** Once somebody has asked what can go, that stands first: it waits for a yes, or says what became of it. */
function Place({ place, now, named }: { place: RetentionPlace; now: string; named: boolean }) {
  const asked = place.runs.length > 0;
  const run = <RunCard place={place} now={now} />;
  return (
    <>
      {named && <Heading level={2}>{place.municipality}</Heading>}
      {asked && run}
      <Periods place={place} now={now} />
      {!asked && run}
      <Holds place={place} />
    </>
  );
}
