import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Merge } from '#contract/merge.ts';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { shortDay } from '../app/dates.ts';
import { ReasonForm } from '../app/reason.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { BeforeOf } from './before-of.tsx';
import './merge.css';

/** One was registered twice: said in plain words, with what stood in the other place, and a way to say that it is not so. */
export function MyTwice({ plan: { merges = [], before = [], now } }: { plan: MyPlan }) {
  const [wrong, setWrong] = useState<Merge>();
  const inForce = merges.filter(({ split }) => split === undefined);
  const last = merges.at(-1);
  if (inForce.length === 0) return last?.split ? <TakenBack split={last.split} now={now} /> : null;
  return (
    <Card title={m.twice_title()} className="merge-mine">
      {inForce.map((merge) => (
        <div key={merge.id} className="mv-stack">
          <div>
            <p>{m.twice_words({ name: merge.by, day: shortDay(merge.at, now), reason: merge.reason })}</p>
            {merge.confirmedBy && <p>{m.twice_second({ name: merge.confirmedBy })}</p>}
            <p>{m.twice_now()}</p>
          </div>
          <div>
            <Button variant="secondary" color="neutral" onClick={() => setWrong(merge)}>
              {m.twice_not_me()}
            </Button>
          </div>
        </div>
      ))}
      <BeforeOf before={before} />
      {wrong && (
        <Dialog title={m.twice_not_me()} closeLabel={m.close()} onClose={() => setWrong(undefined)}>
          <ReasonForm
            draft={`split ${wrong.id}`}
            label={m.twice_not_me_reason()}
            submit={m.twice_not_me_send()}
            savedText={m.twice_not_me_saved()}
            path={`/api/people/${wrong.rows?.[1]}/merges/${wrong.id}/splits`}
            bodyOf={(reason) => ({ otherId: wrong.rows?.[0], reason })}
            onSaved={() => setWrong(undefined)}
          >
            <p>{m.twice_not_me_lead()}</p>
          </ReasonForm>
        </Dialog>
      )}
    </Card>
  );
}

/** For some weeks after it was taken back: what it was, and whom to tell when something here is not one’s own. */
function TakenBack({ split: { by, reason, at }, now }: { split: NonNullable<Merge['split']>; now: string }) {
  const day = shortDay(at, now);
  return (
    <Card title={m.twice_apart_title()} className="merge-mine">
      <p>{by && reason ? m.twice_apart({ name: by, day, reason }) : m.twice_apart_other({ day })}</p>
      <p>{m.twice_apart_now()}</p>
      <p>
        <Link to="/deling">{m.twice_apart_sharing()}</Link>
      </p>
    </Card>
  );
}
