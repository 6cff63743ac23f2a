import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { participants, personas, workers } from '#db/demo/people.ts';
import { asSuperuser, type RawSession, sqlState } from './test-raw-session.ts';
import { buildWalls, countOf, open, openChange, type Walls } from './test-walls.ts';

let walls: Walls;
beforeAll(async () => {
  walls = await buildWalls();
});
afterAll(() => walls.database.drop());

const as: Walls['as'] = (persona, work) => walls.as(persona, work);
const rune = participants.rune.participantId;

describe('intoxication and relapse', () => {
  const notes = (session: RawSession) => countOf(session, 'relapse_note');
  test.each(['rune', 'siren'])(
    'are read by %s: the participant, the contact person’s substitute',
    (persona) =>
      as(persona, async (session) => {
        await open(session, rune);
        expect(await notes(session)).toBeGreaterThan(0);
      }),
  );
  test.each(['ingunn', 'kari', 'christer', 'anne', 'per', 'tone'])('are not read by %s', (persona) =>
    as(persona, async (session) => {
      await open(session, rune);
      expect(await notes(session)).toBe(0);
      expect(await session.query(`select from timeline where kind = 'relapse_note'`)).toEqual([]);
    }),
  );
  test('are written by a peer who was there and cannot read them', () =>
    as('christer', async (session) => {
      await openChange(session, rune);
      const id = crypto.randomUUID();
      await session.query(
        `insert into relapse_note (municipality_id, id, participant_id, fact_id, happened_at, said_by, legal_class, kind)
         values ($1, $2, $3, $2, app.now(), $4, 'voluntary-work', 'came-intoxicated')`,
        [personas.rune.municipalityId, id, rune, workers.christer.id],
      );
      expect(await notes(session)).toBe(0);
    }));
});

