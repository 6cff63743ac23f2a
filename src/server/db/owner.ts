import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { CompiledQuery } from './query.ts';

/**
 * As the owner, past every policy: for migrations, filling a demonstration and housekeeping. Who may call it is a
 * list in the import rules; each call says why.
 */
export async function asOwner<T>(
  owner: pg.ClientConfig,
  _reason: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...owner, options: '-c search_path=app' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The owner's connection from an address, or to the embedded server's own database, made when it is missing. */
export const ownerFromUrl = (url: string): pg.ClientConfig => ({ connectionString: url });

export async function ensureDatabase(
  server: { host: string; port: number; user: string },
  name: string,
): Promise<pg.ClientConfig> {
  const owner = { ...server, database: name };
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return owner;
}

/**
 * The login role without grants. Its password follows from the owner's address, so that every server process with
 * the same address agrees on it and nobody has to hand out a second secret.
 */
export async function loginFor(owner: pg.ClientConfig): Promise<pg.ClientConfig> {
  const secret = `${owner.connectionString ?? ''}${String(owner.password ?? '')}`;
  const password = createHmac('sha256', secret).update('app_login').digest('base64url');
  await asOwner(owner, 'set the login role’s password', (client) =>
    client.query(`alter role app_login password ${pg.escapeLiteral(password)}`),
  );
  if (owner.connectionString === undefined) return { ...owner, user: 'app_login', password };
  // The rest of the address stays as it is: TLS, and whatever else was asked for.
  const address = new URL(owner.connectionString);
  address.username = 'app_login';
  address.password = password;
  return { connectionString: address.href };
}

// As the server reads them: instants and days as text, flags as flags, whole numbers as numbers.
const types = {
  getTypeParser: (oid: number) => (text: string) => {
    if (oid === 1184) return new Date(text).toISOString();
    if (oid === 16) return text === 't';
    return oid === 23 ? Number(text) : text;
  },
};

/** The application's own statements on the owner's connection, one after the other. */
export function rowsOf(owner: pg.Client) {
  let before: Promise<unknown> = Promise.resolve();
  return <R>(query: CompiledQuery<R>): Promise<R[]> => {
    const result = before.then(async () => {
      const { rows } = await owner.query({ text: query.sql, values: [...query.parameters], types });
      return rows as R[];
    });
    before = result.catch(() => undefined);
    return result;
  };
}
