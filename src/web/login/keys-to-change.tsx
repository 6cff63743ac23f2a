import type { StaffLogins } from '#contract/login.ts';
import { m } from '#text/generated/messages.js';
import { longDay } from '../app/dates.ts';
import { Notice } from '../ui/notice.tsx';

interface KeysToChangeProps {
  keys: StaffLogins['keys'];
  nameOf: (provider: string) => string;
}

/** What Medvandrer proves itself by to issuers runs out: nobody comes in that way until somebody has changed it. */
export function KeysToChange({ keys, nameOf }: KeysToChangeProps) {
  return keys.map(({ provider, lastDay, within }) => {
    const words = { name: nameOf(provider), day: longDay(lastDay) };
    const tone = within === 0 ? 'problem' : within <= 30 ? 'wait' : 'good';
    return (
      <Notice key={provider} tone={tone}>
        <p>{within === 0 ? m.login_key_over(words) : m.login_key_soon(words)}</p>
      </Notice>
    );
  });
}
