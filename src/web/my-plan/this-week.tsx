import { useState } from 'react';
import type { Coming, MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { capital, dayOf, exactMoment, nearDay, timeOf } from '../app/dates.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tag } from '../ui/tag.tsx';
import { usePlanActs } from './acts.ts';
import { isAnswerable, nextOf, titleOf, useAnswer } from './coming.ts';

const shownAtFirst = 4;

/** What is on the coming days besides the next thing. What is cancelled stays, so that nobody stands before a locked door. */
export function ThisWeek({ plan }: { plan: MyPlan }) {
  const [all, setAll] = useState(false);
  const next = nextOf(plan);
  const later = plan.coming.filter((coming) => coming !== next);
  const rest = all ? later : later.slice(0, shownAtFirst);
  const days = [...new Set(rest.map((coming) => dayOf(coming.startsAt)))];
  return (
    <Card title={m.week_title()}>
      {days.length === 0 && <EmptyState>{m.week_rest_empty()}</EmptyState>}
      <ul className="plan-week">
        {days.map((day) => (
          <li key={day}>
            <p className="plan-week-day">{capital(nearDay(day, plan.now))}</p>
            <ul className="mv-stack">
              {rest
                .filter((coming) => dayOf(coming.startsAt) === day)
                .map((coming) => (
                  <WeekRow key={coming.startsAt + coming.title} coming={coming} plan={plan} />
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {rest.length < later.length && (
        <div className="mv-no-print">
          <Button quiet onClick={() => setAll(true)}>
            {m.show_all()}
          </Button>
        </div>
      )}
    </Card>
  );
}

function WeekRow({ coming, plan }: { coming: Coming; plan: MyPlan }) {
  const { startsAt, place, answer, cancelled, moved } = coming;
  const time = timeOf(startsAt);
  const said = answer === 'said-no' && !cancelled ? `, ${m.week_said_no()}` : '';
  return (
    <li data-cancelled={cancelled ? '' : undefined}>
      <p>
        {cancelled ? <s>{titleOf(coming)}</s> : titleOf(coming)}{' '}
        {cancelled && <Tag tone="sun">{m.week_cancelled()}</Tag>}
      </p>
      <p className="mv-meta">{(place ? m.week_place_time({ time, place }) : m.week_time({ time })) + said}</p>
      {cancelled && <p>{m.week_cancelled_why(cancelled)}</p>}
      {moved && !cancelled && (
        <p>
          {m.week_moved_from({
            moment: exactMoment(moved.startsAt),
            place: moved.place,
            because: moved.because,
          })}
        </p>
      )}
      {isAnswerable(coming) && !cancelled && <OneTap coming={coming} plan={plan} />}
    </li>
  );
}

/** One tap, and one tap back. Nobody is asked why. */
function OneTap({ coming, plan }: { coming: Coming; plan: MyPlan }) {
  const acts = usePlanActs(plan.participantId);
  const say = useAnswer(coming, acts);
  const saidNo = coming.answer === 'said-no';
  const words = { title: coming.title, day: nearDay(coming.startsAt, plan.now) };
  return (
    <div className="mv-no-print">
      {acts.error && <ProblemNotice error={acts.error} />}
      <Button
        quiet
        busy={acts.busy}
        onClick={() => say(saidNo ? 'coming' : 'said-no')}
        aria-label={saidNo ? m.week_coming_named(words) : m.week_cannot_come_named(words)}
      >
        {saidNo ? m.next_coming_after_all() : m.next_cannot_come()}
      </Button>
    </div>
  );
}
