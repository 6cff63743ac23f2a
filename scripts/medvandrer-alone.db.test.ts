// What the command does without a database that it is given: the same whichever PostgreSQL the others are tested on.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresIn } from '#server/db/processes.ts';
import { startProgram } from '#server/test-program.ts';
import { medvandrer } from './test-medvandrer.ts';

describe('what is not understood', () => {
  test.each([
    [[]],
    [['constructor']],
    [['migrate', 'now']],
    [['--force']],
    [['replay']],
    [['replay', 'somewhere']],
    [['migrate', '--date', '2024-03-14']],
  ])('%j is answered with the usage and 2', async (words) => {
    const ran = await medvandrer({}, ...words);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('Usage: npm run medvandrer -- <command>');
  });

  test.each([
    [['report'], '--service and --date'],
    [['report', '--service', 'Ny Start', '--date', '2023-02-29'], '--date is no day'],
    [['report', '--service', 'Ny Start', '--date', '2024-01-31', '--from', '2024-02-01'], '--from is after'],
  ])('%j says what is wrong with it', async (words, reason) => {
    const ran = await medvandrer({ DATABASE_URL: 'postgres://nobody@localhost:1/none' }, ...words);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(reason);
  });

  test('is asked for with --help, which ends with 0', async () => {
    const ran = await medvandrer({}, '--help');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/migrate .*\n.*demo /);
  });
});

describe('on the embedded database', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'medvandrer-command-'));
  const here = { DATA_DIR: dataDir };
  const cluster = path.join(dataDir, 'postgres');
  beforeAll(() => chmodSync(dataDir, 0o711));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  test('it starts one, brings it up to date and leaves no process behind', async () => {
    const ran = await medvandrer(here, 'migrate');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^Applied 0001_roles\.sql, 0002_/);
    expect(postgresIn(cluster)).toEqual([]);
  });

  test('it works beside a server that is running, and leaves it running', async () => {
    const server = await startProgram(dataDir);
    const migrated = await medvandrer(here, 'migrate', '--json');
    const filled = await medvandrer(here, 'demo');
    const healthy = await fetch(`${server.address}/healthz`);
    await server.kill('SIGTERM');
    expect(migrated).toEqual({ code: 0, out: '{"applied":[]}\n', err: '' });
    expect(filled).toMatchObject({ code: 1, err: expect.stringContaining('in use already') });
    expect(healthy.status).toBe(200);
  });
});
