import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { participants } from '#db/demo/people.ts';
import { postgresIn } from './db/processes.ts';
import { askDatabase, type Program, postmasterOf, runProgram, startProgram } from './test-program.ts';

// The whole program with its own PostgreSQL, killed while contacts are being written over HTTP.
const LONG = 40_000;
const WRITERS = 6;
const dataDir = mkdtempSync(path.join(tmpdir(), 'medvandrer-crash-'));
const cluster = path.join(dataDir, 'postgres');
let server: Program;

beforeAll(async () => {
  // root hands the cluster to another user, who has to be able to pass through
  chmodSync(dataDir, 0o711);
  server = await startProgram(dataDir);
}, LONG);
afterAll(async () => {
  await server?.kill('SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const limit = Date.now() + 15_000;
  while (!(await isTrue())) {
    if (Date.now() > limit) throw new Error(`never: ${what}\n${server.said()}`);
    await pause(25);
  }
}

async function logIn(): Promise<Record<string, string>> {
  const json = { 'content-type': 'application/json' };
  const body = JSON.stringify({ persona: 'siren' });
  const started = await fetch(`${server.address}/api/demo/session`, { method: 'POST', headers: json, body });
  const cookie = started.headers.get('set-cookie')?.split(';')[0] ?? '';
  const session = (await (await fetch(`${server.address}/api/session`, { headers: { cookie } })).json()) as {
    csrf: string;
  };
  return { ...json, cookie, 'x-csrf-token': session.csrf };
}

interface Writing {
  acknowledged: string[];
  stop(): Promise<void>;
}

/** Several writers, each one contact after the other, and what each has been promised is kept. */
async function writeContacts(): Promise<Writing> {
  const headers = await logIn();
  const url = `${server.address}/api/people/${participants.tone.participantId}/contacts`;
  const acknowledged: string[] = [];
  let writing = true;
  const writer = async () => {
    while (writing) {
      const sent = await fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify({ kind: 'phone', note: 'ringte' }),
      }).catch(() => undefined);
      const answer =
        sent?.status === 201
          ? ((await sent.json().catch(() => undefined)) as { id: string } | undefined)
          : undefined;
      if (answer !== undefined) acknowledged.push(answer.id);
      else await pause(20);
    }
  };
  const writers = Array.from({ length: WRITERS }, writer);
  return {
    acknowledged,
    stop: async () => {
      writing = false;
      await Promise.all(writers);
    },
  };
}

async function expectKept(acknowledged: string[]): Promise<void> {
  const rows = await askDatabase<{ id: string }>(dataDir, 'select id from app.contact');
  const kept = new Set(rows.map((row) => row.id));
  expect(acknowledged.length).toBeGreaterThan(20);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
}

describe('the server', () => {
  test('fills the demonstration on its first start, and says where it is', async () => {
    expect(server.said()).toMatch(
      /Filling the demonstration municipality \(once\)\.\n.*ready: http:\/\/localhost:\d+/s,
    );
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  });

  test('refuses a second one on the same data directory, naming the first', async () => {
    const second = await runProgram(dataDir);
    expect(second.code).toBe(1);
    expect(second.said).toContain(`process ${server.pid}, http://localhost:`);
    expect(second.said).not.toMatch(/\n\s+at /);
  });

  test(
    'killed while contacts are written, has kept every one it acknowledged, leaves no PostgreSQL behind and starts clean',
    async () => {
      const writing = await writeContacts();
      await until('thirty contacts', () => writing.acknowledged.length > 30);
      await server.kill('SIGKILL');
      await writing.stop();
      await until('no PostgreSQL', () => postgresIn(cluster).length === 0);
      server = await startProgram(dataDir);
      await expectKept(writing.acknowledged);
      expect(server.said()).not.toContain('Filling');
    },
    LONG,
  );

  test(
    'outlives its database: killed while contacts are written, it is started again with every acknowledged one',
    async () => {
      const writing = await writeContacts();
      await until('thirty contacts', () => writing.acknowledged.length > 30);
      const before = postmasterOf(dataDir);
      process.kill(before, 'SIGKILL');
      const atTheKill = writing.acknowledged.length;
      await until('contacts again', () => writing.acknowledged.length > atTheKill + 10);
      await writing.stop();
      expect(postmasterOf(dataDir)).not.toBe(before);
      expect(server.said()).toContain('The database ended; starting it again.');
      await expectKept(writing.acknowledged);
    },
    LONG,
  );

  test('stopped, it ends its database too and gives the data directory free', async () => {
    await server.kill('SIGTERM');
    expect(postgresIn(cluster)).toEqual([]);
    expect(existsSync(path.join(dataDir, 'server.lock'))).toBe(false);
  });

  test('does not run as production without a safe way in', async () => {
    expect(
      await runProgram(dataDir, { MODE: 'production', PUBLIC_ADDRESS: 'http://medvandrer.example' }),
    ).toEqual({
      code: 1,
      said: `PUBLIC_ADDRESS is "http://medvandrer.example": the https:// address where people meet this server
LOGIN_PROVIDERS is missing: the file that says by which issuers people log in
`,
    });
  });

  test('does not run as production on a demonstration, where anyone is anyone', async () => {
    const refused = await runProgram(dataDir, productionIn(dataDir));
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('This database holds the demonstration');
    expect(postgresIn(cluster)).toEqual([]);
  });

  test('says everything that is wrong with its settings, a line each, and does not start', async () => {
    const wrong = { PORT: 'eighty', MODE: 'test', DATABASE_URL: 'mysql://x' };
    expect(await runProgram(dataDir, wrong)).toEqual({
      code: 1,
      said: `PORT is "eighty": a number from 0 to 65535 is needed
MODE is "test": demo or production
DATABASE_URL is no postgres:// address
`,
    });
  });
});

