import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import type pg from 'pg';
import { weekdayFromDemoTo, weeksFromDemoTo } from '#db/demo/shift.ts';
import { buildApp } from './app.ts';
import { BadConfig, type Config, readConfig } from './config.ts';
import { openDatabase } from './db/database.ts';
import { claimDataDir, EmbeddedRefusal, startEmbedded } from './db/embedded.ts';
import { MigrationFailed, migrate } from './db/migrate.ts';
import { type NumberKeys, numberKeys } from './db/number-keys.ts';
import { asOwner, ensureDatabase, loginFor, ownerFromUrl } from './db/owner.ts';
import type { App } from './http/shell.ts';
import { startHousekeeping } from './jobs/housekeeping.ts';
import { keyRingOf } from './key-file.ts';
import { tellOfKeys } from './login/key-ages.ts';
import { openRelyingParty } from './login/relying-party.ts';
import { demoGateway } from './outbox/demo-gateway.ts';
import { httpGateway } from './outbox/gateway.ts';
import { type Post, startPost } from './outbox/post.ts';
import { startRetention } from './retention/retention-job.ts';

/** The installation is not what the mode says: said in words, and the server does not start. */
class WrongInstallation extends Error {}

const webDir = new URL('../../.build/web', import.meta.url).pathname;

async function main(): Promise<void> {
  const stops: (() => void | Promise<void>)[] = [];
  const stop = stopOnce(stops);
  process.on('SIGTERM', () => void stop(0));
  process.on('SIGINT', () => void stop(0));
  try {
    const config = readConfig(process.env);
    const numbers = numberKeys(keyRingOf(config));
    const owner = await openOwner(config, stops, stop);
    const app = await serve(config, numbers, owner, stops);
    const address = await app.listen({ port: config.port, host: config.host });
    const { port } = new URL(address);
    say(`Medvandrer is ready: http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`);
    process.send?.({ ready: true, port: Number(port) });
    // What Node has compiled is kept now: a server that is killed keeps nothing.
    flushCompileCache();
  } catch (error) {
    say(wordsFor(error as Error & { code?: string; port?: number }));
    await stop(1);
  }
}

const isExplained = (error: unknown): boolean =>
  error instanceof BadConfig ||
  error instanceof EmbeddedRefusal ||
  error instanceof MigrationFailed ||
  error instanceof WrongInstallation;

function wordsFor(error: Error & { code?: string; port?: number }): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${error.port} is in use by another program. Stop it first, or choose another with PORT.`;
  }
  return isExplained(error) ? error.message : String(error.stack ?? error);
}

const say = (words: string): void => void process.stdout.write(`${words}\n`);

/** In the opposite order of starting, once, however many ask. */
function stopOnce(stops: (() => void | Promise<void>)[]): (code: number) => Promise<void> {
  let stopping: Promise<void> | undefined;
  return (code) => {
    stopping ??= (async () => {
      for (const each of stops.reverse()) await Promise.resolve(each()).catch(() => undefined);
      process.exit(code);
    })();
    return stopping;
  };
}

async function openOwner(
  config: Config,
  stops: (() => void | Promise<void>)[],
  stop: (code: number) => Promise<void>,
): Promise<pg.ClientConfig> {
  if (config.databaseUrl !== undefined) return ownerFromUrl(config.databaseUrl);
  const claim = claimDataDir(config.dataDir, {
    pid: process.pid,
    address: `http://localhost:${config.port}`,
  });
  stops.push(() => claim.release());
  let stopping = false;
  let embedded = await startEmbedded(config.dataDir);
  stops.push(() => {
    stopping = true;
    return embedded.stop();
  });
  const watch = (): void => {
    void embedded.ended.then(async () => {
      if (stopping) return;
      // The database was killed under us. What was acknowledged is in its log: start it again and it is there.
      say('The database ended; starting it again.');
      embedded = await startEmbedded(config.dataDir).catch(async (error: unknown) => {
        say(`The database does not start: ${(error as Error).message}`);
        await stop(1);
        throw error;
      });
      watch();
    });
  };
  watch();
  return ensureDatabase({ host: embedded.host, port: embedded.port, user: embedded.user }, 'medvandrer');
}

