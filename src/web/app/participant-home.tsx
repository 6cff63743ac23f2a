import { useQuery } from '@tanstack/react-query';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { EmergencyNotice } from '../emergency/emergency-notice.tsx';
import { MyGuardians } from '../guardian/my-guardians.tsx';
import { Greeting } from '../my-plan/greeting.tsx';
import { MyPeople } from '../my-plan/my-people.tsx';
import { NextThing } from '../my-plan/next-thing.tsx';
import { PlanBar } from '../my-plan/plan-bar.tsx';
import { Promises } from '../my-plan/promises.tsx';
import { ThisWeek } from '../my-plan/this-week.tsx';
import { ToldNotice } from '../my-plan/told-notice.tsx';
import { TurnsAround } from '../my-plan/turns-around.tsx';
import { WelcomeBack } from '../my-plan/welcome-back.tsx';
import { WhatMatters } from '../my-plan/what-matters.tsx';
import { WhoDoesWhat } from '../my-plan/who-does-what.tsx';
import { CloseOnes } from '../related/close-ones.tsx';
import { MyContactPerson } from '../wish/my-contact-person.tsx';
import { useNow } from './clock.ts';
import { later } from './later.tsx';
import { isTimeToLookBack, LookBackCard } from './look-back-card.tsx';
import { MoreInPlan } from './more-in-plan.tsx';
import { addressQuery } from './queries.ts';
import { QueryView } from './query-view.tsx';
import { WayInNews } from './way-in-news.tsx';
import '../my-plan/my-plan.css';

const WeakLogin = later(async () => (await import('../login/weak-login.tsx')).WeakLogin);
const MeetingPreparation = later(
  async () => (await import('../my-plan/meeting-preparation.tsx')).MeetingPreparation,
);

const MyTwice = later(async () => (await import('../merge/my-twice.tsx')).MyTwice);

/** «Min plan»: what one needs today, and the way to the rest; put together here since nouns do not know each other. */
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
        {plan.closed.length > 0 && <WeakLogin plan={plan} />}
        <WelcomeBack plan={plan} />
        <ToldNotice plan={plan} />
        <EmergencyNotice plan={plan} />
        {plan.merges && <MyTwice plan={plan} />}
        <WayInNews {...(plan.wayInNews ? { news: plan.wayInNews } : {})} now={plan.now} />
        <div className="plan-column">
          <NextThing plan={plan} />
          <TurnsAround plan={plan} />
          {isTimeToLookBack(plan) && <LookBackCard />}
          <WhatMatters plan={plan} />
          <WhoDoesWhat plan={plan} />
          {plan.promises.length > 0 && <Promises plan={plan} />}
        </div>
        <div className="plan-column">
          <MyPeople
            plan={plan}
            close={
              <>
                <MyContactPerson plan={plan} />
                {!plan.closed.includes('related') && <CloseOnes plan={plan} />}
                <MyGuardians plan={plan} />
              </>
            }
          />
          <ThisWeek plan={plan} />
          {plan.nextMeeting && (
            <MeetingPreparation key={plan.nextMeeting.id} plan={plan} meeting={plan.nextMeeting} />
          )}
          <MoreInPlan plan={plan} />
        </div>
      </div>
      <PlanBar plan={plan} />
    </>
  );
}
