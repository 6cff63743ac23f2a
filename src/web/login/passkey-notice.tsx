import { Link } from '@tanstack/react-router';
import type { PasskeyNews } from '#contract/passkey.ts';
import { m } from '#text/generated/messages.js';
import { nearMoment } from '../app/dates.ts';
import { Notice } from '../ui/notice.tsx';
import { passkeyEnded } from './passkey-words.ts';

/** Stands at home for two weeks, so that nobody gets a way in to somebody else’s plan without their knowing. */
export function PasskeyNotice({ news, now }: { news: PasskeyNews; now: string }) {
  const { what, name, at } = news;
  const time = nearMoment(at, now);
  return (
    <Notice>
      <p>{what === 'added' ? m.passkey_news_added({ name, time }) : passkeyEnded(what, name, time)}</p>
      <p>
        <Link to="/innlogginger">{m.passkey_news_see()}</Link>
      </p>
    </Notice>
  );
}