async function serve(
  config: Config,
  numbers: NumberKeys,
  owner: pg.ClientConfig,
  stops: (() => void | Promise<void>)[],
): Promise<App> {
  await migrate(owner);
  await agreeOnMode(config, numbers, owner);
  await agreeOnKeys(numbers, owner);
  const login =
    config.databaseLoginUrl === undefined
      ? await loginFor(owner)
      : { connectionString: config.databaseLoginUrl };
  const database = openDatabase(login);
  stops.push(() => database.close());
  const post = openPost(config, numbers, owner, stops);
  const retention = startRetention(owner, (error) =>
    say(`What is to go was not worked on this time (${(error as { code?: string }).code ?? 'no code'}).`),
  );
  stops.push(retention.stop);
  const app = await buildApp({
    database,
    mode: config.mode,
    numbers,
    rateLimit: config.rateLimit,
    loginLimit: config.loginLimit,
    relyingParty: openRelyingParty(config.providers, config.publicAddress),
    trustedProxies: config.trustedProxies,
    logLevel: config.logLevel,
    retention,
    ...(post === undefined ? {} : { post }),
    ...(existsSync(webDir) ? { webDir } : {}),
  });
  stops.push(() => app.close());
  stops.push(tellOfKeys(config.providers, app.log, () => new Date().toISOString()));
  const stopHousekeeping = startHousekeeping(owner, (error) =>
    app.log.error({ code: (error as { code?: string }).code }, 'housekeeping failed'),
  );
  stops.push(stopHousekeeping);
  return app;
}

/** What sends messages to phones: the installation's gateway, or in the demonstration one that shows them. */
function openPost(
  config: Config,
  numbers: NumberKeys,
  owner: pg.ClientConfig,
  stops: (() => void | Promise<void>)[],
): Post | undefined {
  const shown = config.smsGateway === undefined && config.mode === 'demo' ? demoGateway() : undefined;
  const gateway = config.smsGateway === undefined ? shown : httpGateway(config.smsGateway);
  if (gateway === undefined) return undefined;
  const post = startPost(owner, { numbers, gateway }, (error) =>
    say(`Messages to phones were not sent this time (${(error as { code?: string }).code ?? 'no code'}).`),
  );
  stops.push(post.stop);
  return { soon: post.soon, ...(shown === undefined ? {} : { shown: shown.shown }) };
}

/** A demonstration is filled on its first start; production never runs on one, with its personas without passwords. */
async function agreeOnMode(config: Config, numbers: NumberKeys, owner: pg.ClientConfig): Promise<void> {
  await asOwner(owner, 'agree on the mode', async (client) => {
    const { rows } = await client.query<{ mode: string; empty: boolean }>(
      'select mode, not exists (select from municipality) as empty from installation',
    );
    const { mode, empty } = rows[0] ?? { mode: 'production', empty: true };
    if (config.mode === 'production' && mode === 'demo') {
      throw new WrongInstallation(
        'This database holds the demonstration, where anyone may log in as anyone. Production needs a database of its own.',
      );
    }
    if (config.mode === 'demo' && mode === 'production' && !empty) {
      throw new WrongInstallation(
        'This database holds a production installation. Start with MODE=production, or give the demonstration another database.',
      );
    }
    if (config.mode === 'demo' && empty) {
      say('Filling the demonstration municipality (once).');
      const now = new Date().toISOString();
      // Only then: nobody's server carries the demonstration's people about.
      const { fillDemo } = await import('#db/demo/fill.ts');
      await fillDemo(
        client,
        { shiftWeeks: weeksFromDemoTo(now), shiftDays: weekdayFromDemoTo(now) },
        numbers,
      );
    }
  });
}

/** Numbers that no key here opens would be found out one person at a time, by those who need them. */
async function agreeOnKeys(numbers: NumberKeys, owner: pg.ClientConfig): Promise<void> {
  await asOwner(owner, 'see that the number keys fit', async (client) => {
    const { rows } = await client.query<{ participant_id: string; sealed: Buffer; sealed_with: string }>(
      'select distinct on (sealed_with) participant_id, sealed, sealed_with from person_number order by sealed_with, id desc',
    );
    for (const row of rows) {
      try {
        numbers.open(row, row.participant_id);
      } catch {
        throw new WrongInstallation(
          `Person numbers in this database are sealed with the key “${row.sealed_with}”, and the key by that name here does not open them. Start with the file of keys that belongs to it.`,
        );
      }
    }
  });
}

await main();
