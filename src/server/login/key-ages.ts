import type { FastifyBaseLogger } from 'fastify';
import type { StaffLogins } from '#contract/login.ts';
import { keyAge } from '#domain/login/key-age.ts';
import { dayOf } from '#domain/time/day.ts';
import type { Provider } from './provider.ts';

/** The keys and secrets that are to be changed, the most pressing first. */
export function keysToChange(providers: readonly Provider[], now: string): StaffLogins['keys'] {
  return providers
    .flatMap(({ id, authentication: { method, madeOn } }) => {
      const { within, ...age } = keyAge(method, madeOn, dayOf(now));
      return within === undefined ? [] : [{ provider: id, method, ...age, within }];
    })
    .sort((one, other) => one.daysLeft - other.daysLeft);
}

const DAILY_MS = 24 * 60 * 60_000;

/** Says at start and once a day in our log which keys are to be changed. Answers with what stops it. */
export function tellOfKeys(
  providers: readonly Provider[],
  log: Pick<FastifyBaseLogger, 'warn' | 'error'>,
  clock: () => string,
): () => void {
  const tell = () => {
    for (const { within, ...key } of keysToChange(providers, clock()))
      log[within <= 7 ? 'error' : 'warn'](key, 'a key for logging in is to be changed');
  };
  tell();
  const timer = setInterval(tell, DAILY_MS).unref();
  return () => clearInterval(timer);
}
