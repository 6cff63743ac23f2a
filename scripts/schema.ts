// The result of all migrations as people review it (db/schema.sql) and as TypeScript sees it (src/server/db/schema.ts).
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import { root, runTool } from './run-tool.ts';
import { dumpSchema } from './schema-dump.ts';

const dumpFile = path.join(root, 'db/schema.sql');
const typesFile = path.join(root, 'src/server/db/schema.ts');
const CODEGEN = 'node_modules/kysely-codegen/dist/cli/bin.js';

const verify = process.argv.includes('--verify');
const dataDir = mkdtempSync(path.join(tmpdir(), 'medvandrer-schema-'));
const server = await startEmbedded(dataDir, { durable: false });
try {
  const owner = { host: server.host, port: server.port, user: server.user, database: 'postgres' };
  await migrate(owner);
  const made = new Map([
    [dumpFile, await dumpOf(owner)],
    [typesFile, await typesOf(owner)],
  ]);
  process.exitCode = verify ? stale(made) : write(made);
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function dumpOf(owner: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    return await dumpSchema(client);
  } finally {
    await client.end();
  }
}

async function typesOf(owner: pg.ClientConfig & { host: string; port: number }): Promise<string> {
  const file = path.join(dataDir, 'types.ts');
  const url = `postgres://postgres@localhost:${owner.port}/postgres?host=${encodeURIComponent(owner.host)}`;
  const ran = await runTool(CODEGEN, [
    ...['--dialect', 'postgres', '--url', url, '--include-pattern', 'app.*', '--default-schema', 'app'],
    ...[
      '--date-parser',
      'string',
      '--type-mapping',
      '{"timestamptz":"string","interval":"string"}',
      '--out-file',
      file,
    ],
  ]);
  if (ran.status !== 0) throw new Error(`kysely-codegen: ${ran.stdout}${ran.stderr}`);
  return withTypedViews(readFileSync(file, 'utf8'));
}

/** PostgreSQL cannot say that a view's column is never null; a view of what holds now has its table's own columns. */
function withTypedViews(types: string): string {
  const view = /export interface (\w+)Now \{[^}]*\}/g;
  return types.replaceAll(view, (_, table: string) => `export type ${table}Now = ${table};`);
}

function stale(made: Map<string, string>): number {
  const old = [...made].filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
  for (const [file] of old) {
    console.error(
      `${path.relative(root, file)} is not what the migrations make: run node scripts/bootstrap.mjs schema`,
    );
  }
  return old.length === 0 ? 0 : 1;
}

function write(made: Map<string, string>): number {
  for (const [file, text] of made) writeFileSync(file, text);
  console.log('Wrote db/schema.sql and src/server/db/schema.ts');
  return 0;
}
