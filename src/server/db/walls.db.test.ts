import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { participants, personas } from '#db/demo/people.ts';
import { asSuperuser, rawly, sqlState } from './test-raw-session.ts';
import { buildWalls, countOf, open, type Walls } from './test-walls.ts';

let walls: Walls;
beforeAll(async () => {
  walls = await buildWalls();
});
afterAll(() => walls.database.drop());

const as: Walls['as'] = (persona, work) => walls.as(persona, work);
const rune = participants.rune.participantId;
const tone = participants.tone.participantId;

describe('the application’s login', () => {
  test('may read nothing before it has become somebody', async () => {
    const client = await import('pg').then(({ default: pg }) => new pg.Client(walls.database.loginConfig));
    await client.connect();
    expect(await sqlState(client.query('select from app.contact'))).toBe('42501');
    expect(await sqlState(client.query(`set role app_owner`))).toBe('42501');
    await client.end();
  });

  test('sees no row as the application’s role without an actor', () =>
    rawly(walls.database, undefined, async (session) => {
      expect(await countOf(session, 'contact')).toBe(0);
      expect(await countOf(session, 'worker')).toBe(0);
      expect(await countOf(session, 'municipality')).toBe(0);
    }));

  test('is nobody with a secret that opens no session', async () => {
    expect(await sqlState(rawly(walls.database, 'a guess', async () => 0))).toBe('MV401');
  });

  test('is nobody with a forged setting', () =>
    rawly(walls.database, undefined, async (session) => {
      await session.query(`select set_config('app.secret', $1, true)`, [personas.siren.loginId]);
      expect(await sqlState(open(session, rune))).toBe('MV401');
    }));

  test('is nobody any more when the session has ended', () =>
    as('ola', async (session) => {
      await session.query('select app.end_session()');
      expect(await sqlState(open(session, rune))).toBe('MV401');
    }));
});

describe('a read without its row in the log', () => {
  test('gives nothing, even to the contact person', () =>
    as('siren', async (session) => {
      expect(await countOf(session, 'contact')).toBe(0);
      expect(await countOf(session, 'profile')).toBe(0);
      expect(await countOf(session, 'timeline')).toBe(0);
      await open(session, rune);
      expect(await countOf(session, 'contact')).toBeGreaterThan(0);
    }));

  test('gives nothing because of another transaction’s row, on the same connection or another', async () => {
    const looking = `select * from app.open('person-page', $1)`;
    const client = new pg.Client({ ...walls.database.loginConfig, options: '-c search_path=app' });
    await client.connect();
    const begin = async () => {
      await client.query('begin');
      await client.query(`select set_config('role', 'app_user', true)`);
      await client.query('select app.begin($1)', [walls.secretOf('siren')]);
    };
    await begin();
    await client.query(looking, [[rune]]);
    expect((await client.query('select from contact')).rowCount).toBeGreaterThan(0);
    // While it stands open, another of her own transactions sees nothing.
    await as('siren', async (session) => expect(await countOf(session, 'contact')).toBe(0));
    await client.query('commit');
    await begin();
    expect((await client.query('select from contact')).rowCount).toBe(0);
    await client.query('rollback');
    // Nor does the one before leave anything open for somebody who has not even begun.
    await client.query('begin');
    await client.query(`select set_config('role', 'app_user', true)`);
    expect((await client.query('select from contact')).rowCount).toBe(0);
    await client.query('rollback');
    await client.end();
  });

  test('opens what each look of the transaction opened, and nothing of an earlier one that opened more', async () => {
    const client = new pg.Client({ ...walls.database.loginConfig, options: '-c search_path=app' });
    await client.connect();
    const looking = async (...people: string[]) => {
      await client.query('begin');
      await client.query(`select set_config('role', 'app_user', true)`);
      await client.query('select app.begin($1)', [walls.secretOf('siren')]);
      for (const one of people) await client.query(`select * from app.open('person-page', $1)`, [[one]]);
      const seen = await client.query<{ id: string }>('select id from participant order by id');
      await client.query('commit');
      return seen.rows.map(({ id }) => id);
    };
    expect(await looking(rune, tone)).toEqual([rune, tone].sort());
    expect(await looking(tone)).toEqual([tone]);
    // Written over, not beside: the table stays as small as it was.
    const places = () =>
      asSuperuser(walls.database, async (owner) =>
        Number((await owner.query('select count(*) from app.here_opened')).rows[0].count),
      );
    const before = await places();
    await looking(rune);
    await looking(rune, tone);
    expect(await places()).toBe(before);
    await client.end();
  });

  test('gives nothing when the row was rolled back to a savepoint', () =>
    as('siren', async (session) => {
      await session.query('savepoint before_looking');
      await open(session, rune);
      expect(await countOf(session, 'contact')).toBeGreaterThan(0);
      await session.query('rollback to savepoint before_looking');
      expect(await countOf(session, 'contact')).toBe(0);
    }));

  test('gives nothing any more when somebody else takes over the transaction', () =>
    as('siren', async (session) => {
      await open(session, rune);
      await session.query('select app.begin($1)', [walls.secretOf('per')]);
      expect(await countOf(session, 'contact')).toBe(0);
    }));

  test.each([
    `insert into audit (scope_id, action, purpose) values (1, 'read', 'mine')`,
    `insert into audit_scope (mark, login_user_id, last_day, participant_ids, read_topics) values (1, '${personas.siren.loginId}', '2024-03-14', '{}', '{}')`,
    `insert into here_opened (changing, participant_ids, reads, writes) values (false, '{}', '{}', '{}')`,
    `update here_opened set txid = pg_current_xact_id()`,
  ])('cannot be had by writing the row oneself: %s', (row) =>
    as('siren', async (session) => expect(await sqlState(session.query(row))).toBe('42501')),
  );
});

describe('a forgotten filter', () => {
  test('returns only those that were opened', () =>
    as('siren', async (session) => {
      await open(session, rune);
      const people = await session.query<{ participant_id: string }>(
        'select distinct participant_id from timeline',
      );
      expect(people).toEqual([{ participant_id: rune }]);
    }));

  test('returns nothing of another municipality to an outsider', () =>
    as('per', async (session) => {
      const openings = await open(session, rune, tone);
      expect(openings).toEqual([]);
      for (const table of [
        'profile',
        'contact',
        'goal',
        'team_membership',
        'participant',
        'clock',
        'timeline',
      ]) {
        expect(await countOf(session, table), table).toBe(0);
      }
      const workers = await session.query<{ name: string }>('select name from worker');
      expect(workers.map(({ name }) => name)).not.toContain('Siren Bø');
    }));

  test('opens no municipality by listing: a list is one’s own people', () =>
    as('per', async (session) => {
      const openings = await session.query<{ municipality_id: string }>(
        `select municipality_id from app.open_list('people.list', null)`,
      );
      expect(openings.length).toBeGreaterThan(0);
      expect(new Set(openings.map((row) => row.municipality_id))).toEqual(
        new Set([personas.per.municipalityId]),
      );
    }));
});
