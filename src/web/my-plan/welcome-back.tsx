import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { between } from '../app/dates.ts';
import { given } from '../app/given-name.ts';
import { Notice } from '../ui/notice.tsx';
import { enrolmentWords } from './enrolment-words.ts';

const twoWeeks = 14 * 24 * 3_600_000;

/** On hold, or finished lately: that the place stands and the door is open. Back again: what was said then. */
export function WelcomeBack({ plan }: { plan: MyPlan }) {
  const lately = plan.enrolments.filter(({ since }) => between(since, plan.now) < twoWeeks);
  const resting = plan.enrolments.filter(
    (enrolment) =>
      enrolment.state === 'paused' || (enrolment.state === 'ended' && lately.includes(enrolment)),
  );
  const back = lately.find(({ welcome }) => welcome !== undefined);
  return (
    <>
      {resting.map((enrolment) => (
        <Notice key={enrolment.service}>
          <p>{enrolmentWords(enrolment)}</p>
        </Notice>
      ))}
      {back?.welcome && (
        <Notice title={m.welcome_back()}>
          <p>{back.welcome.words}</p>
          {back.welcome.by && (
            <p className="mv-meta">{m.welcome_back_from({ name: given(back.welcome.by) })}</p>
          )}
        </Notice>
      )}
    </>
  );
}
