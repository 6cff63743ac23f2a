import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RetentionHold, RetentionHolds, RetentionPlace } from '#contract/retention.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { addressQuery } from '../app/queries.ts';
import { QueryView } from '../app/query-view.tsx';
import { ReasonForm } from '../app/reason.tsx';
import { ActList } from '../ui/act-list.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { HoldForm } from './hold-form.tsx';

/** Whom nothing goes of: how many for everybody here, and for an auditor who, when they ask. */
export function Holds({ place }: { place: RetentionPlace }) {
  const { municipalityId, mayHold, held } = place;
  const [putting, setPutting] = useState(false);
  const count = held === 1 ? m.keep_holds_one() : m.keep_holds_some({ count: held });
  return (
    <Card title={m.keep_holds()}>
      <p>{m.keep_holds_lead()}</p>
      {!mayHold && <p className="mv-meta">{m.keep_holds_admin()}</p>}
      <p>{held === 0 ? m.keep_holds_none() : count}</p>
      <Details summary={m.keep_holds_show()} lazy>
        <HoldList municipalityId={municipalityId} mayHold={mayHold} />
      </Details>
      {mayHold && (
        <div>
          <Button variant="secondary" onClick={() => setPutting(true)}>
            {m.keep_hold_put()}
          </Button>
        </div>
      )}
      {putting && (
        <Dialog title={m.keep_hold_put()} closeLabel={m.close()} onClose={() => setPutting(false)}>
          <HoldForm municipalityId={municipalityId} onSaved={() => setPutting(false)} />
        </Dialog>
      )}
    </Card>
  );
}

interface HoldListProps {
  municipalityId: string;
  mayHold: boolean;
}

/** Fetched when somebody opens it, because it stands in the log of those it names. */
function HoldList({ municipalityId, mayHold }: HoldListProps) {
  const query = useQuery(addressQuery<RetentionHolds>('/api/retention/holds'));
  const [lifting, setLifting] = useState<RetentionHold>();
  return (
    <QueryView query={query}>
      {({ now, holds }) => {
        const here = holds.filter((hold) => hold.municipalityId === municipalityId);
        return (
          <>
            {mayHold && here.length > 0 && <p className="mv-meta">{m.keep_holds_logged()}</p>}
            {here.length === 0 && <EmptyState>{m.keep_holds_none()}</EmptyState>}
            <ActList>
              {here.map((hold) => (
                <Hold
                  key={hold.id}
                  hold={hold}
                  now={now}
                  {...(mayHold && hold.lifted === undefined ? { onLift: () => setLifting(hold) } : {})}
                />
              ))}
            </ActList>
            {lifting && <Lift hold={lifting} onClose={() => setLifting(undefined)} />}
          </>
        );
      }}
    </QueryView>
  );
}

function Hold({ hold, now, onLift }: { hold: RetentionHold; now: string; onLift?: () => void }) {
  const { person = m.keep_hold_somebody(), because, set, lifted, liftedBecause } = hold;
  const words = (said: { at: string; by: string }) => ({ by: said.by, moment: nearMoment(said.at, now) });
  const quoted = (reason: string | undefined) => (reason === undefined ? '' : `: «${reason}»`);
  return (
    <li>
      <div>
        <p>
          <strong>{person}</strong>
        </p>
        <p className="mv-meta">
          {m.keep_hold_set(words(set))}
          {quoted(because)}
        </p>
        {lifted && (
          <p className="mv-meta">
            {m.keep_hold_lifted(words(lifted))}
            {quoted(liftedBecause)}
          </p>
        )}
      </div>
      {onLift && (
        <Button
          variant="secondary"
          color="neutral"
          aria-label={`${m.keep_hold_lift()}: ${person}`}
          onClick={onLift}
        >
          {m.keep_hold_lift()}
        </Button>
      )}
    </li>
  );
}

function Lift({ hold, onClose }: { hold: RetentionHold; onClose: () => void }) {
  return (
    <Dialog title={m.keep_hold_lift()} closeLabel={m.close()} onClose={onClose}>
      <ReasonForm
        draft={`lift ${hold.id}`}
        label={m.keep_hold_because()}
        description={m.keep_hold_because_note()}
        submit={m.keep_hold_lift()}
        savedText={m.keep_hold_lifted_saved()}
        path={`/api/retention/${hold.municipalityId}/holds/${hold.id}/liftings`}
        bodyOf={(because) => ({ because })}
        onSaved={onClose}
      >
        <p>
          <strong>{hold.person}</strong>
        </p>
        <p>{m.keep_hold_lift_means()}</p>
      </ReasonForm>
    </Dialog>
  );
}
