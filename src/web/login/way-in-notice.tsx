import { Link } from '@tanstack/react-router';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { Notice } from '../ui/notice.tsx';

/** Somebody has made a code for me, logged me out or changed my number: said until I have read what it was. */
export function WayInNotice({ at, now }: { at: string; now: string }) {
  return (
    <Notice>
      <p>{m.way_in_news({ time: nearMoment(at, now) })}</p>
      <p>
        <Link to="/innlogginger">{m.way_in_news_read()}</Link>
      </p>
    </Notice>
  );
}
