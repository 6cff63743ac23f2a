import { useEffect, useState } from 'react';

const tickMs = 30_000;

const begin = (serverNow: string) => ({ serverNow, start: performance.now(), elapsed: 0 });

/** The server’s now, walking on while the page stands open. The device’s own clock may be wrong; its pace is not. */
export function useNow(serverNow: string): string {
  const [clock, setClock] = useState(() => begin(serverNow));
  if (clock.serverNow !== serverNow) setClock(begin(serverNow));
  useEffect(() => {
    const tick = () => setClock((before) => ({ ...before, elapsed: performance.now() - before.start }));
    const timer = setInterval(tick, tickMs);
    return () => clearInterval(timer);
  }, []);
  return clock.elapsed === 0 ? serverNow : new Date(Date.parse(serverNow) + clock.elapsed).toISOString();
}
