import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { participants, personas } from '#db/demo/people.ts';
import { randomFrom } from '#db/population/random.ts';
import { type Database, openDatabase } from './database.ts';
import { raw, sql } from './query.ts';
import { asSuperuser, sqlState } from './test-raw-session.ts';
import { buildWalls, type Walls } from './test-walls.ts';

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

const rune = participants.rune.participantId;
const owner = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  asSuperuser(walls.database, async (client) => (await client.query(text, values)).rows as Row[]);
const clock = (at: string) =>
  owner(
    `with moved as (update installation set frozen_at = $1 returning 1) update login_session set idle_until = $1::timestamptz + interval '30 minutes',
    expires_at = $1::timestamptz + interval '12 hours' from moved`,
    [at],
  );
const look = (persona: string, ...ids: string[]) =>
  database.asActor(walls.secretOf(persona), { look: 'person-page', ids }, async () => 0).catch(() => 0);
const list = (persona: string) =>
  database.asActor(walls.secretOf(persona), { list: 'people.list' }, async () => 0);
const counted = async () =>
  (
    await owner<{ looks: number; scopes: number }>(
      'select (select count(*)::int from audit) as looks, (select count(*)::int from audit_scope) as scopes',
    )
  )[0] ?? { looks: 0, scopes: 0 };

describe('a look-up', () => {
  test('that shows what the same login was shown before says so in a short row, and every look has its own', async () => {
    await look('siren', rune);
    await list('siren');
    const before = await counted();
    for (let turn = 0; turn < 3; turn += 1) await look('siren', rune);
    await list('siren');
    const after = await counted();
    expect([after.looks - before.looks, after.scopes - before.scopes]).toEqual([4, 0]);
  });

  test('of the same people by somebody else, or with other topics open, is another', async () => {
    await look('siren', rune);
    const before = await counted();
    await look('ingunn', rune);
    await owner(`update access_role set read_always = read_always # 1024 where code = 'contact-person'`);
    await look('siren', rune);
    await owner(`update access_role set read_always = read_always # 1024 where code = 'contact-person'`);
    const after = await counted();
    expect([after.looks - before.looks, after.scopes - before.scopes]).toEqual([2, 2]);
    const [said] = await owner<{ persona: string; ids: string[] }>(
      'select u.persona, l.participant_ids as ids from look_up l join login_user u on u.id = l.login_user_id order by number desc limit 1',
    );
    expect(said).toEqual({ persona: 'siren', ids: [rune] });
  });

  test('is kept also when many come at once that nobody has had before', async () => {
    const tone = participants.tone.participantId;
    const before = await counted();
    await Promise.all(Array.from({ length: 8 }, () => look('anne', tone, rune)));
    const after = await counted();
    expect(after.looks - before.looks).toBe(8);
    expect(after.scopes - before.scopes).toBeGreaterThan(0);
    expect(after.scopes - before.scopes).toBeLessThanOrEqual(8);
  });

  test('is read by no role of the application', () =>
    walls.as('siren', async (session) => {
      for (const table of ['audit', 'audit_scope', 'look_up']) {
        await session.query('savepoint here');
        expect(await sqlState(session.query(`select from ${table}`)), table).toBe('42501');
        await session.query('rollback to savepoint here');
      }
    }));
});

describe('the participant’s own log', () => {
  interface Look {
    at: string;
    who: string;
    purpose: string;
    topics: number;
  }
  const told = (howMany: number, othersOnly: boolean): Promise<Look[]> =>
    database.asActor(walls.secretOf('rune'), 'nobody', (tx) =>
      tx.rows(
        raw(sql<Look>`select at, who, purpose, topics from app.my_look_ups(${howMany}, ${othersOnly})`),
      ),
    );
  /** The whole log, row by row, without any of what makes it quick. */
  const kept = async (othersOnly: boolean): Promise<Look[]> =>
    (
      await owner<Look & { at: Date }>(
        `select l.at, u.name as who, l.purpose, x.topics from look_up l join login_user u on u.id = l.login_user_id,
           unnest(l.participant_ids, l.read_topics) x (id, topics)
         where x.id = $1 and not ($2 and u.id = $3) order by l.at desc, l.number desc`,
        [rune, othersOnly, personas.rune.loginId],
      )
    ).map((row) => ({ ...row, at: new Date(row.at).toISOString() }));

  test('is the newest of the whole log to the last moment, over months, days with many and days with few', async () => {
    const random = randomFrom('look-ups');
    const who = ['siren', 'ola', 'ingunn', 'kari', 'per', 'rune'];
    let at = Date.parse('2024-01-02T08:00Z');
    for (let turn = 0; turn < 90; turn += 1) {
      at += random() < 0.7 ? 60_000 * random() : 86_400_000 * 4 * random();
      await clock(new Date(at).toISOString());
      const persona = who[Math.floor(random() * who.length)] ?? 'siren';
      if (random() < 0.6) await look(persona, rune);
      else await list(persona);
    }
    for (const othersOnly of [false, true]) {
      const all = await kept(othersOnly);
      expect(all.length).toBeGreaterThan(30);
      for (const howMany of [1, 2, 5, 17, 500])
        expect(await told(howMany, othersOnly), String(howMany)).toEqual(all.slice(0, howMany));
    }
  });

  test('tells of those who were refused, with nothing open', async () => {
    await look('per', rune);
    expect((await told(1, true))[0]).toMatchObject({ who: personas.per.name, topics: 0 });
  });
});
