import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { PlanBar } from '../my-plan/plan-bar.tsx';
import { Promises } from '../my-plan/promises.tsx';
import { ThisWeek } from '../my-plan/this-week.tsx';
import { WhatMatters } from '../my-plan/what-matters.tsx';
import { WhoDoesWhat } from '../my-plan/who-does-what.tsx';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { useNow } from './clock.ts';
import { later } from './later.tsx';
import { NotFound } from './not-found.tsx';
import { isClosed, type PlanPart, partsOf, planParts } from './plan-parts.tsx';
import { addressQuery } from './queries.ts';
import { QueryView } from './query-view.tsx';
import '../my-plan/my-plan.css';
import './plan-parts.css';

const WeakLogin = later(async () => (await import('../login/weak-login.tsx')).WeakLogin);

const route = getRouteApi('/min-plan/$part');

/** One part of the plan on a page of its own, with the way back always at the top. */
export function PlanPartPage() {
  const { part: id } = route.useParams();
  const plan = useQuery(addressQuery<MyPlan>('/api/my-plan'));
  const part = planParts.find((each) => each.id === id);
  if (part === undefined && id !== 'utskrift') return <NotFound />;
  return (
    <div className="plan-part">
      <Link to="/min-plan" className="plan-back mv-no-print">
        {m.plan_back()}
      </Link>
      <QueryView query={plan}>{(data) => <Part fetched={data} part={part} />}</QueryView>
    </div>
  );
}

function Part({ fetched, part }: { fetched: MyPlan; part: PlanPart | undefined }) {
  const plan = { ...fetched, now: useNow(fetched.now) };
  if (part === undefined) return <WholePlan plan={plan} />;
  const { title, View } = part;
  if (isClosed(part, plan))
    return (
      <div className="mv-stack">
        <Heading level={1}>{title()}</Heading>
        <WeakLogin plan={plan} />
      </div>
    );
  return (
    <>
      <h1 className="mv-visually-hidden">{title()}</h1>
      <Suspense fallback={null}>
        <View plan={plan} />
      </Suspense>
      <PlanBar plan={plan} />
    </>
  );
}

const onPaper = (plan: MyPlan): PlanPart[] => partsOf(plan).filter((part) => part.onPaper !== false);

/** Everything after each other, for paper. */
function WholePlan({ plan }: { plan: MyPlan }) {
  return (
    <>
      <div className="mv-row mv-spread">
        <Heading level={1}>{m.plan_of({ name: plan.callMe })}</Heading>
        <Button onClick={() => print()}>{m.print_plan()}</Button>
      </div>
      <WhatMatters plan={plan} />
      <WhoDoesWhat plan={plan} />
      <Promises plan={plan} />
      <ThisWeek plan={plan} />
      <Suspense fallback={null}>
        {onPaper(plan).map(({ id, View }) => (
          <View key={id} plan={plan} />
        ))}
      </Suspense>
    </>
  );
}
