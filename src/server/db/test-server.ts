// One throw-away PostgreSQL for a whole test run: migrated once into a template, cloned for each test file.
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { fillDemo } from '#db/demo/fill.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { processFacts } from './processes.ts';
import { testNumbers } from './test-keys.ts';

interface Server {
  host: string;
  port: number;
  user: string;
  password?: string;
  loginPassword: string;
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: Server;
  }
}

export interface FreshDatabase {
  /** The superuser of the server: may do everything, and is not held by any policy. */
  ownerConfig: pg.ClientConfig;
  /** What the application itself logs in as. */
  loginConfig: pg.ClientConfig;
  drop(): Promise<void>;
}

/** Thursday morning in week 11, the moment the demonstration's dates are written for. */
const DEMO_CLOCK = '2024-03-14T08:20+01:00';
const TEMP_PREFIX = 'medvandrer-test-';

/** Vitest calls this once, before the first database test, in its own process. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { connection, stop } = await openServer();
  const server: Server = {
    ...connection,
    loginPassword: randomBytes(18).toString('base64url'),
    template: `medvandrer_template_${process.pid}`,
  };
  try {
    await withClient(ownerOf(server, 'postgres'), (client) =>
      client.query(`create database ${server.template}`),
    );
    await prepareTemplate(server);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('testServer', server);
  return async () => {
    await dropDatabase(server, server.template);
    await dropDatabase(server, filledTemplate(server));
    await stop();
  };
}

/** Everything that each test's database starts with belongs here. */
async function prepareTemplate(server: Server): Promise<void> {
  const owner = ownerOf(server, server.template);
  await migrate(owner);
  await withClient(owner, (client) =>
    client.query(`alter role app_login password '${server.loginPassword}'`),
  );
}

/** A database of its own for one test file, as the migrations leave it, or with the demonstration and its clock stopped. */
export async function freshDatabase(content: 'migrated' | 'demo' = 'migrated'): Promise<FreshDatabase> {
  const server = inject('testServer');
  const name = `medvandrer_test_${randomUUID().replaceAll('-', '')}`;
  await withClient(ownerOf(server, 'postgres'), async (client) => {
    if (content === 'demo') await ensureFilledTemplate(server, client);
    const template = content === 'demo' ? filledTemplate(server) : server.template;
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  });
  const ownerConfig = ownerOf(server, name);
  return {
    ownerConfig,
    loginConfig: { ...ownerConfig, user: 'app_login', password: server.loginPassword },
    drop: () => dropDatabase(server, name),
  };
}

const filledTemplate = (server: Server): string => `${server.template}_demo`;

/** Filled once a run, by the first file that asks; the others wait for it. */
async function ensureFilledTemplate(server: Server, client: pg.Client): Promise<void> {
  const name = filledTemplate(server);
  await client.query('select pg_advisory_lock(727002)');
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount !== 0) return;
    await client.query(`create database ${name} template ${server.template} strategy file_copy`);
    await withClient(ownerOf(server, name), async (owner) => {
      await fillDemo(owner, { shiftWeeks: 0 }, testNumbers);
      await owner.query('update app.installation set frozen_at = $1', [DEMO_CLOCK]);
    });
  } catch (error) {
    await client.query(`drop database if exists ${name}`);
    throw error;
  } finally {
    await client.query('select pg_advisory_unlock(727002)');
  }
}

async function openServer(): Promise<{
  connection: Pick<Server, 'host' | 'port' | 'user' | 'password'>;
  stop(): Promise<void>;
}> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return { connection: connectionFrom(url), stop: async () => {} };
  const directory = temporaryDirectory();
  const packageName = process.env['TEST_POSTGRES'] === '15' ? { package: 'pg15' } : {};
  const server = await startEmbedded(directory, { durable: false, ...packageName });
  return {
    connection: { host: server.host, port: server.port, user: server.user },
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function connectionFrom(url: string): Pick<Server, 'host' | 'port' | 'user' | 'password'> {
  const client = new pg.Client({ connectionString: url });
  const password = typeof client.password === 'string' ? { password: client.password } : {};
  return { host: client.host, port: client.port, user: client.user ?? 'postgres', ...password };
}

/** Carries its maker's pid, so that the next run can clear away what a killed one left. */
function temporaryDirectory(): string {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(TEMP_PREFIX))) {
    const maker = Number(name.slice(TEMP_PREFIX.length));
    if (!processFacts(maker)) rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
  const directory = path.join(tmpdir(), `${TEMP_PREFIX}${process.pid}`);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory);
  chmodSync(directory, 0o711);
  return directory;
}

function ownerOf(server: Server, database: string): pg.ClientConfig {
  const { host, port, user, password } = server;
  return { host, port, user, database, ...(password === undefined ? {} : { password }) };
}

async function dropDatabase(server: Server, name: string): Promise<void> {
  await withClient(ownerOf(server, 'postgres'), async (client) => {
    // A pool says that it has ended a little before its connections have; one that is cut then is an error of nobody's.
    for (let wait = 0; wait < 40; wait++) {
      const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name]);
      if (rowCount === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await client.query(`drop database if exists ${name} with (force)`);
  });
}

async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
