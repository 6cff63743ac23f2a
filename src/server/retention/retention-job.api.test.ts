import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../test-house.ts';
import { ONE_AT_A_TIME } from './going.ts';
import { ALL, keepingIn, YEARS_LATER } from './test-keeping.ts';

// The job behind the screen: what it does when it breaks off, fails, or is not alone.
let house: House;
const { run, act, decide, round, planned, approve, facts } = keepingIn(() => house);
beforeAll(async () => {
  house = await openHouse();
  await house.clock(YEARS_LATER);
  for (const legalClass of ['health-record', 'shared-plan', 'participant-own']) await decide(legalClass, 24);
});
afterAll(() => house.close());

/** Something that is in the way when a contact is deleted. */
const inTheWay = (what: string) =>
  house.owner(`create function app.in_the_way() returns trigger language plpgsql as $$ begin ${what}; return old; end $$;
    create trigger in_the_way before delete on app.contact for each row execute function app.in_the_way()`);
const outOfTheWay = () => house.owner('drop function app.in_the_way() cascade');

test('only one works at a time, in however many servers', async () => {
  await act('terje', 'dry-runs', ALL);
  const other = new pg.Client(house.ownerConfig);
  await other.connect();
  await other.query('select pg_advisory_lock($1)', [ONE_AT_A_TIME]);
  await round();
  expect((await run()).state).toBe('asked');
  await other.end();
  await round();
  expect((await run()).state).toBe('waiting');
});

test('what fails changes nothing, says so with a code, and is tried again after ten minutes', async () => {
  const before = await facts();
  await inTheWay(`raise exception 'Rune sa noe' using errcode = 'XX123'`);
  const plan = await run();
  // Two presses at once are one yes.
  const said = await Promise.all(['randi', 'randi'].map((persona) => approve(persona, plan)));
  expect(said.map((one) => one.said).toSorted()).toEqual(['201', '409 already-answered']);
  await expect(round(), 'told to whoever runs the server').rejects.toThrow('Rune sa noe');
  const failed = await run();
  expect(failed).toMatchObject({ state: 'approved', failed: { code: 'XX123' } });
  expect((await house.as('terje').get('/api/retention')).text).not.toContain('Rune');
  expect(await facts()).toEqual(before);
  await outOfTheWay();
  await round();
  expect((await run()).state, 'not at once').toBe('approved');
  expect(await facts()).toEqual(before);
});

test('what dies in the middle has changed nothing, and is begun anew by whoever comes next', async () => {
  const before = await facts();
  await house.clock('2031-01-01T12:11Z');
  await inTheWay('perform pg_sleep(60)');
  const broken = round().then(
    () => 'done',
    () => 'broken off',
  );
  await expect.poll(async () => (await run()).state, { timeout: 15_000 }).toBe('carrying-out');
  const { id } = await run();
  expect((await act('randi', `dry-runs/${id}/refusals`, { because: 'Stopp' })).said).toBe('409 plan-busy');
  await expect
    .poll(async () => {
      const ended = await house.owner(
        `select pg_terminate_backend(pid) from pg_stat_activity where query like 'delete from app.contact%' and pid <> pg_backend_pid() and datname = current_database()`,
      );
      return ended.length;
    })
    .toBe(1);
  expect(await broken).toBe('broken off');
  expect(await facts()).toEqual(before);
  expect((await run()).state).toBe('carrying-out');
  await outOfTheWay();
  await round();
  const done = await run();
  expect(done.state).toBe('carried-out');
  expect(done.ended?.gone?.rows).toBe(before.size - (await facts()).size);
  expect(done.ended?.gone?.rows).toBe(done.planned?.rows);
});

describe('carried out', () => {
  test('is once, and leaves counts and a fingerprint and nobody', async () => {
    const { id, ended, approved, asked } = await run();
    const after = await facts();
    await round();
    expect(await facts()).toEqual(after);
    expect([asked.by, approved?.by]).toEqual(['Terje Haugland', 'Randi Undheim']);
    expect(ended?.gone?.proof).toMatch(/^[0-9a-f]{64}$/);
    expect(await house.owner('select from retention_item')).toEqual([]);
    expect((await act('randi', `dry-runs/${id}/refusals`, { because: 'For sent' })).said).toBe(
      '409 already-answered',
    );
    await expect(house.owner('update retention_run set rows_gone = 1 where id = $1', [id])).rejects.toThrow(
      'what was decided stays',
    );
    expect((await planned()).state).toBe('nothing-due');
  });

  test('is never by a role of the application', async () => {
    const rights = await house.owner(
      `select c.relname from pg_class c, aclexplode(c.relacl) x where c.relname like 'retention%' and x.grantee in ('app_user'::regrole, 'app_engine'::regrole, 'app_login'::regrole)`,
    );
    expect(rights).toEqual([]);
  });
});
