import { useQuery } from '@tanstack/react-query';
import type { WayIn } from '#contract/login.ts';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { listOf, topicText } from '#text/text.ts';
import { addressQuery } from '../app/queries.ts';
import { ProblemNotice } from '../app/query-view.tsx';
import { Notice } from '../ui/notice.tsx';
import { IssuerButton, useGoing } from './issuer-button.tsx';

/** What one would look for first; the rest follows with it. */
const WORTH_NAMING = ['follow-up', 'children', 'life-areas', 'related'];

interface WeakLoginProps {
  plan: Pick<MyPlan, 'closed'>;
  /** Instead of what else there is to see. */
  lead?: string;
}

/** In by a code one sees what one needs today: said as it is, with the way to the rest. */
export function WeakLogin({ plan: { closed }, lead }: WeakLoginProps) {
  const ways = useQuery(addressQuery<WayIn[]>('/api/login/providers'));
  const going = useGoing();
  const own = (ways.data ?? []).filter((way) => way.for.includes('participants'));
  const more = WORTH_NAMING.filter((topic) => closed.includes(topic)).map((topic) => topicText(topic));
  return (
    <Notice title={m.weak_login_title()}>
      <p>{lead ?? m.weak_login_text({ topics: listOf(more) })}</p>
      {going.problem !== undefined && <ProblemNotice error={going.problem} />}
      {own.map((way) => (
        <IssuerButton key={way.id} way={way} going={going} secondary />
      ))}
    </Notice>
  );
}
