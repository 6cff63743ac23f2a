import { afterEach, expect, test, vi } from 'vitest';
import type { Day } from '#domain/time/day.ts';
import { tellOfKeys } from './key-ages.ts';
import type { Provider } from './provider.ts';

afterEach(() => void vi.useRealTimers());

const provider = (id: string, madeOn: string) =>
  ({ id, authentication: { method: 'client_secret', secret: 'hush', madeOn: madeOn as Day } }) as Provider;

test('the log says every day which keys are to be changed, louder the last week, and never the key', () => {
  vi.useFakeTimers({ now: new Date('2024-12-19T08:00:00Z') });
  const said: string[] = [];
  const log = {
    warn: (what: object, words: string) => void said.push(`warn ${JSON.stringify(what)} ${words}`),
    error: (what: object, words: string) => void said.push(`error ${JSON.stringify(what)} ${words}`),
  };
  const providers = [
    provider('lasts', '2024-06-01'),
    provider('soon', '2024-01-02'),
    provider('over', '2023-01-01'),
  ];
  const stop = tellOfKeys(providers, log as never, () => new Date().toISOString());
  const words = 'a key for logging in is to be changed';
  expect(said).toEqual([
    `error {"provider":"over","method":"client_secret","lastDay":"2023-12-27","daysLeft":-358} ${words}`,
    `warn {"provider":"soon","method":"client_secret","lastDay":"2024-12-27","daysLeft":8} ${words}`,
  ]);
  said.length = 0;
  vi.advanceTimersByTime(24 * 60 * 60_000);
  expect(said.map((line) => line.split(' ')[0])).toEqual(['error', 'error']);
  stop();
  said.length = 0;
  vi.advanceTimersByTime(10 * 24 * 60 * 60_000);
  expect(said).toEqual([]);
});
