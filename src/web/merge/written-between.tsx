import { useState } from 'react';
import type { Merge, TwoRows, Written } from '#contract/merge.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { ReasonForm } from '../app/reason.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface WrittenBetweenProps {
  two: TwoRows;
  merge: Merge;
}

/** After two were kept apart: what was written meanwhile, each on the row where it stands, and the way to the other. */
export function WrittenBetween({ two: { rows, written = [], now }, merge }: WrittenBetweenProps) {
  const [moving, setMoving] = useState<Written>();
  const numberOf = (id: string) => rows.findIndex(({ participantId }) => participantId === id) + 1;
  const otherOf = (id: string) => rows.find(({ participantId }) => participantId !== id)?.participantId ?? '';
  const close = () => setMoving(undefined);
  return (
    <Card title={m.written_title()}>
      {written.length === 0 ? <EmptyState>{m.written_none()}</EmptyState> : <p>{m.written_lead()}</p>}
      <ul className="merge-pairs">
        {written.map((entry) => (
          <li key={entry.id}>
            <div>
              <p>{entry.words}</p>
              <p className="mv-meta">
                {[entry.by, nearMoment(entry.at, now), m.written_on({ n: numberOf(entry.participantId) })]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <Button variant="secondary" onClick={() => setMoving(entry)}>
              {m.move_to({ n: numberOf(otherOf(entry.participantId)) })}
            </Button>
          </li>
        ))}
      </ul>
      {moving && (
        <Dialog
          title={m.move_to({ n: numberOf(otherOf(moving.participantId)) })}
          closeLabel={m.close()}
          onClose={close}
        >
          <ReasonForm
            draft={`move ${moving.id}`}
            label={m.move_reason()}
            submit={m.move_to({ n: numberOf(otherOf(moving.participantId)) })}
            savedText={m.move_saved()}
            path={`/api/people/${moving.participantId}/merges/${merge.id}/moves`}
            bodyOf={(reason) => ({
              otherId: otherOf(moving.participantId),
              table: moving.table,
              entryId: moving.id,
              reason,
            })}
            onSaved={close}
          >
            <p>{m.quote({ words: moving.words ?? '' })}</p>
          </ReasonForm>
        </Dialog>
      )}
    </Card>
  );
}
