import { type ReactNode, useState } from 'react';
import type { Merge, TwoRows, Written } from '#contract/merge.ts';
import { m } from '#text/generated/messages.js';
import { factText } from '#text/insight.ts';
import { nearMoment } from '../app/dates.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { ReasonForm } from '../app/reason.tsx';
import { useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useToast } from '../ui/toast.tsx';

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
  const moves = written.filter(({ mayMove }) => mayMove);
  const stays = written.filter(({ mayMove }) => !mayMove);
  return (
    <Card title={m.written_title()}>
      {written.length === 0 && <EmptyState>{m.written_none()}</EmptyState>}
      {moves.length > 0 && <p>{m.written_lead()}</p>}
      <ul className="merge-pairs">
        {moves.map((entry) => (
          <Entry key={entry.id} entry={entry} n={numberOf(entry.participantId)} now={now}>
            <Button variant="secondary" onClick={() => setMoving(entry)}>
              {m.move_to({ n: numberOf(otherOf(entry.participantId)) })}
            </Button>
          </Entry>
        ))}
      </ul>
      {stays.length > 0 && (
        <>
          <h3 className="mv-h3">{m.stays_title()}</h3>
          <p>{m.stays_lead()}</p>
          <ul className="merge-pairs">
            {stays.map((entry) => (
              <Entry key={entry.id} entry={entry} n={numberOf(entry.participantId)} now={now} />
            ))}
          </ul>
        </>
      )}
      {merge.split && !merge.split.checkedBy && <Checked two={rows} merge={merge} />}
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

interface EntryProps {
  entry: Written;
  /** Which of the two it stands on. */
  n: number;
  now: string;
  children?: ReactNode;
}

const Entry = ({ entry: { table, words, by, at }, n, now, children }: EntryProps) => (
  <li>
    <div>
      <p>
        <strong>{factText(table)}</strong>
        {words && `: ${words}`}
      </p>
      <p className="mv-meta">{[by, nearMoment(at, now), m.written_on({ n })].filter(Boolean).join(' · ')}</p>
    </div>
    {children}
  </li>
);

/** Said once, when all stands where it should: then nobody is reminded of it any more. */
function Checked({ two, merge }: { two: TwoRows['rows']; merge: Merge }) {
  const [one, other] = two.map(({ participantId }) => participantId);
  const { send, busy, error } = useSend();
  const toast = useToast();
  const check = async () => {
    if (await send(`/api/people/${one}/merges/${merge.id}/checks`, { otherId: other }))
      toast({ text: m.split_check_saved() });
  };
  return (
    <>
      <p>{m.split_check_lead()}</p>
      {error && <ProblemNotice error={error} />}
      <div>
        <Button busy={busy} onClick={check}>
          {m.split_check()}
        </Button>
      </div>
    </>
  );
}
