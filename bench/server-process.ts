// The server as production runs it, in a process of its own so that its memory and time are its own. What the bench
// wants to know is listened for outside it: Node tells when a request has come and when its answer has been sent.
import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { flushCompileCache } from 'node:module';
import type pg from 'pg';
import { buildApp } from '#server/app.ts';
import { openDatabase } from '#server/db/database.ts';
import { startHousekeeping } from '#server/jobs/housekeeping.ts';
import { openRelyingParty } from '#server/login/relying-party.ts';
import { startPost } from '#server/outbox/post.ts';
import { numbersFrom } from './keys.ts';

export interface Start {
  login: pg.ClientConfig;
  owner: pg.ClientConfig;
  /** What numbers and codes are sealed with. */
  keys: string;
  webDir?: string;
}
export interface Told {
  /** Milliseconds of server time, by the name the request carries in x-bench. */
  times: Record<string, number[]>;
  roundTrips: number;
  memory: number;
}

process.on('disconnect', () => process.exit(0));

let times: Record<string, number[]> = {};
const started = new WeakMap<IncomingMessage, number>();
diagnostics.subscribe('http.server.request.start', (message) => {
  started.set((message as { request: IncomingMessage }).request, performance.now());
});
diagnostics.subscribe('http.server.response.finish', (message) => {
  const { request } = message as { request: IncomingMessage };
  const name = request.headers['x-bench'];
  const start = started.get(request);
  if (typeof name !== 'string' || start === undefined) return;
  times[name] ??= [];
  times[name].push(performance.now() - start);
});

async function serve({ login, owner, keys, webDir }: Start): Promise<void> {
  const database = openDatabase(login);
  const numbers = numbersFrom(keys);
  // Messages go nowhere; whose a number is, is found out as it would be.
  const gateway = { send: async () => undefined };
  const app = await buildApp({
    database,
    mode: 'production',
    numbers,
    post: startPost(owner, { numbers, gateway }, (error) => console.error(error)),
    rateLimit: 1_000_000,
    loginLimit: 1_000_000,
    relyingParty: openRelyingParty([], 'http://localhost'),
    trustedProxies: [],
    logLevel: 'warn',
    ...(webDir === undefined ? {} : { webDir }),
  } as Parameters<typeof buildApp>[0]);
  startHousekeeping(owner, (error) => console.error(error));
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  process.on('message', (asked: 'tell' | 'forget') => {
    if (asked === 'forget') times = {};
    process.send?.({
      times,
      roundTrips: database.roundTrips().total,
      memory: process.memoryUsage().rss,
    } satisfies Told);
  });
  flushCompileCache();
  process.send?.({ address });
}

process.once('message', (start: Start) => void serve(start));
