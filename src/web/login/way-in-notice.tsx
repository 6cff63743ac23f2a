import { Link } from '@tanstack/react-router';
import type { MyPlan } from '#contract/plan.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { Notice } from '../ui/notice.tsx';

/** Somebody has made a code for me, logged me out or changed my number: said until I have read what it was. */
export function WayInNotice({ plan: { wayInNews, now } }: { plan: MyPlan }) {
  if (wayInNews === undefined) return null;
  return (
    <Notice>
      <p>{m.way_in_news({ time: nearMoment(wayInNews, now) })}</p>
      <p>
        <Link to="/innlogginger">{m.way_in_news_read()}</Link>
      </p>
    </Notice>
  );
}