describe('somebody close', () => {
  const filled = async (session: RawSession): Promise<string[]> => {
    const tables = await session.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'fact_id'
        where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> 'fact' order by 1`,
    );
    const seen: string[] = [];
    for (const { name } of tables) if ((await countOf(session, name)) > 0) seen.push(name);
    return seen;
  };

  test('reads the rows of what is shared, of one person, and no other table', () =>
    as('mamma', async (session) => {
      await open(session, rune, participants.tone.participantId);
      expect(await filled(session)).toEqual(['crisis_plan']);
      expect(await session.query('select distinct participant_id from crisis_plan')).toEqual([
        { participant_id: rune },
      ]);
      expect(await session.query('select name from app.close_to_me()')).toEqual([{ name: 'Rune' }]);
    }));

  test('reads nothing before the door is opened, nor by the list of somebody else’s role', () =>
    as('mamma', async (session) => {
      expect(await filled(session)).toEqual([]);
      await session.query(`select * from app.open_list('people.list', array['contact-person'])`);
      expect(await filled(session)).toEqual([]);
    }));

  test('is closed out in the same second that the consent, or the one who was named, is taken back', async () => {
    for (const [table, named] of [
      ['consent', 'recipient_related_id is not null'],
      ['related_person', 'true'],
    ] as const) {
      await as('rune', async (session) => {
        const columns = `municipality_id, participant_id, fact_id, happened_at, said_by, legal_class, ${
          table === 'consent'
            ? 'recipient_municipality_id, recipient_organisation_id, recipient_related_id, topics, valid_from, valid_to, words'
            : 'name, relationship, phone'
        }`;
        await openChange(session, rune);
        await session.query(`insert into ${table} (id, version, supersedes, correction_reason, withdrawn, ${columns})
          select gen_random_uuid(), 2, id, 'stopp', true, ${columns} from ${table} where ${named}`);
        await session.query('select app.begin($1)', [walls.secretOf('mamma')]);
        expect(await open(session, rune), table).toEqual([]);
        expect(await filled(session), table).toEqual([]);
      });
    }
  });

  test('adds nothing', () =>
    as('mamma', async (session) => {
      await openChange(session, rune);
      const id = crypto.randomUUID();
      const added = session.query(
        `insert into crisis_plan (municipality_id, id, participant_id, fact_id, happened_at, said_by, legal_class, signs, helps, call)
         values ($1, $2, $3, $2, app.now(), $2, 'participant-own', 'x', 'x', 'x')`,
        [personas.rune.municipalityId, id, rune],
      );
      expect(await sqlState(added)).toBe('42501');
    }));
});

describe('a user representative', () => {
  test('reads no row about anybody, and gets no enquiry in', () =>
    as('jon', async (session) => {
      expect(await session.query(`select * from app.open_list('people.list', null)`)).toEqual([]);
      expect(await open(session, rune)).toEqual([]);
      for (const table of ['profile', 'enquiry', 'enrolment', 'clock', 'participant'])
        expect(await countOf(session, table), table).toBe(0);
      const received = session.query('select app.receive_person($1, $1, $1, $2)', [
        personas.jon.municipalityId,
        'enquiry.receive',
      ]);
      expect(await sqlState(received)).toBe('42501');
    }));
});

describe('a fact', () => {
  const contact = `insert into contact (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, happened_at, said_by, legal_class, kind, note)
    values ($1, $2, $3, $4, $5, $6, $7, app.now(), $8, 'health-record', 'talk', 'x')`;
  const home = personas.rune.municipalityId;

  test('is never changed or deleted by the application', () =>
    as('siren', async (session) => {
      await openChange(session, rune);
      for (const change of [
        'update contact set note = $$other$$',
        'delete from contact',
        'truncate contact',
        'update profile set given_name = $$x$$',
      ]) {
        await session.query('savepoint here');
        expect(await sqlState(session.query(change)), change).toBe('42501');
        await session.query('rollback to savepoint here');
      }
    }));

  test('cannot be added when the person was opened for reading only', () =>
    as('siren', async (session) => {
      await open(session, rune);
      const id = crypto.randomUUID();
      expect(
        await sqlState(session.query(contact, [home, id, rune, id, 1, null, null, workers.siren.id])),
      ).toBe('42501');
    }));

  test('cannot be recorded in somebody else’s name', () =>
    as('siren', async (session) => {
      await openChange(session, rune);
      const text = contact
        .replace('(municipality_id', '(recorded_by, municipality_id')
        .replace('($1', `('${personas.ola.loginId}', $1`);
      const id = crypto.randomUUID();
      expect(await sqlState(session.query(text, [home, id, rune, id, 1, null, null, workers.siren.id]))).toBe(
        '42501',
      );
    }));

  test('cannot land in another tenant than its person’s', () =>
    as('siren', async (session) => {
      await openChange(session, rune);
      const id = crypto.randomUUID();
      expect(
        await sqlState(
          session.query(contact, [
            personas.tone.municipalityId,
            id,
            rune,
            id,
            1,
            null,
            null,
            workers.siren.id,
          ]),
        ),
      ).toBe('23503');
    }));

  test('keeps its old version when it is corrected, and is corrected once', () =>
    as('siren', async (session) => {
      await openChange(session, rune);
      const [old] = await session.query<{ id: string; fact_id: string; note: string }>(
        'select id, fact_id, note from contact where version = 1 limit 1',
      );
      const correct = () =>
        session.query(contact, [
          home,
          crypto.randomUUID(),
          rune,
          old?.fact_id,
          2,
          old?.id,
          'wrong day',
          workers.siren.id,
        ]);
      await correct();
      expect(await session.query('select note from contact where id = $1', [old?.id])).toEqual([
        { note: old?.note },
      ]);
      expect(await session.query('select note from contact_now where fact_id = $1', [old?.fact_id])).toEqual([
        { note: 'x' },
      ]);
      expect(await sqlState(correct())).toBe('23505');
    }));

  test('cannot be a correction of another fact', () =>
    as('siren', async (session) => {
      await openChange(session, rune);
      const [one, other] = await session.query<{ id: string; fact_id: string }>(
        'select id, fact_id from contact where version = 1 limit 2',
      );
      expect(
        await sqlState(
          session.query(contact, [
            home,
            crypto.randomUUID(),
            rune,
            one?.fact_id,
            2,
            other?.id,
            'no',
            workers.siren.id,
          ]),
        ),
      ).toBe('MV409');
    }));
});

describe('a period', () => {
  const at = (instant: string) =>
    asSuperuser(walls.database, (client) =>
      client.query('update installation set frozen_at = $1', [instant]),
    );
  const reachOf = (persona: string) => as(persona, async (session) => (await open(session, rune)).length);
  const longSession = (persona: string) =>
    asSuperuser(walls.database, (client) =>
      client.query(
        `update login_session set idle_until = 'infinity', expires_at = 'infinity' where secret_hash = sha256(convert_to($1, 'UTF8'))`,
        [walls.secretOf(persona)],
      ),
    );
  afterAll(() => at('2024-03-14T08:20+01:00'));

  test('of a substitute closes by itself, at the second', async () => {
    await longSession('siren');
    const [{ valid_to: end } = { valid_to: '' }] = await asSuperuser(walls.database, async (client) => {
      const { rows } = await client.query<{ valid_to: string }>(
        `select valid_to::text from team_membership where participant_id = $1 and worker_id = $2 and substitute_for is not null`,
        [rune, workers.siren.id],
      );
      return rows;
    });
    await asSuperuser(walls.database, (client) =>
      client.query(`delete from worker_role where worker_id = $1 and role = 'intake'`, [workers.siren.id]),
    );
    await asSuperuser(walls.database, (client) =>
      client.query(`update group_session set leader_worker_id = null where leader_worker_id = $1`, [
        workers.siren.id,
      ]),
    );
    await asSuperuser(walls.database, (client) =>
      client.query(`update installation set frozen_at = $1::timestamptz - interval '1 second'`, [end]),
    );
    expect(await reachOf('siren')).toBe(1);
    await at(end);
    expect(await reachOf('siren')).toBe(0);
  });

  test('of a role: without a valid one every relation sleeps', async () => {
    await longSession('ingunn');
    await at('2024-03-14T08:20+01:00');
    expect(await reachOf('ingunn')).toBe(1);
    await asSuperuser(walls.database, (client) =>
      client.query(`update worker_role set valid_to = '2024-03-14T08:20+01:00' where worker_id = $1`, [
        workers.ingunn.id,
      ]),
    );
    expect(await reachOf('ingunn')).toBe(0);
  });
});
