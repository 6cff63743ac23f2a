import { Link } from '@tanstack/react-router';
import type { WayInNews } from '#contract/login.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { Notice } from '../ui/notice.tsx';
import { passkeyEnded } from './passkey-words.ts';

/** What is new in how one gets in as me, so that nobody gets a way in to somebody else’s plan without their knowing. */
export function WayInNotice({ news, now }: { news: WayInNews; now: string }) {
  return (
    <Notice>
      {news.map((one) => (
        <p key={one.what}>{wordsOf(one, nearMoment(one.at, now))}</p>
      ))}
      <p>
        <Link to="/innlogginger">{m.way_in_news_see()}</Link>
      </p>
    </Notice>
  );
}

function wordsOf({ what, name = '' }: WayInNews[number], time: string): string {
  if (what === 'by-somebody') return m.way_in_news({ time });
  return what === 'device-added'
    ? m.passkey_news_added({ name, time })
    : passkeyEnded(what.replace('device-', ''), name, time);
}
