import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { participants, personas, workers } from '#db/demo/people.ts';
import { asSuperuser, sqlState } from './test-raw-session.ts';
import { buildWalls, openChange, type Walls } from './test-walls.ts';

let walls: Walls;
beforeAll(async () => {
  walls = await buildWalls();
});
afterAll(() => walls.database.drop());

const rune = participants.rune.participantId;
const home = personas.rune.municipalityId;
const columns = 'municipality_id, participant_id, said_by, legal_class, happened_at, kind, note';
const values = `'${home}', '${rune}', '${workers.siren.id}', 'health-record', app.now(), 'talk', 'x'`;

describe('the mark that a newer version has come', () => {
  test('stands on exactly the versions that have one, in every fact table', () =>
    asSuperuser(walls.database, async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'superseded'
         where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> 'fact'`,
      );
      expect(tables.length).toBeGreaterThan(25);
      let marked = 0;
      for (const { name } of tables) {
        const { rows } = await client.query<{ superseded: boolean; has_newer: boolean }>(
          `select f.superseded, exists (select from ${name} n where n.participant_id = f.participant_id and n.supersedes = f.id) as has_newer from ${name} f`,
        );
        expect(
          rows.filter((row) => row.superseded !== row.has_newer),
          name,
        ).toEqual([]);
        marked += rows.filter((row) => row.superseded).length;
      }
      expect(marked).toBeGreaterThan(0);
    }));

  test('is set by a correction, on the version it corrects and no other', () =>
    walls.as('siren', async (session) => {
      await openChange(session, rune);
      const marks = () =>
        session.query<{ id: string }>('select id from contact where superseded order by id');
      const [before, [old]] = [
        await marks(),
        await session.query<{ id: string; fact_id: string }>('select id, fact_id from contact_now limit 1'),
      ];
      await session.query(
        `insert into contact (id, fact_id, version, supersedes, correction_reason, ${columns})
         select $1, fact_id, version + 1, id, 'wrong day', ${values} from contact where id = $2`,
        [crypto.randomUUID(), old?.id],
      );
      expect(await marks()).toEqual(
        [...before, { id: old?.id ?? '' }].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      );
    }));

  test('is not for those who write to set', () =>
    walls.as('siren', async (session) => {
      await openChange(session, rune);
      const id = crypto.randomUUID();
      const hidden = session.query(
        `insert into contact (id, fact_id, superseded, ${columns}) values ($1, $1, true, ${values})`,
        [id],
      );
      expect(await sqlState(hidden)).toBe('42501');
    }));

  test('is set also when rows are loaded with other triggers off', () =>
    asSuperuser(walls.database, async (client) => {
      await client.query('begin');
      await client.query(`set local session_replication_role = 'replica'`);
      const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
      await client.query(
        `insert into contact (id, fact_id, version, supersedes, correction_reason, recorded_by, ${columns})
         values ($1, $1, 1, null, null, $3, ${values}), ($2, $1, 2, $1, 'wrong day', $3, ${values})`,
        [first, second, personas.siren.loginId],
      );
      const { rows } = await client.query('select id from contact_now where fact_id = $1', [first]);
      await client.query('rollback');
      expect(rows).toEqual([{ id: second }]);
    }));
});
