import { useQuery } from '@tanstack/react-query';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { CrisisBar } from '../my-plan/crisis-plan.tsx';
import { Greeting } from '../my-plan/greeting.tsx';
import { MeetingPreparation } from '../my-plan/meeting-preparation.tsx';
import { MyPath } from '../my-plan/my-path.tsx';
import { MyPeople } from '../my-plan/my-people.tsx';
import { NextThing } from '../my-plan/next-thing.tsx';
import { Promises } from '../my-plan/promises.tsx';
import { ThisWeek } from '../my-plan/this-week.tsx';
import { WhatMatters } from '../my-plan/what-matters.tsx';
import { MyGoals, WhoDoesWhat } from '../my-plan/who-does-what.tsx';
import { SharingCard } from '../sharing/sharing-card.tsx';
import { Button } from '../ui/button.tsx';
import { useNow } from './clock.ts';
import { addressQuery } from './queries.ts';
import { QueryView } from './query-view.tsx';
import '../my-plan/my-plan.css';

/** «Min plan»: the plan and who may see it, put together here since nouns do not know each other. */
export function ParticipantHome() {
  const plan = useQuery(addressQuery<MyPlan>('/api/my-plan'));
  return (
    <div className={plan.data ? undefined : 'mv-narrow'}>
      {!plan.data && <h1 className="mv-visually-hidden">{m.nav_my_plan()}</h1>}
      <QueryView query={plan}>{(data) => <Plan fetched={data} />}</QueryView>
    </div>
  );
}

function Plan({ fetched }: { fetched: MyPlan }) {
  const plan = { ...fetched, now: useNow(fetched.now) };
  return (
    <>
      <div className="plan">
        <Greeting plan={plan} />
        <div className="plan-column">
          <NextThing plan={plan} />
          <WhatMatters plan={plan} />
          <WhoDoesWhat plan={plan} />
          <Promises plan={plan} />
          <MyPeople plan={plan} />
          <ThisWeek plan={plan} />
        </div>
        <div className="plan-column">
          {plan.nextMeeting && (
            <MeetingPreparation key={plan.nextMeeting.id} plan={plan} meeting={plan.nextMeeting} />
          )}
          <MyGoals plan={plan} />
          <MyPath plan={plan} />
          <SharingCard plan={plan} />
          <div className="mv-no-print">
            <Button quiet onClick={() => print()}>
              {m.print_plan()}
            </Button>
          </div>
        </div>
      </div>
      <CrisisBar plan={plan} />
    </>
  );
}
