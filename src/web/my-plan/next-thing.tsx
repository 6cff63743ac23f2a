import type { Coming, MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { between, capital, dayOf, exactMoment, lengthOf, nearDay, timeOf } from '../app/dates.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { type Answerable, type PlanActs, usePlanActs } from './acts.ts';
import { isAnswerable, nextOf, titleOf, useAnswer } from './coming.ts';

function whenWords(coming: Coming, now: string): string {
  const left = between(now, coming.startsAt);
  if (left <= 0) return m.next_now();
  if (left < 12 * 3_600_000 && dayOf(now) === dayOf(coming.startsAt))
    return m.next_in({ length: lengthOf(left) });
  return capital(nearDay(coming.startsAt, now));
}

function sentenceOf(coming: Coming): string {
  const words = { title: titleOf(coming), time: timeOf(coming.startsAt) };
  return coming.place ? m.next_at_place({ ...words, place: coming.place }) : m.next_at(words);
}

/** The next thing that happens. One that the participant has said no to stays until it is over, so that they may change their mind. */
export function NextThing({ plan }: { plan: MyPlan }) {
  const acts = usePlanActs(plan.participantId);
  const next = nextOf(plan);
  if (!next) {
    return (
      <Card title={m.next_title()}>
        <p>{m.next_none()}</p>
        <p className="mv-meta">{m.next_none_call()}</p>
      </Card>
    );
  }
  return (
    <Card tone="accent" className="plan-next">
      <h2 className="mv-visually-hidden">{m.next_title()}</h2>
      <p className="plan-next-when">{whenWords(next, plan.now)}</p>
      <p className="plan-next-what">{sentenceOf(next)}</p>
      {next.moved && (
        <p>
          {m.week_moved_from({
            moment: exactMoment(next.moved.startsAt),
            place: next.moved.place,
            because: next.moved.because,
          })}
        </p>
      )}
      {next.endsAt && <p>{m.next_until({ time: timeOf(next.endsAt) })}</p>}
      {isAnswerable(next) && <Answer coming={next} acts={acts} />}
    </Card>
  );
}

function Answer({ coming, acts }: { coming: Answerable; acts: PlanActs }) {
  const say = useAnswer(coming, acts);
  const saidNo = coming.answer === 'said-no';
  return (
    <>
      {saidNo && <p>{m.next_said_no()}</p>}
      {acts.error && <ProblemNotice error={acts.error} />}
      <div className="mv-row mv-no-print">
        <Button
          variant={saidNo ? 'primary' : 'secondary'}
          busy={acts.busy}
          onClick={() => say(saidNo ? 'coming' : 'said-no')}
        >
          {saidNo ? m.next_coming_after_all() : m.next_cannot_come()}
        </Button>
      </div>
    </>
  );
}
