// For tests of the walls: plain SQL as the application's own roles, past every function of ours in TypeScript.
import pg from 'pg';
import type { FreshDatabase } from './test-server.ts';

export interface RawSession {
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** One transaction as app_user, as whoever holds the secret (nobody without one); always rolled back. */
export async function rawly<T>(
  database: FreshDatabase,
  secret: string | undefined,
  work: (session: RawSession) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...database.loginConfig, options: '-c search_path=app' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('role', 'app_user', true)`);
    if (secret !== undefined) await client.query('select app.begin($1)', [secret]);
    return await work({ query: async (text, values) => (await client.query(text, values)).rows as never });
  } finally {
    await client.query('rollback').catch(() => undefined);
    await client.end();
  }
}

/** What the database said no with. */
export async function sqlState(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'no error';
}

export async function asSuperuser<T>(
  database: FreshDatabase,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...database.ownerConfig, options: '-c search_path=app' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
