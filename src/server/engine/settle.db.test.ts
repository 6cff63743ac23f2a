import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../db/database.ts';
import { asSuperuser } from '../db/test-raw-session.ts';
import { buildWalls, type Walls } from '../db/test-walls.ts';
import { settle } from './settle.ts';

let walls: Walls;
let database: Database;
beforeAll(async () => {
  walls = await buildWalls();
  database = openDatabase(walls.database.loginConfig);
});
afterAll(async () => {
  await database.close();
  await walls.database.drop();
});

const everything = () =>
  asSuperuser(walls.database, async (client) => {
    const clocks = await client.query(
      'select participant_id, rule, subject_id, shows_at, opens_at, owner_role from clock order by 1, 2, 3',
    );
    const ticked = await client.query(
      'select id, step_id, act_id, version, withdrawn from step_completion order by id',
    );
    return { clocks: clocks.rows, ticked: ticked.rows };
  });

/** Settles each of those the contact persons stand beside, in a transaction of its own, and answers with them. */
async function settleAll(): Promise<string[]> {
  const settled: string[] = [];
  for (const persona of ['siren', 'ola', 'per']) {
    const people = await database.asActor(
      walls.secretOf(persona),
      { list: 'people.list' },
      async (tx) => tx.openings,
    );
    for (const { participantId } of people) {
      const door = { change: 'contact.log' as const, ids: [participantId] };
      await database.asActor(walls.secretOf(persona), door, (tx) =>
        tx.asEngine(() => settle(tx.rows, tx.openings)),
      );
      settled.push(participantId);
    }
  }
  return settled;
}

describe('what is stored', () => {
  test('is what a fresh evaluation of everyone gives', async () => {
    const stored = await everything();
    expect(stored.clocks.length).toBeGreaterThan(10);
    expect((await settleAll()).length).toBeGreaterThan(20);
    expect(await everything()).toEqual(stored);
  });

  test('is put right by settling, whatever was lost', async () => {
    const stored = await everything();
    const reached = await settleAll();
    await asSuperuser(walls.database, (client) =>
      client.query('delete from clock where participant_id = any ($1)', [reached]),
    );
    expect((await everything()).clocks.length).toBeLessThan(stored.clocks.length);
    await settleAll();
    expect((await everything()).clocks).toEqual(stored.clocks);
  });
});

test('the engine finds nothing of somebody who is not being changed, and leaves their clocks alone', async () => {
  const stored = await everything();
  const list = { list: 'people.list' as const };
  const [one, ...others] = await database.asActor(walls.secretOf('siren'), list, async (tx) => tx.openings);
  const door = { change: 'contact.log' as const, ids: [one?.participantId ?? ''] };
  await database.asActor(walls.secretOf('siren'), door, (tx) => tx.asEngine(() => settle(tx.rows, others)));
  expect(others.length).toBeGreaterThan(5);
  expect(await everything()).toEqual(stored);
});
