// A demonstration whose log of look-ups is known: three sealed batches of three, for tests of the seal.
import type pg from 'pg';
import { afterAll } from 'vitest';
import { participants } from '#db/demo/people.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { asSuperuser } from '../db/test-raw-session.ts';
import { buildWalls, type Walls } from '../db/test-walls.ts';
import { BEGINNING, headOf, marksOf } from './entry.ts';
import { readHashed } from './read-log.ts';
import { sealLog } from './seal.ts';
import { rootOf } from './tree.ts';
import { batchAt, type Verdict, verifyLog } from './verify.ts';

const { rune, tone, amir } = participants;

export interface Log {
  walls: Walls;
  look(persona: string, ...who: { participantId: string }[]): Promise<unknown>;
  seal(): Promise<number>;
  verdict(): Promise<Verdict>;
  owner<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** As somebody who has taken the whole database: past every trigger and policy. */
  tamper(...statements: string[]): Promise<void>;
  /** The number of a look-up, from 0. */
  nth(place: number): Promise<string>;
  /** Seals batches again over what stands in the log now, as somebody who knows how it is done. */
  writeAnew(from: number, to: number): Promise<void>;
  /** Three batches of a few look-ups each, one of them refused and one of several people. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

/** One for the tests of a file, closed after them. */
export async function logForTests(): Promise<Log> {
  const log = await openLog();
  afterAll(() => log.close());
  return log;
}

async function openLog(): Promise<Log> {
  const walls = await buildWalls();
  const database: Database = openDatabase(walls.database.loginConfig);
  const owner: Log['owner'] = (work) => asSuperuser(walls.database, work);
  const look: Log['look'] = (persona, ...who) =>
    database
      .asActor(
        walls.secretOf(persona),
        { look: 'person-page', ids: who.map(({ participantId }) => participantId) },
        async () => 0,
      )
      .catch(() => 0);
  const tamper: Log['tamper'] = (...statements) =>
    owner(async (client) => {
      await client.query('set session_replication_role = replica');
      for (const statement of statements) await client.query(statement);
    });
  const seal = () => owner((client) => sealLog(client));
  return {
    walls,
    owner,
    look,
    tamper,
    seal,
    verdict: () => owner(verifyLog),
    nth: (place) =>
      owner(async (client) => {
        const { rows } = await client.query(
          'select a.number::text from audit a order by a.number offset $1 limit 1',
          [place],
        );
        return rows[0].number;
      }),
    writeAnew: (from, to) => owner((client) => writeAnew(client, from, to)),
    begin: async () => {
      await tamper('truncate audit, audit_scope, audit_batch');
      for (const people of [[rune], [tone], [rune, tone]]) {
        await look('siren', ...people);
        await look('per', rune);
        await look('ola', amir, rune);
        await seal();
      }
    },
    close: async () => {
      await database.close();
      await walls.database.drop();
    },
  };
}

async function writeAnew(client: pg.Client, from: number, to: number): Promise<void> {
  await client.query('set session_replication_role = replica');
  let previous = (await batchAt(client, from - 1))?.head ?? BEGINNING;
  for (let number = from; number <= to; number += 1) {
    const batch = await batchAt(client, number);
    if (batch === undefined) throw new Error(`no batch ${number}`);
    const leaves = (await readHashed(client, batch.after, batch.to, 1000, new Map())).map(({ hash }) => hash);
    const anew = { ...batch, lookUps: leaves.length, root: rootOf(leaves), previous };
    const head = headOf(anew);
    await client.query(
      'update audit_batch set look_ups = $2, root = $3, marks = $4, previous = $5, head = $6 where batch = $1',
      [number, leaves.length, anew.root, marksOf(leaves), previous, head],
    );
    previous = head;
  }
}
