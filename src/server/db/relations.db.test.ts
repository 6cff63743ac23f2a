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
