// A house with the demonstration in it, for tests of the API: a database of its own, the clock stopped, doors for everyone.
import type { InjectOptions } from 'fastify';
import pg from 'pg';
import { participants, services, type WorkerName, workers } from '#db/demo/people.ts';
import { sessionIdAt } from '#db/demo/sessions.ts';
import { buildApp, type Parts } from './app.ts';
import { openDatabase } from './db/database.ts';
import { testNumbers } from './db/test-keys.ts';
import { freshDatabase } from './db/test-server.ts';
import { csrfOf } from './http/session-cookie.ts';
import type { App } from './http/shell.ts';
import { openRelyingParty } from './login/relying-party.ts';

export type Body = Record<string, unknown>;

export interface Answer<T = Body> {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  body: T;
  /** What a change answered with. */
  id: string;
  /** Status and, of a refusal, its code: «409 already-done». */
  said: string;
}

/** Somebody with a browser. */
export interface Visitor {
  get<T = Body>(url: string, headers?: Record<string, string>): Promise<Answer<T>>;
  post<T = Body>(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  delete(url: string): Promise<Answer>;
  /** Cookie and forgery token, for requests written by hand. */
  headers(): Promise<Record<string, string>>;
}

export interface House {
  app: App;
  as(persona: string): Visitor;
  nobody: Visitor;
  /** Whoever holds a session that was made by hand: both halves of its cookie are this secret. */
  holding(secret: string): Visitor;
  /** For what is done as the owner, past every policy. */
  ownerConfig: pg.ClientConfig;
  /** The owner's own connection, one and the same. */
  connection: Pick<pg.Pool, 'query'>;
  /** Moves the one clock. Sessions of before have run out by then, so everyone logs in anew. */
  clock(at: string): Promise<void>;
  owner<Row extends object = Body>(statement: string, values?: unknown[]): Promise<Row[]>;
  /** How many rows each fact table has, and how many participants there are. */
  counts(): Promise<Body>;
  log(): string;
  close(): Promise<void>;
}

export const nyStart = { municipalityId: services.nyStart.municipalityId, id: services.nyStart.id };
export const workerRef = (name: WorkerName) => ({
  municipalityId: workers[name].municipalityId,
  id: workers[name].id,
});
/** The samling that starts at a Norwegian time, such as 2024-03-14T09:30. */
export const samlingAt = (start: string) => ({
  municipalityId: nyStart.municipalityId,
  id: sessionIdAt(start),
});
/** The address of somebody of the demonstration, or of a part of theirs. */
export const pageOf = (who: keyof typeof participants, part = ''): string =>
  `/api/people/${participants[who].participantId}${part === '' ? '' : `/${part}`}`;

const NOT_LIMITED = 1_000_000;

interface HouseParts extends Partial<Parts> {
  /** Another way to the database than straight. */
  through?: (login: pg.ClientConfig) => pg.ClientConfig;
}

/** @param parts what the app is to be given instead of the usual */
export async function openHouse({ through, ...parts }: HouseParts = {}): Promise<House> {
  const fresh = await freshDatabase('demo');
  const client = new pg.Pool({ ...fresh.ownerConfig, max: 1, options: '-c search_path=app' });
  const owner = async (statement: string, values: unknown[] = []) =>
    (await client.query(statement, values)).rows;
  const database = openDatabase(through?.(fresh.loginConfig) ?? fresh.loginConfig);
  let log = '';
  const logStream = {
    write: (line: string) => {
      log += line;
    },
  };
  const app = await buildApp({
    database,
    mode: 'demo',
    numbers: testNumbers,
    rateLimit: NOT_LIMITED,
    letterLimit: NOT_LIMITED,
    loginLimit: NOT_LIMITED,
    relyingParty: openRelyingParty([], 'http://localhost'),
    trustedProxies: [],
    logLevel: 'info',
    logStream,
    ...parts,
  });
  const visitors = new Map<string, Visitor>();
  return {
    app,
    as: (persona) => {
      const visitor = visitors.get(persona) ?? visitorOf(app, loginOnce(app, persona));
      visitors.set(persona, visitor);
      return visitor;
    },
    nobody: visitorOf(app, async () => ({})),
    holding: (secret) =>
      visitorOf(app, async () => ({ cookie: sessionCookieOf(secret), 'x-csrf-token': csrfOf(secret) })),
    ownerConfig: fresh.ownerConfig,
    connection: client,
    clock: async (at) => {
      await owner('update installation set frozen_at = $1', [at]);
      visitors.clear();
    },
    owner,
    counts: () => countsOf(owner),
    log: () => log,
    close: async () => {
      await app.close();
      await database.close();
      await client.end();
      await fresh.drop();
    },
  };
}

async function countsOf(owner: House['owner']): Promise<Body> {
  const tables = await owner<{ name: string }>(
    `select attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and attname = 'participant_id'`,
  );
  const counted = ['participant', ...tables.map(({ name }) => name)].sort();
  const [row] = await owner(
    `select ${counted.map((name) => `(select count(*)::int from ${name}) as ${name}`).join(', ')}`,
  );
  return row ?? {};
}

const sessionCookieOf = (secret: string): string => `__Host-medvandrer=${secret}.${secret}`;

/** Logs in at the first request, and is the same session for the ones after. */
function loginOnce(app: App, persona: string): Visitor['headers'] {
  let headers: Promise<Record<string, string>> | undefined;
  return () => {
    headers ??= logIn(app, persona);
    return headers;
  };
}

async function logIn(app: App, persona: string): Promise<Record<string, string>> {
  const started = await app.inject({ method: 'POST', url: '/api/demo/session', payload: { persona } });
  if (started.statusCode !== 204) throw new Error(`${persona} cannot log in: ${started.body}`);
  const cookie = String(started.headers['set-cookie']).split(';')[0] ?? '';
  const session = await app.inject({ url: '/api/session', headers: { cookie } });
  return { cookie, 'x-csrf-token': session.json().csrf };
}

function visitorOf(app: App, headersOf: Visitor['headers']): Visitor {
  const send = async <T>(request: InjectOptions) => {
    const response = await app.inject({
      ...request,
      headers: { ...(await headersOf()), ...request.headers },
    });
    const isJson = String(response.headers['content-type']).includes('json');
    const body = isJson && response.body !== '' ? JSON.parse(response.body) : {};
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      body: body as T,
      id: body.id,
      said: body.code === undefined ? String(response.statusCode) : `${response.statusCode} ${body.code}`,
    };
  };
  return {
    get: (url, headers = {}) => send({ url, headers }),
    post: (url, body, headers = {}) => send({ method: 'POST', url, payload: body as object, headers }),
    delete: (url) => send({ method: 'DELETE', url }),
    headers: headersOf,
  };
}
