// A PostgreSQL of the bench's own with a made-up population, kept between runs; each run works on a copy of it.

import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { houseTables } from '#db/population/tables.ts';
import { type EmbeddedPostgres, startEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import { asOwner, ensureDatabase, loginFor } from '#server/db/owner.ts';
import { copyIn } from './copy-in.ts';
import { benchKeys } from './keys.ts';
import { generate } from './population/generate.ts';

const root = path.resolve(import.meta.dirname, '..');
const cacheDir = path.join(root, '.build/bench');

export interface Size {
  name: 'quick' | 'full' | 'tenants';
  municipalities: number;
  participants: number;
}
export const sizes: Record<Size['name'], Size> = {
  quick: { name: 'quick', municipalities: 20, participants: 100 },
  full: { name: 'full', municipalities: 20, participants: 1_000 },
  /** As many people, in ten times as many municipalities. */
  tenants: { name: 'tenants', municipalities: 200, participants: 100 },
};

export interface Scratch {
  owner: pg.ClientConfig;
  login: pg.ClientConfig;
  /** What its server seals numbers and codes with. */
  keys: string;
  participants: number;
  facts: number;
  drop(): Promise<void>;
}

/** Starts it, with the disk written to for real, and hands out a copy of the population. */
export async function openScratch(size: Size, say: (line: string) => void): Promise<Scratch> {
  const directory = directoryFor(size);
  const server = await startEmbedded(directory);
  try {
    const template = await populated(server, directory, size, say);
    const copy = `bench_${process.pid}`;
    await asOwner(template.owner, 'copy the population', (client) => client.query('checkpoint'));
    await asOwner({ ...template.owner, database: 'postgres' }, 'copy the population', async (client) => {
      await dropLeftOvers(client);
      await client.query(`create database ${copy} template population strategy file_copy`);
    });
    const owner = { ...template.owner, database: copy };
    const drop = async (): Promise<void> => {
      await asOwner({ ...owner, database: 'postgres' }, 'drop the copy', (client) =>
        client.query(`drop database if exists ${copy} with (force)`),
      );
      await server.stop();
    };
    return {
      owner,
      login: await loginFor(owner),
      keys: benchKeys(),
      participants: size.municipalities * size.participants,
      facts: template.facts,
      drop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** A directory a size and content: migrations, generator and day, since what is due is counted from today. */
function directoryFor(size: Size): string {
  const hash = createHash('sha256').update(`${size.municipalities} ${size.participants} ${today()}`);
  for (const file of [
    'db/migrations/*.sql',
    '{bench,db}/population/*.ts',
    'src/domain/{clock,pathway,access}/*.ts',
  ]
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .sort()) {
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  }
  const name = `${size.name}-${hash.digest('hex').slice(0, 16)}`;
  mkdirSync(cacheDir, { recursive: true });
  for (const old of readdirSync(cacheDir)) {
    if (old.startsWith(`${size.name}-`) && old !== name)
      rmSync(path.join(cacheDir, old), { recursive: true, force: true });
  }
  const directory = path.join(cacheDir, name);
  // One that was cut short while it was filled is begun anew.
  if (existsSync(directory) && !existsSync(path.join(directory, 'filled')))
    rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true, mode: 0o711 });
  chmodSync(directory, 0o711);
  return directory;
}

const today = (): string => new Date().toISOString().slice(0, 10);

async function populated(
  server: EmbeddedPostgres,
  directory: string,
  size: Size,
  say: (line: string) => void,
): Promise<{ owner: pg.ClientConfig; facts: number }> {
  const mark = path.join(directory, 'filled');
  const owner = { host: server.host, port: server.port, user: server.user, database: 'population' };
  if (existsSync(mark)) return { owner, facts: Number(readFileSync(mark, 'utf8')) };
  await ensureDatabase(server, 'population');
  await migrate(owner);
  const started = performance.now();
  const facts = await fill(owner, size);
  const seconds = (performance.now() - started) / 1_000;
  say(
    `Filled ${size.municipalities * size.participants} participants with ${facts} facts in ${seconds.toFixed(1)} s (kept for today).`,
  );
  writeFileSync(mark, String(facts));
  return { owner, facts };
}

const NOT_FACTS = new Set<string>([...houseTables, 'clock']);

function fill(owner: pg.ClientConfig, size: Size): Promise<number> {
  return asOwner(owner, 'fill the bench', async (client) => {
    let facts = 0;
    // References are made right by the generator and proved in the quick size; in the full one they would take most of the time.
    if (size.name !== 'quick') await client.query(`set session_replication_role = 'replica'`);
    const plan = {
      municipalities: size.municipalities,
      participants: size.participants,
      seed: 'bench',
      now: `${today()}T00:00:00Z`,
    };
    for (const batch of generate(plan)) {
      await client.query('begin');
      for (const { table, columns, text, rows } of batch) {
        await copyIn(client, `copy app.${table} (${columns.join(', ')}) from stdin`, text);
        if (!NOT_FACTS.has(table)) facts += rows;
      }
      await client.query('commit');
    }
    await client.query('vacuum (analyze)');
    return facts;
  });
}

async function dropLeftOvers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname ~ '^bench_[0-9]+$'`,
  );
  for (const { datname } of rows) {
    const maker = Number(datname.slice('bench_'.length));
    if (!existsSync(`/proc/${maker}`)) await client.query(`drop database if exists ${datname} with (force)`);
  }
}
