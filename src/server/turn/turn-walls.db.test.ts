import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { participants } from '#db/demo/people.ts';
import { asSuperuser, type RawSession, sqlState } from '../db/test-raw-session.ts';
import { buildWalls, countOf, open, openChange, type Walls } from '../db/test-walls.ts';

// Straight at the tables: what Rune has told, and that a clock runs for it, is his, Ola’s and Siren’s alone.
let walls: Walls;
const { municipalityId, participantId: rune } = participants.rune;
beforeAll(async () => {
  walls = await buildWalls();
  await asSuperuser(walls.database, (client) =>
    client.query(
      `insert into clock (municipality_id, participant_id, rule, subject_id, shows_at, opens_at, owner_role, topic)
        select municipality_id, participant_id, 'relapse-contact', fact_id, '2024-03-14', '2024-03-15', 'contact-person', 'relapse'
        from relapse_note where participant_id = $1 and kind = 'relapse'`,
      [rune],
    ),
  );
});
afterAll(() => walls.database.drop());

const rulesOf = async (session: RawSession): Promise<string[]> =>
  (await session.query<{ rule: string }>('select distinct rule from clock')).map(({ rule }) => rule);

describe('what was told', () => {
  test.each(['rune', 'ola', 'siren'])('is read by %s, and so is its clock', (persona) =>
    walls.as(persona, async (session) => {
      await open(session, rune);
      expect(await countOf(session, 'relapse_note')).toBe(2);
      expect(await rulesOf(session)).toContain('relapse-contact');
    }),
  );

  test.each(['ingunn', 'christer', 'kari', 'anne', 'per', 'tone'])(
    'is not there for %s, nor is its clock, looking or changing',
    async (persona) => {
      for (const door of [open, openChange]) {
        await walls.as(persona, async (session) => {
          await door(session, rune);
          expect(await countOf(session, 'relapse_note')).toBe(0);
          expect(await rulesOf(session)).not.toContain('relapse-contact');
          const told = `select from timeline where kind = 'relapse_note'`;
          expect(await session.query(told)).toEqual([]);
        });
      }
    },
  );
});

describe('life events', () => {
  test.each(['rune', 'ola', 'siren', 'ingunn'])('are read by %s, with every version', (persona) =>
    walls.as(persona, async (session) => {
      await open(session, rune);
      expect(await countOf(session, 'life_event_now')).toBe(2);
      expect(await countOf(session, 'life_event')).toBe(4);
      expect(await rulesOf(session)).toContain('discharge-unmet');
    }),
  );

  test.each(['christer', 'kari', 'anne', 'per'])('are not there for %s, nor is their clock', (persona) =>
    walls.as(persona, async (session) => {
      await open(session, rune);
      expect(await countOf(session, 'life_event')).toBe(0);
      expect(await rulesOf(session)).not.toContain('discharge-unmet');
    }),
  );

  test.each([
    ['rune', 'contact'],
    ['christer', 'life_event'],
    ['rune', 'enrolment_state'],
    ['christer', 'enrolment_state'],
    ['ingunn', 'relapse_note'],
  ])('%s adds no %s, however it is tried', (persona, table) =>
    walls.as(persona, async (session) => {
      await openChange(session, rune);
      const content: Record<string, string> = {
        life_event: `(kind, day) select 'other', '2024-03-14'::date`,
        contact: `(kind, note) select 'talk', 'x'`,
        enrolment_state: `(enrolment_id, state) select fact_id, 'paused'`,
        relapse_note: `(kind) select 'relapse'`,
      };
      const [columns, values] = (content[table] ?? '').split(' select ');
      const from = table === 'enrolment_state' ? 'from enrolment_now' : '';
      const insert = `insert into ${table} (municipality_id, id, participant_id, fact_id, happened_at, said_by, legal_class, ${columns?.slice(1)}
        select '${municipalityId}', g, '${rune}', g, app.now(), '${rune}', 'health-record', ${values}
        ${from} ${from === '' ? 'from' : 'cross join'} (select app.uuid7() as g) new`;
      expect(await sqlState(session.query(insert))).toBe('42501');
    }),
  );
});
