import { Link } from '@tanstack/react-router';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { between, nearMoment } from '../app/dates.ts';
import { Notice } from '../ui/notice.tsx';

const FRESH_MS = 14 * 86_400_000;

/** Stands on the plan for two weeks, so that nobody has to find out by themself. */
export function EmergencyNotice({ plan: { emergencies, now } }: { plan: MyPlan }) {
  const [last] = emergencies;
  if (last === undefined || between(last.openedAt, now) > FRESH_MS) return null;
  const { by = m.emergency_somebody(), openedAt } = last;
  return (
    <Notice>
      <p>{m.emergency_notice({ who: by, moment: nearMoment(openedAt, now) })}</p>
      <p>
        <Link to="/min-plan/$part" params={{ part: 'nodsituasjon' }}>
          {m.emergency_notice_read()}
        </Link>
      </p>
    </Notice>
  );
}
