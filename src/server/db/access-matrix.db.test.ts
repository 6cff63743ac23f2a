import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccessRole, accessRoles } from '#domain/access/roles.ts';
import { type Topic, topics } from '#domain/access/topics.ts';
import { visibility } from '#domain/access/visibility.ts';
import {
  type FactTable,
  factTablesOf,
  furnish,
  home,
  onlyByLeave,
  person,
  relations,
  SECRET,
} from './test-relations.ts';
import { type FreshDatabase, freshDatabase } from './test-server.ts';

// The visibility matrix against the database: every access role, without and with leave, reads and adds to every fact
// table by plain SQL as the application's role. Both lists are found, not written: a new table or role is tested at once.
let database: FreshDatabase;
let client: pg.Client;
let factTables: FactTable[];
const ask = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await client.query(text, values)).rows;

beforeAll(async () => {
  database = await freshDatabase('demo');
  client = new pg.Client({ ...database.ownerConfig, options: '-c search_path=app' });
  await client.connect();
  factTables = await factTablesOf(client);
  await furnish(client, factTables);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** What the matrix says, once leave has been given for these topics. */
function allowed(role: AccessRole, topic: Topic, granted: readonly Topic[], letters: RegExp): boolean {
  if (onlyByLeave.includes(role) && granted.length === 0) return false;
  return (visibility[role][topic] ?? '')
    .split(' ')
    .some((cell) => letters.test(cell) && (!cell.endsWith('?') || granted.includes(topic)));
}

async function asRole<T>(
  role: AccessRole,
  granted: readonly Topic[],
  door: string,
  work: () => Promise<T>,
): Promise<T> {
  await client.query('begin');
  try {
    // The relation itself may refer to what is not there; what is asked is what it opens.
    await client.query(`set local session_replication_role = replica`);
    await relations[role](client, granted);
    await client.query(`set local session_replication_role = origin`);
    await client.query('set local role app_user');
    await client.query('select app.begin($1)', [SECRET]);
    await client.query(`select * from app.${door}('person-page', $1)`, [[person]]);
    return await work();
  } finally {
    await client.query('rollback');
  }
}

async function mayAdd(table: string, topic: Topic, columns: string): Promise<boolean> {
  await client.query('savepoint before');
  try {
    await client.query(`reset role`);
    const [row] = await ask<{ row: string }>(
      `select to_jsonb(f)::text as row from ${table} f where participant_id = $1 and topic = $2 limit 1`,
      [person, topic],
    );
    await client.query('set local role app_user');
    await client.query(
      `insert into ${table} (${columns}) select ${columns.replaceAll(/(\w+)/g, 'n.$1')} from (select gen_random_uuid() as id) i,
        lateral jsonb_populate_record(null::${table}, $1::jsonb || jsonb_build_object('id', i.id, 'fact_id', i.id, 'worker_municipality_id', '${home}')) n`,
      [row?.row],
    );
    return true;
  } catch (error) {
    // Past the wall it may still meet a key or a check: that it got there is the answer.
    const { code } = error as { code?: string };
    if (code === '42501') return false;
    if (code?.startsWith('235')) return true;
    throw error;
  } finally {
    await client.query('rollback to savepoint before');
  }
}

/** Where codes go is not for one who came by a code to say, whatever else of the topic they add. */
const takesTwoFactors = (role: AccessRole, table: string): boolean =>
  role === 'participant-by-code' && table === 'login_phone';

describe.each(accessRoles)('%s', (role) => {
  test.each([
    ['without leave', []],
    ['with leave for everything', [...topics]],
  ] as const)('reads what the matrix says, %s', (_, granted) =>
    asRole(role, granted, 'open', async () => {
      for (const { name, topic } of factTables) {
        const seen = await ask(`select from ${name} where participant_id = $1 and topic = $2 limit 1`, [
          person,
          topic,
        ]);
        expect([name, topic, seen.length > 0]).toEqual([name, topic, allowed(role, topic, granted, /^[rw]/)]);
      }
    }),
  );

  test.each([
    ['without leave', []],
    ['with leave for everything', [...topics]],
  ] as const)('adds what the matrix says, %s', (_, granted) =>
    asRole(role, granted, 'open_change', async () => {
      for (const { name, topic, columns, byFunctionOnly } of factTables) {
        expect([name, topic, await mayAdd(name, topic, columns)]).toEqual([
          name,
          topic,
          !byFunctionOnly && !takesTwoFactors(role, name) && allowed(role, topic, granted, /^[wa]/),
        ]);
      }
    }),
  );
});

test('every topic that has a table is in the matrix, and every fact table has a topic', () => {
  expect(factTables.length).toBeGreaterThan(25);
  expect(factTables.filter(({ topic }) => !topics.includes(topic))).toEqual([]);
});
