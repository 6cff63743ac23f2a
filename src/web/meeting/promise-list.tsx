import { m } from '#text/generated/messages.js';
import { refusalText } from '#text/refusals.ts';
import { longDay, nearDay } from '../app/dates.ts';
import type { QueuedAct } from '../app/queue.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import type { Promised } from './table.ts';

interface PromiseActs {
  takeBack: (promise: Promised) => void;
  rewrite: (promise: Promised) => void;
  another: (act: QueuedAct) => void;
  drop: (act: QueuedAct) => void;
}

interface PromiseListProps {
  promises: readonly Promised[];
  now: string;
  stuck: boolean;
  acts?: PromiseActs;
}

/** Who, what, and by when: a promise and not a note. */
export function PromiseList({ promises, now, stuck, acts }: PromiseListProps) {
  return (
    <ul className="mv-meeting-promises">
      {promises.map((promise) => {
        const { key, words, doerName, doerOrganisation, dueDay, saved, waiting } = promise;
        return (
          <li key={key}>
            <p>
              <strong>{doerName}</strong>
              {doerOrganisation && <span className="mv-meta"> {doerOrganisation}</span>}
            </p>
            <p>{words}</p>
            <p className="mv-meta">
              {m.promise_by({ day: longDay(dueDay) })}
              {saved?.writtenBy && ` · ${m.promise_written_by({ name: saved.writtenBy })}`}{' '}
              {saved?.keptAt && (
                <Tag tone="accent">{m.action_done_at({ day: nearDay(saved.keptAt, now) })}</Tag>
              )}
              {waiting && !waiting.refused && stuck && <Tag tone="sun">{m.act_waits()}</Tag>}
            </p>
            {acts && waiting?.refused && <Asked promise={promise} act={waiting} acts={acts} />}
            {acts && saved && !saved.keptAt && (
              <p className="mv-no-print">
                <Button
                  quiet
                  onClick={() => acts.takeBack(promise)}
                  aria-label={m.decision_undo_named({ words })}
                >
                  {m.decision_undo()}
                </Button>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The server asked or said no: what was typed stands here until somebody has decided. */
function Asked({ promise, act, acts }: { promise: Promised; act: QueuedAct; acts: PromiseActs }) {
  if (act.refused === undefined) return null;
  return (
    <div className="mv-notice mv-stack" data-tone="wait" role="alert">
      <p>{refusalText(act.refused)}</p>
      <div className="mv-row">
        {act.refused === 'same-promise' ? (
          <>
            <Button variant="secondary" onClick={() => acts.drop(act)}>
              {m.decision_is_the_same()}
            </Button>
            <Button variant="secondary" onClick={() => acts.another(act)}>
              {m.decision_is_another()}
            </Button>
          </>
        ) : (
          <Button variant="secondary" onClick={() => acts.rewrite(promise)}>
            {m.decision_write_again()}
          </Button>
        )}
      </div>
    </div>
  );
}
