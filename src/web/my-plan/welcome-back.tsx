import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { between } from '../app/dates.ts';
import { Notice } from '../ui/notice.tsx';
import { given } from './caller.ts';

const twoWeeks = 14 * 24 * 3_600_000;

/** What was said to somebody who has come back, the first two weeks. */
export function WelcomeBack({ plan }: { plan: MyPlan }) {
  const back = plan.enrolments.find(
    ({ welcome, since }) => welcome !== undefined && between(since, plan.now) < twoWeeks,
  );
  if (!back?.welcome) return null;
  return (
    <Notice title={m.welcome_back()}>
      <p>{back.welcome.words}</p>
      {back.welcome.by && <p className="mv-meta">{m.welcome_back_from({ name: given(back.welcome.by) })}</p>}
    </Notice>
  );
}
