import { useEffect, useState } from 'react';
import type { TimeLeft } from '#contract/login.ts';
import type { Session } from '#contract/session.ts';
import { api } from './api.ts';

/** Long enough to find the phone and read a sentence (WCAG 2.2.1). */
const WARN_MS = 2 * 60_000;
const TRY_AGAIN_MS = 30_000;

const msLeft = ({ idleUntil, endsAt, now }: TimeLeft): number =>
  Math.min(Date.parse(idleUntil), Date.parse(endsAt)) - Date.parse(now);

/**
 * Says when the login is about to end. The server is asked without using the login, so other tabs count and this
 * question does not; when it has ended, the answer says so, as any other does.
 */
export function useTimeLeft(session: Session): TimeLeft | undefined {
  const [warning, setWarning] = useState<TimeLeft>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const wait = (ms: number) => {
      timer = setTimeout(() => void look(), ms);
    };
    const look = async () => {
      const left = await api.get<TimeLeft>('/api/session/time-left').catch(() => undefined);
      if (stopped) return;
      const ms = left === undefined ? undefined : msLeft(left);
      setWarning(ms !== undefined && ms <= WARN_MS ? left : undefined);
      wait(ms === undefined ? TRY_AGAIN_MS : ms > WARN_MS ? ms - WARN_MS : ms + 1_000);
    };
    setWarning(undefined);
    wait(Math.max(0, msLeft(session) - WARN_MS));
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [session]);
  return warning;
}
