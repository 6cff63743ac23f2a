import { useState } from 'react';
import type { Coming, MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { capital, dayOf, nearDay, timeOf } from '../app/dates.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { titleOf } from './next-thing.tsx';

const shownAtFirst = 4;

export function ThisWeek({ plan }: { plan: MyPlan }) {
  const [all, setAll] = useState(false);
  const later = plan.coming.slice(1);
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
                  <WeekRow key={coming.startsAt + coming.title} coming={coming} />
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

function WeekRow({ coming }: { coming: Coming }) {
  const time = timeOf(coming.startsAt);
  const said = coming.answer === 'said-no' ? `, ${m.week_said_no()}` : '';
  return (
    <li>
      <p>{titleOf(coming)}</p>
      <p className="mv-meta">
        {(coming.place ? m.week_place_time({ time, place: coming.place }) : m.week_time({ time })) + said}
      </p>
    </li>
  );
}
