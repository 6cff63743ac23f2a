import { useState } from 'react';
import type { RetentionPlace, RetentionRun } from '#contract/retention.ts';
import { m } from '#text/generated/messages.js';
import { lastDay, nearMoment } from '../app/dates.ts';
import { readAgain } from '../app/queries.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { useSend } from '../app/sending.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { Notice } from '../ui/notice.tsx';
import { Approve, TurnDown } from './answer-forms.tsx';
import { CountedList, peopleWords, rowWords } from './counted.tsx';
import { saidBy } from './said.ts';

/** The dry run that is under way, or a way to ask for one; and those before. */
export function RunCard({ place, now }: { place: RetentionPlace; now: string }) {
  const [first, ...rest] = place.runs;
  const open = first !== undefined && first.ended === undefined ? first : undefined;
  const ended = open === undefined ? place.runs : rest;
  return (
    <Card title={m.keep_run()}>
      {open === undefined ? (
        <Ask municipalityId={place.municipalityId} />
      ) : (
        <UnderWay municipalityId={place.municipalityId} run={open} now={now} />
      )}
      {ended[0] !== undefined && open === undefined && <Ended run={ended[0]} now={now} />}
      {ended.length > (open === undefined ? 1 : 0) && (
        <Details summary={m.keep_earlier()}>
          {(open === undefined ? ended.slice(1) : ended).map((run) => (
            <Ended key={run.id} run={run} now={now} />
          ))}
        </Details>
      )}
    </Card>
  );
}

function Ask({ municipalityId }: { municipalityId: string }) {
  const { send, busy, error } = useSend();
  const ask = async () => {
    // Refused, somebody else was first: what they asked for is shown.
    if (!(await send(`/api/retention/${municipalityId}/dry-runs`, { scope: 'all-classes' })))
      await readAgain();
  };
  return (
    <>
      <p>{m.keep_run_lead()}</p>
      <div>
        <Button busy={busy} onClick={ask}>
          {m.keep_run_ask()}
        </Button>
      </div>
      {error && <ProblemNotice error={error} />}
    </>
  );
}

interface UnderWayProps {
  municipalityId: string;
  run: RetentionRun;
  now: string;
}

function UnderWay({ municipalityId, run, now }: UnderWayProps) {
  const [answering, setAnswering] = useState<'yes' | 'no'>();
  const { planned, failed, state } = run;
  const path = `/api/retention/${municipalityId}/dry-runs/${run.id}`;
  const busy = state === 'working-out' || state === 'carrying-out';
  const close = () => setAnswering(undefined);
  return (
    <>
      <p role="status">{stateWords(run, now)}</p>
      {failed && (
        <Notice tone="wait">
          {m.keep_run_failed({
            moment: nearMoment(failed.at, now),
            code: failed.code,
            again: nearMoment(failed.againAt, now),
          })}
        </Notice>
      )}
      {planned && (
        <>
          <p>
            <strong>
              {m.keep_would_go({ rows: rowWords(planned.rows), people: peopleWords(planned.people) })}
            </strong>
          </p>
          <CountedList counted={planned} proofWords={m.keep_proof()} />
          <p className="mv-meta">{m.keep_run_planned_by(words(run.asked, now))}</p>
        </>
      )}
      {state === 'waiting' && run.askedByMe && <p>{m.keep_run_other()}</p>}
      {!busy && (
        <div className="mv-row">
          {state === 'waiting' && !run.askedByMe && (
            <Button onClick={() => setAnswering('yes')}>{m.keep_approve()}</Button>
          )}
          <Button variant="secondary" color="neutral" onClick={() => setAnswering('no')}>
            {m.keep_turn_down()}
          </Button>
        </div>
      )}
      {answering === 'yes' && planned && <Approve path={path} planned={planned} onClose={close} />}
      {answering === 'no' && <TurnDown path={path} onClose={close} />}
    </>
  );
}

const words = ({ by, at }: { by: string; at: string }, now: string) => ({ by, moment: nearMoment(at, now) });

function stateWords({ state, asked, approved, planned, failed }: RetentionRun, now: string): string {
  // When it goes on is said by the failure.
  if (failed && (state === 'approved' || state === 'asked'))
    return approved
      ? m.keep_approved_by({ said: saidBy(approved, now) })
      : m.keep_run_planned_by(words(asked, now));
  if (state === 'approved' && approved) return m.keep_run_approved(words(approved, now));
  if (state === 'carrying-out' && approved) return m.keep_run_carrying(words(approved, now));
  if (state === 'waiting' && planned) return m.keep_run_waits({ day: lastDay(planned.until, now) });
  if (state === 'stale') return m.keep_run_stale();
  return (state === 'working-out' ? m.keep_run_working : m.keep_run_asked)(words(asked, now));
}

/** What became of one: who asked, who answered, what went. */
function Ended({ run, now }: { run: RetentionRun; now: string }) {
  const { asked, approved, ended, planned, state } = run;
  const gone = ended?.gone;
  const left = (planned?.rows ?? 0) - (gone?.rows ?? 0);
  return (
    <div className="mv-stack keep-ended">
      <p className="mv-meta">{m.keep_run_planned_by({ by: asked.by, moment: nearMoment(asked.at, now) })}</p>
      {state === 'nothing-due' && <p role="status">{m.keep_run_nothing()}</p>}
      {state === 'stale' && <p>{m.keep_run_stale()}</p>}
      {approved && <p className="mv-meta">{m.keep_approved_by({ said: saidBy(approved, now) })}</p>}
      {ended?.by && (
        <p>{m.keep_run_turned_down({ ...words(ended.by, now), because: ended.because ?? '' })}</p>
      )}
      {gone && (
        <>
          <p role="status">
            <strong>
              {m.keep_run_done({ rows: rowWords(gone.rows), people: peopleWords(gone.people) })}
            </strong>
          </p>
          {left > 0 && <p>{m.keep_run_left({ rows: rowWords(left) })}</p>}
          <CountedList counted={gone} proofWords={m.keep_proof_gone()} />
        </>
      )}
    </div>
  );
}
