import pg from 'pg';
import type { Topic } from '#domain/access/topics.ts';
import { factTablesOf, furnishOne } from './test-relations.ts';
import { freshDatabase } from './test-server.ts';
import { build, settleIn, type World } from './test-world.ts';
import { homeOf, type Looker, PEOPLE, personId, secretOf } from './test-world-people.ts';

const MOMENT = '2024-03-14T07:20:00.000Z';

/** The people of the random worlds. */
export const all: readonly string[] = Array.from({ length: PEOPLE }, (_, one) => personId(one));

/** A database in which one random world after the other is built, looked at with plain SQL, and taken away. */
export interface ManyWorlds {
  client: pg.Client;
  /** The topics that a row of a table can have. */
  tableTopics: ReadonlySet<string>;
  inWorld(world: World, work: () => Promise<void>): Promise<void>;
  /** As the application's role, logged in as somebody. */
  lookAs(looker: Looker, work: () => Promise<void>): Promise<void>;
  /** Of which topics there is something to read now, of each of the people; everything there is, or what is asked for. */
  seen(what?: string): Promise<Map<string, Topic[]>>;
  close(): Promise<void>;
}

export async function openManyWorlds(): Promise<ManyWorlds> {
  const database = await freshDatabase('demo');
  const client = new pg.Client({ ...database.ownerConfig, options: '-c search_path=app' });
  await client.connect();
  await client.query('update installation set frozen_at = $1', [MOMENT]);
  const tables = await factTablesOf(client);
  await client.query('set session_replication_role = replica');
  await settleIn(client);
  for (let person = 0; person < PEOPLE; person++)
    await furnishOne(client, tables, { home: homeOf(person), person: personId(person) });
  const everything = `select distinct participant_id, topic from (${[
    ...new Set(tables.map(({ name }) => name)),
  ]
    .map((name) => `select participant_id, topic from ${name}`)
    .join(' union all ')}) f where participant_id = any ($1)
   union select participant_id, 'contact-details' from contact_details where participant_id = any ($1)`;
  return {
    client,
    tableTopics: new Set([...tables.map(({ topic }) => topic), 'contact-details']),
    inWorld: async (world, work) => {
      await client.query('begin');
      try {
        await build(client, world, MOMENT);
        await work();
      } finally {
        await client.query('rollback');
      }
    },
    lookAs: async (looker, work) => {
      await client.query('savepoint looking');
      await client.query('set local role app_user');
      await client.query('select app.begin($1)', [secretOf(looker)]);
      await work();
      await client.query('rollback to savepoint looking');
    },
    seen: async (what = everything) => {
      const { rows } = await client.query<{ participant_id: string; topic: Topic }>(what, [all]);
      const byPerson = Map.groupBy(rows, (row) => row.participant_id);
      return new Map(all.map((one) => [one, (byPerson.get(one) ?? []).map(({ topic }) => topic).sort()]));
    },
    close: async () => {
      await client.end();
      await database.drop();
    },
  };
}
