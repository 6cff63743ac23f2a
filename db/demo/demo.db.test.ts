import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testNumbers } from '#server/db/test-keys.ts';
import { type FreshDatabase, freshDatabase } from '#server/db/test-server.ts';
import { fillDemo } from './fill.ts';
import { publishedTimetable } from './ny-start.ts';
import { participants, personas, services, workers } from './people.ts';
import { sessionIdAt } from './sessions.ts';

const NOW = '2024-03-14T08:20+01:00';

interface Filled {
  rows<Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]>;
  client: pg.Client;
  close(): Promise<void>;
}

async function filled(shift: { shiftWeeks: number; shiftDays?: number }): Promise<Filled> {
  const database: FreshDatabase = await freshDatabase();
  const client = new pg.Client({ ...database.ownerConfig, options: '-c search_path=app' });
  await client.connect();
  await fillDemo(client, shift, testNumbers);
  return {
    client,
    rows: async (sql, ...values) => (await client.query(sql, values)).rows,
    close: async () => {
      await client.end();
      await database.drop();
    },
  };
}

let demo: Filled;
beforeAll(async () => {
  demo = await filled({ shiftWeeks: 0 });
});
afterAll(() => demo.close());

describe('filling', () => {
  test('is refused in words where there is something already, and changes nothing', async () => {
    const count = () => demo.rows('select from participant');
    const before = (await count()).length;
    await expect(fillDemo(demo.client, { shiftWeeks: 0 }, testNumbers)).rejects.toThrow(
      /only fills an empty one/,
    );
    expect((await count()).length).toBe(before);
  });

  test('makes the installation a demonstration, with its personas in their order', async () => {
    expect(await demo.rows('select mode from installation')).toEqual([{ mode: 'demo' }]);
    const offered = await demo.rows<{ persona: string }>('select persona from app.demo_personas()');
    expect([...new Set(offered.map(({ persona }) => persona))]).toEqual(Object.keys(personas));
  });

  test('writes the same each time', async () => {
    const again = await filled({ shiftWeeks: 0 });
    for (const table of ['profile', 'contact', 'attendance', 'statement_rating', 'group_session']) {
      const print = `select md5(string_agg(t::text, '|' order by t.id)) from ${table} t`;
      expect(await again.rows(print), table).toEqual(await demo.rows(print));
    }
    await again.close();
  });
});

describe('the people', () => {
  test('have each come by an enquiry, or been met outside', async () => {
    expect(
      await demo.rows(`select from participant p where not exists
        (select from enquiry_now e where e.municipality_id = p.municipality_id and e.participant_id = p.id)
        and not exists (select from outreach_now o where o.municipality_id = p.municipality_id and o.participant_id = p.id)`),
    ).toEqual([]);
  });

  test('have each a contact person now, when they are in a service', async () => {
    const states = `select distinct on (participant_id) participant_id, state from enrolment_state_now
      order by participant_id, happened_at desc`;
    const current = await demo.rows<{ state: string; helpers: number }>(
      `select s.state, (select count(*)::int from team_membership_now t where t.participant_id = s.participant_id
          and t.role = 'contact-person' and t.substitute_for is null
          and t.valid_from <= $1 and (t.valid_to is null or $1 < t.valid_to)) as helpers
        from (${states}) s where s.state not in ('ended', 'declined')`,
      NOW,
    );
    expect(current.length).toBeGreaterThan(45);
    expect(current.filter(({ helpers }) => helpers !== 1)).toEqual([]);
    for (const state of ['asked', 'waiting', 'mapping', 'active', 'paused']) {
      expect(current.map((one) => one.state)).toContain(state);
    }
  });

  test('have no identity number anywhere', async () => {
    const tables = await demo.rows<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'`,
    );
    for (const { name } of tables) {
      expect(
        await demo.rows(`select t::text from ${name} t where t::text ~ '\\m[0-9]{6} ?[0-9]{5}\\M'`),
      ).toEqual([]);
    }
  });

  test('are waiting in a group, not on a list', async () => {
    expect(
      await demo.rows(`select from enrolment_now e where 'waiting' = (select state from enrolment_state_now s
          where s.participant_id = e.participant_id order by happened_at desc limit 1)
        and not exists (select from attendance_now a where a.participant_id = e.participant_id)`),
    ).toEqual([]);
  });
});

describe('the timetable', () => {
  const starts = `to_char(starts_at at time zone 'Europe/Oslo', 'HH24:MI')`;
  const timetableOf = (of: Filled) =>
    of.rows(`select extract(isodow from starts_at at time zone 'Europe/Oslo')::int as weekday, title, place,
        ${starts} as "from", to_char(ends_at at time zone 'Europe/Oslo', 'HH24:MI') as "to", count(*)::int as weeks
      from group_session group by 1, 2, 3, 4, 5 order by 1, 4`);
  const published = publishedTimetable.map(({ weekday, title, place, from, to }) => ({
    weekday,
    title,
    place,
    from,
    to,
    weeks: 87,
  }));

  test('is the published one, every week', async () => {
    expect(await timetableOf(demo)).toEqual(published);
  });

  test('keeps weekday and hour wherever it is shifted to, also over summer time', async () => {
    const later = await filled({ shiftWeeks: 30, shiftDays: -2 });
    expect(await timetableOf(later)).toEqual(published);
    await later.close();
  });

  test('has Thursday’s group with NAV, where eight are coming, two are not and Rune has not said', async () => {
    const answers = await demo.rows<{ participant_id: string; answer: string }>(
      'select participant_id, answer from attendance_now where session_municipality_id = $1 and session_id = $2',
      services.nyStart.municipalityId,
      sessionIdAt('2024-03-14T09:30'),
    );
    expect(answers.filter(({ answer }) => answer === 'coming')).toHaveLength(8);
    expect(answers.filter(({ answer }) => answer === 'said-no')).toHaveLength(2);
    expect(answers.map((one) => one.participant_id)).not.toContain(participants.rune.participantId);
  });
});