/** What production takes to start: keys for people's numbers, and a way in over TLS. Its issuer is not asked before somebody logs in. */
function productionIn(directory: string): Record<string, string> {
  writeFileSync(path.join(directory, 'secret'), 'for tests');
  const provider = {
    id: 'kommune',
    kind: 'entra',
    name: { nb: 'Kommunen', nn: 'Kommunen', en: 'The municipality' },
    issuer: 'https://login.example/tenant/v2.0',
    clientId: 'medvandrer',
    authentication: { method: 'client_secret', secretFile: 'secret', madeOn: '2026-01-01' },
    proof: { claim: 'acrs', anyOf: ['c1'] },
    for: ['workers'],
  };
  const file = path.join(directory, 'providers.json');
  writeFileSync(file, JSON.stringify({ providers: [provider] }));
  const keys = path.join(directory, 'production-keys.json');
  const key = () => [{ id: 'test', key: randomBytes(32).toString('base64') }];
  writeFileSync(keys, JSON.stringify({ seal: key(), mark: key() }), { mode: 0o600 });
  return {
    MODE: 'production',
    LOGIN_PROVIDERS: file,
    PUBLIC_ADDRESS: 'https://medvandrer.example',
    NUMBER_KEYS_FILE: keys,
  };
}

describe('in production', () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'medvandrer-production-'));
  let production: Program;
  beforeAll(async () => {
    chmodSync(empty, 0o711);
    production = await startProgram(empty, productionIn(empty));
  }, LONG);
  afterAll(() => rmSync(empty, { recursive: true, force: true }));

  test('nobody comes in without a password', async () => {
    const personas = await fetch(`${production.address}/api/demo/personas`);
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ persona: 'siren' });
    const session = await fetch(`${production.address}/api/demo/session`, { method: 'POST', headers, body });
    expect([personas.status, session.status]).toEqual([404, 404]);
  });

  test('no demonstration is filled in', async () => {
    expect(await askDatabase(empty, 'select from app.municipality')).toEqual([]);
  });

  test('another server on the same port is refused, and ends its database', async () => {
    const { port } = new URL(production.address);
    expect(await runProgram(dataDir, { PORT: port })).toEqual({
      code: 1,
      said: `Port ${port} is in use by another program. Stop it first, or choose another with PORT.\n`,
    });
    expect(postgresIn(cluster)).toEqual([]);
  });

  test('no demonstration is started on a database in use', async () => {
    const values = `(gen_random_uuid(), '9999', 'Prøvestad')`;
    await askDatabase(empty, `insert into app.municipality (id, number, name) values ${values}`);
    await production.kill('SIGTERM');
    const demo = await runProgram(empty);
    expect(demo.code).toBe(1);
    expect(demo.said).toContain('This database holds a production installation');
  });
});
