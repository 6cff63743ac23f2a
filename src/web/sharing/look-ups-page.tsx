import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LookUp, MyControl } from '#contract/look-up.ts';
import { m } from '#text/generated/messages.js';
import { dayOf } from '../app/dates.ts';
import { addressQuery, sessionQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { Card } from '../ui/card.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Heading } from '../ui/heading.tsx';
import { LookUpDay } from './look-up-day.tsx';
import { LookUpDigest } from './look-up-digest.tsx';
import { WhyCases } from './why-cases.tsx';
import { WhyDialog } from './why-dialog.tsx';
import './sharing.css';

/** Who has looked, as a story: day by day, who did what, and a way to ask why. */
export function LookUpsPage() {
  const lookUps = useQuery(addressQuery<LookUp[]>('/api/my-look-ups'));
  const control = useQuery(addressQuery<MyControl>('/api/my-look-ups/control'));
  const participantId = useQuery(sessionQuery).data?.participantId ?? '';
  const [own, setOwn] = useState(false);
  const [asking, setAsking] = useState<LookUp>();
  return (
    <div className="mv-narrow mv-stack">
      <p className="mv-no-print">
        <Link to="/min-plan" className="share-back">
          <span aria-hidden="true">←</span> {m.look_ups_back()}
        </Link>
      </p>
      <Heading level={1}>{m.look_ups_title()}</Heading>
      <p>{m.look_ups_lead()}</p>
      <QueryView query={control}>
        {(data) => (
          <>
            <WhyCases cases={data.cases} now={data.now} />
            <LookUpDigest control={data} participantId={participantId} />
          </>
        )}
      </QueryView>
      <div className="mv-no-print">
        <Checkbox checked={own} onChange={setOwn} label={m.look_ups_own()} />
      </div>
      <QueryView query={lookUps}>
        {(data) => (
          <Days
            lookUps={data.filter((lookUp) => own || !lookUp.mine)}
            asked={new Set(control.data?.cases.map(({ number }) => number))}
            onAsk={setAsking}
          />
        )}
      </QueryView>
      {asking && (
        <WhyDialog participantId={participantId} lookUp={asking} onClose={() => setAsking(undefined)} />
      )}
    </div>
  );
}

interface DaysProps {
  lookUps: readonly LookUp[];
  asked: ReadonlySet<number>;
  onAsk: (lookUp: LookUp) => void;
}

function Days({ lookUps, ...asking }: DaysProps) {
  if (lookUps.length === 0) {
    return (
      <Card>
        <EmptyState>{m.look_ups_none()}</EmptyState>
      </Card>
    );
  }
  return [...new Set(lookUps.map((lookUp) => dayOf(lookUp.at)))].map((day) => (
    <LookUpDay
      key={day}
      day={day}
      lookUps={lookUps.filter((lookUp) => dayOf(lookUp.at) === day)}
      {...asking}
    />
  ));
}
