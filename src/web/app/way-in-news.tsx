import type { WayInNews as News } from '#contract/login.ts';
import { later } from './later.tsx';

const WayInNotice = later(async () => (await import('../login/way-in-notice.tsx')).WayInNotice);

/** That somebody has done something with how one gets in; fetched by the few it concerns. */
export function WayInNews({ news, now }: { news?: News; now: string }) {
  return news ? <WayInNotice news={news} now={now} /> : null;
}
