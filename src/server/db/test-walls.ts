// The demonstration in a fresh database, with a session for each persona, for tests of the walls.
import { fillDemo } from '#db/demo/fill.ts';
import { testNumbers } from './test-keys.ts';
import { asSuperuser, type RawSession, rawly } from './test-raw-session.ts';
import { type FreshDatabase, freshDatabase } from './test-server.ts';

const PERSONAS = [
  'siren',
  'ola',
  'kari',
  'ingunn',
  'christer',
  'anne',
  'per',
  'rune',
  'tone',
  'mamma',
  'jon',
];
const secretOf = (persona: string): string => `secret of ${persona}, long enough to be nobody else's`;

export interface Walls {
  database: FreshDatabase;
  secretOf(persona: string): string;
  /** A transaction as a persona, rolled back at the end. */
  as<T>(persona: string, work: (session: RawSession) => Promise<T>): Promise<T>;
}

export async function buildWalls(): Promise<Walls> {
  const database = await freshDatabase();
  await asSuperuser(database, async (client) => {
    const { rowCount } = await client.query('select from municipality limit 1');
    if (rowCount === 0) await fillDemo(client, { shiftWeeks: 0 }, testNumbers);
    await client.query(`update installation set frozen_at = '2024-03-14T08:20+01:00'`);
    for (const persona of PERSONAS)
      await client.query('select app.start_demo_session($1, $2)', [persona, secretOf(persona)]);
  });
  return { database, secretOf, as: (persona, work) => rawly(database, secretOf(persona), work) };
}

export const open = (session: RawSession, ...ids: string[]) =>
  session.query(`select * from app.open('person-page', $1)`, [ids]);
export const openChange = (session: RawSession, id: string) =>
  session.query(`select * from app.open_change('contact.log', $1)`, [[id]]);
export const countOf = async (session: RawSession, table: string): Promise<number> =>
  (await session.query(`select from ${table}`)).length;
