import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Topic } from '#domain/access/topics.ts';
import { type FactTable, factTablesOf, furnishOne } from './test-relations.ts';
import { type FreshDatabase, freshDatabase } from './test-server.ts';
import { build, settleIn, type World } from './test-world.ts';
import { opens } from './test-world-opens.ts';
import { homeOf, lookers, PEOPLE, personId, secretOf } from './test-world-people.ts';
import { person, worlds } from './test-worlds.ts';

// Random policies, relations, leave, blocks, mandates, emergencies and dates; plain SQL as the application's role over every fact table;
// and what ought to be seen, worked out anew. Neither more nor less may come out.
const MOMENT = '2024-03-14T07:20:00.000Z';
let database: FreshDatabase;
let client: pg.Client;
let tables: FactTable[];
/** What the timeline can tell of the people of this test, of each topic. */
let onTimeline: ReadonlySet<string>;

beforeAll(async () => {
  database = await freshDatabase('demo');
  client = new pg.Client({ ...database.ownerConfig, options: '-c search_path=app' });
  await client.connect();
  await client.query('update installation set frozen_at = $1', [MOMENT]);
  tables = await factTablesOf(client);
  await client.query('set session_replication_role = replica');
  await settleIn(client);
  for (let person = 0; person < PEOPLE; person++)
    await furnishOne(client, tables, { home: homeOf(person), person: personId(person) });
  const { rows } = await client.query<{ topic: Topic }>(
    'select distinct topic from all_that_happened where participant_id = any ($1)',
    [all],
  );
  onTimeline = new Set(rows.map(({ topic }) => topic));
  // Copied blocks and relations name people of the demonstration, who are nobody here.
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Everything that can be read now of the people of this test, in one statement: whose, and of which topic. */
const everything = () =>
  `select distinct participant_id, topic from (${[...new Set(tables.map(({ name }) => name))]
    .map((name) => `select participant_id, topic from ${name}`)
    .join(' union all ')}) f where participant_id = any ($1)
   union select participant_id, 'contact-details' from contact_details where participant_id = any ($1)`;
/** The same of the timeline, which has a wall of its own. */
const happened = 'select distinct participant_id, topic from timeline where participant_id = any ($1)';
const all = Array.from({ length: PEOPLE }, (_, one) => personId(one));
const tableTopics = () => new Set<string>([...tables.map(({ topic }) => topic), 'contact-details']);

async function seen(ids: readonly string[], what = everything()): Promise<Map<string, Topic[]>> {
  const { rows } = await client.query<{ participant_id: string; topic: Topic }>(what, [ids]);
  const byPerson = Map.groupBy(rows, (row) => row.participant_id);
  return new Map(all.map((one) => [one, (byPerson.get(one) ?? []).map(({ topic }) => topic).sort()]));
}

async function inWorld(world: World, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await build(client, world, MOMENT);
    await work();
  } finally {
    await client.query('rollback');
  }
}

async function lookAs(looker: (typeof lookers)[number], work: () => Promise<void>): Promise<void> {
  await client.query('savepoint looking');
  await client.query('set local role app_user');
  await client.query('select app.begin($1)', [secretOf(looker)]);
  await work();
  await client.query('rollback to savepoint looking');
}

const kept = (some: readonly Topic[]) => some.filter((topic) => tableTopics().has(topic)).toSorted();

describe('plain SQL as the application’s role, in any world', () => {
  test('reads exactly what the relations open: nothing leaks, and nothing is missing', {
    timeout: 120_000,
  }, async () => {
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        await inWorld(world, async () => {
          for (const looker of lookers)
            await lookAs(looker, async () => {
              await client.query('select * from app.open($1, $2)', ['person-page', all]);
              const got = await seen(all);
              const told = await seen(all, happened);
              for (let one = 0; one < PEOPLE; one++) {
                const expected = kept(opens(world, looker, one));
                opened += expected.length;
                expect([looker, one, got.get(personId(one))]).toEqual([looker, one, expected]);
                expect([looker, one, told.get(personId(one))]).toEqual([
                  looker,
                  one,
                  expected.filter((topic) => onTimeline.has(topic)),
                ]);
              }
            });
        });
      }),
      { numRuns: 60 },
    );
    // The worlds are not empty: a test that opens nothing proves nothing.
    expect(opened).toBeGreaterThan(500);
    expect(onTimeline.size).toBeGreaterThan(10);
  });

  test('reads nothing before a door is opened, and only whom it was opened to', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(worlds, person, async (world, one) => {
        await inWorld(world, async () => {
          for (const looker of lookers)
            await lookAs(looker, async () => {
              const before = await seen(all);
              expect([...before.values()].flat()).toEqual([]);
              await client.query('select * from app.open($1, $2)', ['person-page', [personId(one)]]);
              for (const [whose, got] of await seen(all))
                if (whose !== personId(one)) expect(got).toEqual([]);
            });
        });
      }),
      { numRuns: 15 },
    );
  });
});
