import pg from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { participants } from '#db/demo/people.ts';
import { sqlState } from '../db/test-raw-session.ts';
import { sealLog } from './seal.ts';
import { logForTests } from './test-log.ts';
import { verifyLog } from './verify.ts';

const log = await logForTests();
beforeEach(() => log.begin());

const { rune, tone } = participants;
const { look, owner, tamper, seal, verdict } = log;

/** Siren looks at Rune, and has her number in the log, and is not done. */
async function slowLook(): Promise<pg.Client> {
  const slow = new pg.Client({ ...log.walls.database.loginConfig, options: '-c search_path=app' });
  await slow.connect();
  await slow.query('begin');
  await slow.query(`select set_config('role', 'app_user', true)`);
  await slow.query('select app.begin($1)', [log.walls.secretOf('siren')]);
  await slow.query(`select * from app.open('person-page', $1)`, [[rune.participantId]]);
  return slow;
}

describe('the seal', () => {
  test('is on everything logged, once, and agrees with it', async () => {
    expect(await verdict()).toMatchObject({ batches: 3, lookUps: 9, unsealed: 0, faults: [] });
    expect(await seal()).toBe(0);
    await look('siren', rune);
    expect(await verdict()).toMatchObject({ batches: 3, unsealed: 1, faults: [] });
  });

  test('is read in the order of the batches, also when there are more than nine', async () => {
    for (let n = 0; n < 9; n += 1) {
      await look('siren', rune);
      await seal();
    }
    expect(await verdict()).toMatchObject({ batches: 12, lookUps: 18, faults: [] });
  });

  test('holds when a number was drawn and never used', async () => {
    await owner(async (client) => {
      await client.query(`select nextval('audit_number') from generate_series(1, 40)`);
    });
    await look('siren', rune);
    expect(await seal()).toBe(1);
    expect(await verdict()).toMatchObject({ batches: 4, lookUps: 10, faults: [] });
  });

  test('waits for a look-up that has its number and has not been committed', async () => {
    const slow = await slowLook();
    await look('ola', rune);
    const sealing = seal();
    // Nobody who looks waits for the one who seals, nor for the slow one.
    await look('ola', tone);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await slow.query('commit');
    await slow.end();
    expect(await sealing).toBe(1);
    await seal();
    const { lookUps, faults } = await verdict();
    expect([lookUps, faults]).toEqual([12, []]);
  });

  test('leaves everything for later when somebody takes too long', async () => {
    const slow = await slowLook();
    await look('ola', rune);
    expect(await seal()).toBe(0);
    await slow.query('rollback');
    await slow.end();
    expect(await seal()).toBe(1);
    expect(await verdict()).toMatchObject({ lookUps: 10, faults: [] });
  });

  test('is put on once when two servers seal at the same time', async () => {
    for (let n = 0; n < 5; n += 1) await look('siren', rune);
    const both = await Promise.all([seal(), seal()]);
    expect(both.toSorted()).toEqual([0, 1]);
    expect(await verdict()).toMatchObject({ batches: 4, lookUps: 14, faults: [] });
  });

  test('is put on while many look, and nothing is left out', async () => {
    let looking = true;
    const sealing = (async () => {
      let batches = 0;
      while (looking) batches += await seal();
      return batches + (await seal());
    })();
    await Promise.all(
      ['siren', 'ola', 'ingunn', 'per'].map(async (persona) => {
        for (let n = 0; n < 25; n += 1) await look(persona, n % 2 ? rune : tone);
      }),
    );
    looking = false;
    expect(await sealing).toBeGreaterThan(1);
    expect(await verdict()).toMatchObject({ lookUps: 109, unsealed: 0, faults: [] });
  });

  test('is not put on more often than it is asked to', async () => {
    await look('siren', rune);
    expect(await owner((client) => sealLog(client, { minutesBetween: 5 }))).toBe(0);
    await tamper(`update audit_batch set sealed_at = sealed_at - interval '6 minutes'`);
    expect(await owner((client) => sealLog(client, { minutesBetween: 5 }))).toBe(1);
  });
});

describe('nobody with a role of the application', () => {
  const changes = ['audit', 'audit_scope', 'audit_batch'].flatMap((table) => [
    `update ${table} set ${table === 'audit_batch' ? 'look_ups = 1' : table === 'audit' ? `purpose = 'x'` : 'last_day = now()'}`,
    `delete from ${table}`,
    `truncate ${table}`,
    `alter table ${table} disable trigger all`,
    `drop table ${table}`,
    `select from ${table}`,
  ]);

  test.each(['app_user', 'app_engine', 'app_login'])('%s reads or changes the log', async (role) => {
    await owner(async (client) => {
      await client.query('begin');
      await client.query(`set local role ${role}`);
      for (const change of changes) {
        await client.query('savepoint here');
        expect(await sqlState(client.query(change)), change).toBe('42501');
        await client.query('rollback to savepoint here');
      }
    });
  });

  test('changes it with the reviewer’s role, which reads it', async () => {
    await owner(async (client) => {
      await client.query('begin');
      await client.query('set local role app_reviewer');
      expect((await client.query('select from audit')).rowCount).toBe(9);
      expect(await verifyLog(client)).toMatchObject({ batches: 3, faults: [] });
      for (const change of changes.filter((each) => !each.startsWith('select'))) {
        await client.query('savepoint here');
        expect(await sqlState(client.query(change)), change).toBe('42501');
        await client.query('rollback to savepoint here');
      }
      for (const table of ['profile', 'login_user', 'contact']) {
        await client.query('savepoint here');
        expect(await sqlState(client.query(`select from ${table}`)), table).toBe('42501');
        await client.query('rollback to savepoint here');
      }
    });
  });

  test('nor the owner by mistake', async () => {
    await owner(async (client) => {
      for (const change of changes.filter((each) => /^(delete|truncate)/.test(each)))
        expect(await sqlState(client.query(change)), change).toBe('42501');
      expect(await sqlState(client.query(`update audit set purpose = 'x'`))).toBe('42501');
      expect(await sqlState(client.query(`update audit_scope set read_topics = '{}'`))).toBe('42501');
    });
  });
});
