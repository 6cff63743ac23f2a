import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '#server/db/owner.ts';
import { type FreshDatabase, freshDatabase } from '#server/db/test-server.ts';
import { settle } from '#server/engine/settle.ts';
import { copyIn } from '../copy-in.ts';
import { generate } from './generate.ts';

const plan = { municipalities: 2, participants: 60, seed: 'test', now: '2024-03-14T07:20:00Z' };

let database: FreshDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ ...database.ownerConfig, options: '-c search_path=app' });
  await client.connect();
  await client.query('begin');
  await client.query('set local role app_owner');
  await client.query('update installation set frozen_at = $1', [plan.now]);
  for (const batch of generate(plan)) {
    for (const { table, columns, text } of batch)
      await copyIn(client, `copy app.${table} (${columns.join(', ')}) from stdin`, text);
  }
  await client.query('commit');
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('the same plan gives the same people, another seed gives others', () => {
  const print = (seed: string) =>
    JSON.stringify([...generate({ ...plan, municipalities: 1, participants: 8, seed })]);
  expect(print('test')).toBe(print('test'));
  expect(print('other')).not.toBe(print('test'));
});

test('every row fits its table, and what was ticked and set without a database is what the engine sets', async () => {
  const everything = async () => {
    const clocks = await client.query(
      'select participant_id, rule, subject_id, shows_at, opens_at, owner_role, topic from clock order by 1, 2, 3',
    );
    const ticked = await client.query(
      'select participant_id, step_id, act_kind, act_id from step_completion where not withdrawn order by 1, 2',
    );
    return { clocks: clocks.rows, ticked: ticked.rows };
  };
  const written = await everything();
  expect(written.clocks.length).toBeGreaterThan(100);
  expect(written.ticked.length).toBeGreaterThan(50);
  const people = await client.query<{ municipalityId: string; participantId: string }>(
    'select municipality_id as "municipalityId", id as "participantId" from participant',
  );
  const [login] = (await client.query<{ id: string }>('select id from login_user limit 1')).rows;
  await client.query('begin');
  await client.query('delete from clock');
  await settle(rowsOf(client), people.rows, { loginUserId: login?.id ?? '', at: plan.now });
  expect(await everything()).toEqual(written);
  await client.query('rollback');
});

test('nothing has happened that is still to come', async () => {
  for (const table of [
    'contact',
    'attendance',
    'statement_rating',
    'enrolment_state',
    'meeting',
    'wish_view',
  ]) {
    const { rowCount } = await client.query(`select from ${table} where happened_at > $1`, [plan.now]);
    expect(rowCount, table).toBe(0);
  }
});
