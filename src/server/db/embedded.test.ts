import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimDataDir, openDataDir } from './data-dir.ts';
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbedded } from './embedded.ts';

const FAST: EmbeddedOptions = { durable: false };
let directory = '';
let running: EmbeddedPostgres[] = [];

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'medvandrer-embedded-'));
  // root hands the cluster to another user, who has to be able to pass through
  chmodSync(directory, 0o711);
});

afterEach(async () => {
  for (const server of running) await server.stop();
  running = [];
  rmSync(directory, { recursive: true, force: true });
});

async function start(options: EmbeddedOptions = FAST): Promise<EmbeddedPostgres> {
  const server = await startEmbedded(directory, options);
  running.push(server);
  return server;
}

async function ask<T>(server: EmbeddedPostgres, sql: string): Promise<T[]> {
  const { host, port, user } = server;
  const client = new pg.Client({ host, port, user, database: 'postgres' });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

function postmasterPid(): number {
  return Number(readFileSync(path.join(directory, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('the embedded server', () => {
  test('starts in an empty directory, without TCP, and keeps its data over a restart', async () => {
    const first = await start({});
    expect(first.owned).toBe(true);
    await ask(first, "create table kept (word text); insert into kept values ('Ålgård')");
    expect(await ask(first, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(await ask(first, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await ask(first, 'show timezone')).toEqual([{ TimeZone: 'UTC' }]);
    await first.stop();
    expect(existsSync(first.host)).toBe(false);

    const second = await start({});
    expect(await ask(second, 'select word from kept')).toEqual([{ word: 'Ålgård' }]);
  });

  test('sorts Norwegian letters where they belong', async () => {
    const server = await start();
    const sorted = `select string_agg(letter, '' order by letter collate "nb-x-icu") as letters
                    from unnest(array['Å', 'A', 'Ø', 'Æ', 'Z']) as letter`;
    expect(await ask(server, sorted)).toEqual([{ letters: 'AZÆØÅ' }]);
  });

  test('is shared, not doubled, by a second start; stopping the share leaves it running', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect([one.owned, other.owned].sort()).toEqual([false, true]);
    await (one.owned ? other : one).stop();
    expect(await ask(one, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('starts again after kill -9 of PostgreSQL, with what was acknowledged', async () => {
    const first = await start({});
    await ask(first, 'create table kept (n int); insert into kept values (1)');
    process.kill(postmasterPid(), 'SIGKILL');
    await first.ended;

    const second = await start({});
    expect(second.owned).toBe(true);
    expect(await ask(second, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  test('starts again at once after kill -9 of the process that owned it', async () => {
    const script = `
      import { startEmbedded } from ${JSON.stringify(path.resolve('src/server/db/embedded.ts'))};
      await startEmbedded(${JSON.stringify(directory)}, { durable: false });
      process.kill(process.pid, 'SIGKILL');`;
    const ran = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script]);
    expect(ran.signal).toBe('SIGKILL');
    const next = await start();
    expect(next.owned).toBe(true);
    expect(await ask(next, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('is not hindered by a postmaster.pid whose pid was used again', async () => {
    await (await start()).stop();
    writeFileSync(path.join(directory, 'postgres', 'postmaster.pid'), `${process.pid}\n`);
    expect((await start()).owned).toBe(true);
  });

  test('refuses a cluster made by another version, naming both', async () => {
    await (await start({ ...FAST, package: 'pg15' })).stop();
    await expect(start()).rejects.toThrow(/made by PostgreSQL 15, and the packaged one is 18/);
  });

  test('refuses a package that is not there, naming the way out', async () => {
    await expect(start({ package: 'pg-of-nowhere' })).rejects.toThrow(/DATABASE_URL/);
  });
});

describe('the claim on a data directory', () => {
  const me = { pid: process.pid, address: 'http://localhost:3000' };

  test('refuses a second server, naming the first; a released one is free', () => {
    const claim = claimDataDir(directory, me);
    expect(() => claimDataDir(directory, me)).toThrow(new RegExp(`process ${me.pid}, ${me.address}`));
    claim.release();
    claimDataDir(directory, me).release();
  });

  test('takes over from a dead process, and from a pid that was used again', () => {
    const dead = spawnSync('true').pid;
    const lock = path.join(directory, 'server.lock');
    for (const pid of [dead, process.pid]) {
      writeFileSync(lock, JSON.stringify({ pid, startedAt: '1', address: 'http://localhost:1' }));
      claimDataDir(directory, me).release();
      expect(existsSync(lock)).toBe(false);
    }
  });

  test('takes over a lock that is not readable as one', () => {
    writeFileSync(path.join(directory, 'server.lock'), '');
    claimDataDir(directory, me).release();
  });

  test('refuses a plain user where root made the directory', () => {
    const asRoot = process.getuid?.() === 0;
    // a plain user who runs the tests meets a directory that is root's on every Linux machine
    const closed = asRoot ? directory : '/usr';
    chmodSync(directory, 0o755);
    const script = `
      import { openDataDir } from ${JSON.stringify(path.resolve('src/server/db/data-dir.ts'))};
      try { openDataDir('${closed}'); } catch (error) { console.log(error.name + ': ' + error.message); }`;
    const plain = asRoot ? ['setpriv', '--reuid=12345', '--regid=12345', '--clear-groups'] : ['env'];
    const [command = '', ...rest] = [
      ...plain,
      process.execPath,
      '--input-type=module-typescript',
      '-e',
      script,
    ];
    const ran = spawnSync(command, rest, { encoding: 'utf8' });
    expect(ran.stdout).toMatch(
      /^EmbeddedRefusal: The data directory .* belongs to root, and this is .*uid \d+/,
    );
  });

  test('makes a missing directory and all above it', () => {
    const deep = path.join(directory, 'a', 'b');
    expect(openDataDir(deep)).toBe(deep);
  });
});
