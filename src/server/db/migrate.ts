import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { masksOf } from '#domain/access/masks.ts';
import { accessRoles } from '#domain/access/roles.ts';
import { topicBit, topics } from '#domain/access/topics.ts';

const migrationsDir = new URL('../../../db/migrations/', import.meta.url);

/** A migration could not be applied; the message says which, in words for whoever runs the server. */
export class MigrationFailed extends Error {}

/**
 * Brings the database up to date: each `.sql` file in its own transaction, once, in order, one process at a time.
 * An edited file that has been applied is refused. Returns the names of the files applied now.
 */
export async function migrate(owner: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(727001)');
    await client.query(
      'create table if not exists public.schema_migration (name text primary key, sha256 text not null, at timestamptz not null default now())',
    );
    const applied = await applyNew(client);
    await syncVisibility(client);
    await client.query('select app.ensure_audit_partitions(now())');
    return applied;
  } finally {
    await client.end();
  }
}

async function applyNew(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from public.schema_migration',
  );
  const seen = new Map(rows.map((row) => [row.name, row.sha256]));
  const applied: string[] = [];
  const files = (await readdir(migrationsDir)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
  for (const name of files) {
    const text = await readFile(new URL(name, migrationsDir), 'utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const before = seen.get(name);
    if (before === sha256) continue;
    if (before !== undefined) throw new MigrationFailed(`${name} was edited after it was applied`);
    await applyOne(client, name, text, sha256);
    applied.push(name);
  }
  return applied;
}

async function applyOne(client: pg.Client, name: string, text: string, sha256: string): Promise<void> {
  try {
    await client.query('begin');
    // The row first: a second server that starts at the same moment stops here.
    await client.query('insert into public.schema_migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query(text);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationFailed(`${name}: ${(error as Error).message}`, { cause: error });
  }
}

/** The visibility matrix is read by people in domain/access; the database gets it as masks, whole, in one transaction. */
async function syncVisibility(client: pg.Client): Promise<void> {
  await client.query('begin');
  await client.query('lock table app.access_role in exclusive mode');
  await client.query('delete from app.topic');
  for (const topic of topics) {
    await client.query('insert into app.topic (code, bit) values ($1, $2)', [topic, topicBit(topic)]);
  }
  await client.query('delete from app.access_role');
  for (const role of accessRoles) {
    const masks = masksOf(role);
    await client.query(
      'insert into app.access_role (code, read_always, read_granted, write_always, write_granted) values ($1, $2, $3, $4, $5)',
      [role, masks.readAlways, masks.readGranted, masks.writeAlways, masks.writeGranted],
    );
  }
  await client.query('commit');
}
