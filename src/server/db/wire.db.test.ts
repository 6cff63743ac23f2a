import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { raw, sql } from './query.ts';
import { type FreshDatabase, freshDatabase } from './test-server.ts';
import { openWire, type Wire } from './wire.ts';

let database: FreshDatabase;
let client: pg.Client;
let wire: Wire;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  client = new pg.Client(database.ownerConfig);
  await client.connect();
  wire = openWire(client as unknown as pg.PoolClient);
});
afterEach(() => client.end());

const number = (n: number) => wire.send(raw(sql<{ n: number }>`select ${n}::int as n`));
const third = (by: number) => wire.send(raw(sql<{ n: number }>`select 3 / ${by}::int as n`));

test('what is sent together is one round trip, and each gets its own answer', async () => {
  const answers = await Promise.all([
    wire.command('begin'),
    number(1),
    wire.send(raw(sql`create temporary table noted (n int)`)),
    wire.send(raw(sql`insert into noted values (${7})`)),
    wire.send(raw(sql<{ n: number }>`select n from noted where n = any (${[7, 8]}::int[])`)),
    wire.send(raw(sql`select from noted where n = ${9}`)),
    number(2),
  ]);
  expect(answers).toEqual(['BEGIN', [{ n: 1 }], [], [], [{ n: 7 }], [], [{ n: 2 }]]);
  expect(wire.roundTrips()).toBe(1);
  expect(await wire.command('commit')).toBe('COMMIT');
  expect(wire.roundTrips()).toBe(2);
});

test('what is sent when an answer has come is another round trip', async () => {
  await Promise.all([number(1).then(() => number(2)), number(3)]);
  expect(wire.roundTrips()).toBe(2);
});

test('a statement that fails is told of, those before it are answered, and those after it fail with it', async () => {
  const [before, failing, after] = await Promise.allSettled([number(1), third(0), number(2)]);
  expect(before).toEqual({ status: 'fulfilled', value: [{ n: 1 }] });
  for (const one of [failing, after])
    expect(one).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
  expect(await Promise.all([number(2), third(1)])).toEqual([[{ n: 2 }], [{ n: 3 }]]);
});

test('a statement that was skipped, or that the database did not understand, is sent whole the next time', async () => {
  const wrong = () => wire.send(raw(sql`select * from nowhere where n = ${1}`));
  const [failing, skipped] = await Promise.allSettled([wrong(), number(5)]);
  expect([failing.status, skipped.status]).toEqual(['rejected', 'rejected']);
  expect(await number(5)).toEqual([{ n: 5 }]);
  await expect(wrong()).rejects.toMatchObject({ code: '42P01' });
  await client.query('create temporary table nowhere (n int)');
  expect(await wrong()).toEqual([]);
});

test('a transaction that failed is rolled back when it is asked to commit', async () => {
  const [begun, failing] = await Promise.allSettled([wire.command('begin'), third(0)]);
  expect([begun.status, failing.status]).toEqual(['fulfilled', 'rejected']);
  expect(await wire.command('commit')).toBe('ROLLBACK');
});

test('a connection that is lost fails all that is under way', async () => {
  client.on('error', () => undefined);
  const sleeping = Promise.allSettled([number(1), wire.send(raw(sql`select pg_sleep(${30})`)), number(2)]);
  const { processID } = client as unknown as { processID: number };
  const other = new pg.Client(database.ownerConfig);
  await other.connect();
  await expect
    .poll(
      async () =>
        (
          await other.query('select state from pg_stat_activity where pid = $1 and query ~ $2', [
            processID,
            'pg_sleep',
          ])
        ).rows,
    )
    .toEqual([{ state: 'active' }]);
  await other.query('select pg_terminate_backend($1)', [processID]);
  await other.end();
  expect((await sleeping).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
});
