import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#server/db/test-server.ts';
import { addressOf, medvandrer } from './test-medvandrer.ts';

describe('on a database of one’s own', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());
  const own = () => ({ DATABASE_URL: addressOf(fresh.ownerConfig) });

  test('migrating what is up to date does nothing, and says so', async () => {
    expect(await medvandrer(own(), 'migrate')).toEqual({
      code: 0,
      out: 'The database is up to date.\n',
      err: '',
    });
    expect(await medvandrer(own(), 'migrate', '--json')).toEqual({
      code: 0,
      out: '{"applied":[]}\n',
      err: '',
    });
  });

  test('the demonstration is filled once; into a database in use it is refused with the reason', async () => {
    const filled = await medvandrer(own(), 'demo', '--json');
    expect([filled.code, filled.err]).toEqual([0, '']);
    expect(JSON.parse(filled.out)).toEqual({ participants: expect.any(Number) });
    const again = await medvandrer(own(), 'demo');
    expect(again).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^The database is in use already: .*\n$/),
    });
  });

  test.each([
    [{ DATABASE_URL: 'postgres://nobody@localhost:1/none' }, 'The database does not let us in: '],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL is no postgres:// address'],
  ])('one that cannot be reached is said in one line: %o', async (settings, words) => {
    const ran = await medvandrer(settings, 'migrate');
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err.trim().split('\n')).toEqual([expect.stringContaining(words)]);
  });
});

describe('a replay and its report', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());
  const own = () => ({ DATABASE_URL: addressOf(fresh.ownerConfig) });
  const report = (...words: string[]) => medvandrer(own(), 'report', '--service', 'ny start', ...words);

  test('are the published figures, counted from the facts of made-up people', async () => {
    const filled = await medvandrer(own(), 'replay', 'ny-start');
    expect([filled.code, filled.err]).toEqual([0, '']);
    expect(filled.out).toContain('published 44 · counted here 44 · agrees');
    expect(filled.out).not.toContain('DOES NOT AGREE');
    const before = await report('--date', '2018-12-31');
    expect([before.code, before.err]).toEqual([0, '']);
    expect(before.out).toContain('people mapped, in the period: 44 (31 men, 13 women)');
    const summer = await report('--date', '2019-08-16', '--from', '2019-06-01', '--json');
    const lines: { figure: string; span: string; value: number }[] = JSON.parse(summer.out).lines;
    const value = (figure: string, span: string) =>
      lines.find((line) => line.figure === figure && line.span === span)?.value;
    expect([value('in-service', 'date'), value('to-work', 'total'), value('to-inpatient', 'total')]).toEqual([
      12, 4, 2,
    ]);
    expect(Math.round(value('day-groups', 'period') ?? 0)).toBe(8);
  });

  test('name nobody', async () => {
    const { out } = await report('--date', '2019-08-16', '--json');
    const client = new pg.Client({ ...fresh.ownerConfig, options: '-c search_path=app' });
    await client.connect();
    const { rows } = await client.query('select given_name, family_name, participant_id from profile');
    await client.end();
    expect(rows.length).toBeGreaterThan(70);
    for (const row of rows) for (const part of Object.values(row)) expect(out).not.toContain(part);
  });

  test.each([
    [
      ['--service', 'Ny start 2', '--date', '2019-08-16'],
      'There is no service “Ny start 2” here. There are: Ny Start (',
    ],
    [['--service', 'Ny Start', '--date', '2019-08-17'], '2019-08-17 has not been yet: today is 2019-08-16.'],
  ])('that cannot be made says why: %j', async (words, reason) => {
    const ran = await medvandrer(own(), 'report', ...words);
    expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringContaining(reason) });
  });

  test('a replay goes into an empty database only', async () => {
    expect(await medvandrer(own(), 'replay', 'ny-start')).toMatchObject({
      code: 1,
      err: expect.stringContaining('in use already'),
    });
  });
});