describe('Rune’s weeks', () => {
  const rune = participants.rune.participantId;

  test('are ticked as far as week 4 by what was done', async () => {
    const open = await demo.rows<{ code: string }>(
      `select s.code from pathway_step_now s where participant_id = $1 and not exists
        (select from step_completion_now c where c.participant_id = $1 and c.step_id = s.fact_id) order by s.week, s.code`,
      rune,
    );
    expect(open.map(({ code }) => code)).toEqual(['evaluation-talk', 'meeting-prepared', 'meeting-held']);
  });

  test('were moved by the nine days on hold, what was left and nothing else', async () => {
    const steps = await demo.rows<{ code: string; from: string; version: number }>(
      `select code, to_char(due_from, 'MM-DD') as from, version from pathway_step_now where participant_id = $1 order by due_from, code`,
      rune,
    );
    expect(steps.filter(({ version }) => version > 1)).toEqual([
      { code: 'evaluation-talk', from: '03-20', version: 2 },
      { code: 'meeting-prepared', from: '03-20', version: 2 },
      { code: 'meeting-held', from: '03-27', version: 2 },
    ]);
    expect(steps).toHaveLength(11);
    const runs = `select to_char(anchor_day, 'MM-DD') as anchor from pathway_run where participant_id = $1 order by version`;
    expect(await demo.rows(runs, rune)).toEqual([{ anchor: '02-12' }, { anchor: '02-21' }]);
  });

  test('have Siren in Ola’s place until the 18th', async () => {
    expect(
      await demo.rows(
        `select worker_id, to_char(valid_to at time zone 'Europe/Oslo', 'YYYY-MM-DD HH24:MI') as until
          from team_membership_now where participant_id = $1 and substitute_for is not null`,
        rune,
      ),
    ).toEqual([{ worker_id: workers.siren.id, until: '2024-03-18 00:00' }]);
  });

  test('have a promise to him that nobody has kept', async () => {
    const overdue = await demo.rows<{ title: string }>(
      `select a.title from clock c join action_now a on a.participant_id = c.participant_id and a.fact_id = c.subject_id
        where c.participant_id = $1 and c.rule = 'action-overdue' and c.opens_at < $2 order by a.due_day`,
      rune,
      NOW,
    );
    expect(overdue.map(({ title }) => title)).toEqual(['Svare på søknaden om depositum']);
  });
});

describe('Rune’s way home', () => {
  const rune = participants.rune.participantId;
  test('was moved twice, each time with the reason, and yesterday nobody stood at the door', async () => {
    const versions = await demo.rows<{ day: string; correction_reason: string | null }>(
      `select to_char(day, 'DD') as day, correction_reason from life_event where participant_id = $1 and kind = 'discharge' order by version`,
      rune,
    );
    expect(versions.map(({ day }) => day)).toEqual(['08', '12', '13']);
    expect(versions.filter(({ correction_reason: reason }) => reason === null)).toHaveLength(1);
    expect(
      await demo.rows(
        `select to_char(opens_at at time zone 'Europe/Oslo', 'YYYY-MM-DD HH24:MI') as opens from clock where participant_id = $1 and rule = 'discharge-unmet'`,
        rune,
      ),
    ).toEqual([{ opens: '2024-03-14 00:00' }]);
  });
});

describe.each([-3, -1, 2, 3])('started %i days from a Thursday', (shiftDays) => {
  let other: Filled;
  beforeAll(async () => {
    other = await filled({ shiftWeeks: 0, shiftDays });
  });
  afterAll(() => other.close());

  test('nothing has happened that is still to come, and Siren still stands in', async () => {
    const now = `${NOW.slice(0, 8)}${14 + shiftDays}${NOW.slice(10)}`;
    const tables = await other.rows<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'recorded_at'
        where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'`,
    );
    for (const { name } of tables) {
      const ahead = await other.rows(`select from ${name} where happened_at > $1 or recorded_at > $1`, now);
      expect(ahead.length, name).toBe(0);
    }
    const substitutes = await other.rows(
      `select from team_membership_now where substitute_for is not null and valid_from <= $1 and $1 < valid_to`,
      now,
    );
    expect(substitutes).toHaveLength(9);
  });

  test('somebody is waiting for an answer since yesterday', async () => {
    const clocks = await other.rows<{ opens: string }>(
      `select to_char(opens_at at time zone 'Europe/Oslo', 'DD') as opens from clock where rule = 'enquiry-unanswered'`,
    );
    expect(clocks).toEqual([{ opens: String(14 + shiftDays) }]);
  });
});

test('another municipality’s worker reaches their own two, and nobody of Jæren', async () => {
  await demo.client.query('begin');
  await demo.client.query('update installation set frozen_at = $1', [NOW]);
  await demo.client.query(`select app.start_demo_session('per', 'a secret of per')`);
  await demo.client.query(`select app.begin('a secret of per')`);
  const reached = await demo.rows<{ municipality_id: string }>(`select * from app.open_list('people', null)`);
  await demo.client.query('rollback');
  expect(reached.map((one) => one.municipality_id)).toEqual([
    personas.per.municipalityId,
    personas.per.municipalityId,
  ]);
});
