import type pg from 'pg';
import { type LookUp, lookUpHash, type Scope, scopeHash } from './entry.ts';

export interface Hashed extends LookUp {
  hash: Buffer;
}

interface Row extends LookUp {
  scope: string;
}

/** The hashes of scopes already met. What many looks share is read once; forgotten when there are too many. */
export type KnownScopes = Map<string, string>;
const MOST_SCOPES = 50_000;

const UTC = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/** Look-ups numbered above `after` and up to `to`, in order, with their hashes; at most so many. */
export async function readHashed(
  client: pg.Client,
  after: string,
  to: string,
  atMost: number,
  known: KnownScopes,
): Promise<Hashed[]> {
  const { rows } = await client.query<Row>(
    `select a.number::text, to_char(a.at at time zone 'UTC', ${UTC}) as at, a.action, a.purpose, a.scope_id::text as scope
       from app.audit a where a.number > $1 and a.number <= $2 order by a.number, a.at, a.scope_id limit $3`,
    [after, to, atMost],
  );
  await learnScopes(client, rows, known);
  return rows.map(({ scope, ...lookUp }) => ({
    ...lookUp,
    hash: lookUpHash(lookUp, known.get(scope) ?? null),
  }));
}

async function learnScopes(client: pg.Client, rows: readonly Row[], known: KnownScopes): Promise<void> {
  if (known.size > MOST_SCOPES) known.clear();
  const missing = [...new Set(rows.map(({ scope }) => scope))].filter((scope) => !known.has(scope));
  if (missing.length === 0) return;
  const { rows: scopes } = await client.query<Scope & { id: string }>(
    `select s.id::text, s.login_user_id as login, s.participant_ids as people, s.read_topics as reads, s.write_topics as writes
       from app.audit_scope s where s.id = any ($1::bigint[])`,
    [missing],
  );
  for (const { id, ...scope } of scopes) known.set(id, scopeHash(scope));
}
