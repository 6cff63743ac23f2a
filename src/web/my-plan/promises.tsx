import type { MyPlan, PromiseMade } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { dayOf, nearDay } from '../app/dates.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useToast } from '../ui/toast.tsx';
import { doerWords } from './action-row.tsx';
import { usePlanActs } from './acts.ts';

function noteOf(promise: PromiseMade, now: string): string {
  if (promise.keptAt) return m.promise_kept({ day: nearDay(promise.keptAt, now) });
  const day = nearDay(promise.dueDay, now);
  if (promise.dueDay >= dayOf(now)) return m.actions_due({ day });
  return promise.doer === 'participant' ? m.actions_was_due({ day }) : m.actions_we_owe({ day });
}

/** Every decision has a name and a date. What others owe comes first, then what is kept. */
export function Promises({ plan }: { plan: MyPlan }) {
  const promises = [...plan.promises].sort(
    (a, b) => Number(!!a.keptAt) - Number(!!b.keptAt) || a.dueDay.localeCompare(b.dueDay),
  );
  return (
    <Card title={m.promises_title()}>
      {promises.length === 0 && <EmptyState>{m.promises_empty()}</EmptyState>}
      <ul className="plan-list">
        {promises.map((promise) => (
          <li key={promise.id}>
            <div className="plan-theirs">
              <span className="plan-mark" data-done={promise.keptAt ? '' : undefined} aria-hidden="true">
                {promise.keptAt ? '✓' : ''}
              </span>
              <div className="mv-stack plan-tight">
                <p>
                  <b>{promise.doer === 'participant' ? m.actions_you() : doerWords(promise)}</b>{' '}
                  {promise.words}
                </p>
                <p className="mv-meta">{noteOf(promise, plan.now)}</p>
                {promise.doer === 'participant' && <Keep plan={plan} promise={promise} />}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Keep({ plan, promise }: { plan: MyPlan; promise: PromiseMade }) {
  const acts = usePlanActs(plan.participantId);
  const toast = useToast();
  const { keptId } = promise;
  const keep = async () => {
    const saved = await (keptId
      ? acts.takeBackPromise(keptId, m.promise_take_back_reason())
      : acts.keepPromise(promise.id));
    if (saved) toast({ text: keptId ? m.promise_taken_back() : m.promise_keep_saved() });
  };
  return (
    <>
      {acts.error && <ProblemNotice error={acts.error} />}
      <div className="mv-no-print">
        {keptId ? (
          <Button quiet busy={acts.busy} onClick={keep}>
            {m.promise_take_back()}
          </Button>
        ) : (
          <Button variant="secondary" busy={acts.busy} onClick={keep}>
            {m.promise_keep()}
          </Button>
        )}
      </div>
    </>
  );
}
