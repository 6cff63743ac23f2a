import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { services } from '#db/demo/people.ts';
import { type FreshDatabase, freshDatabase } from './test-server.ts';

// Samlinger are planned in Norwegian wall-clock time: what people read on the wall is what holds, whatever the clocks do.
let fresh: FreshDatabase;
let client: pg.Client;
beforeAll(async () => {
  fresh = await freshDatabase('demo');
  client = new pg.Client({ ...fresh.ownerConfig, options: '-c search_path=app' });
  await client.connect();
});
beforeEach(() => client.query('begin'));
afterEach(() => client.query('rollback'));
afterAll(async () => {
  await client.end();
  await fresh.drop();
});

const { municipalityId, id: serviceId } = services.nyStart;
const extend = async (): Promise<number> =>
  (await client.query<{ made: number }>('select extend_timetable() as made')).rows[0]?.made ?? 0;
const today = (day: string, hour = '08:00') =>
  client.query(`update installation set frozen_at = norwegian_time($1, $2)`, [day, hour]);

interface Line {
  weekday: number;
  from: string;
  to: string;
  since: string;
  until?: string;
}

/** A line on an empty timetable, and what became of it: weekday, day and hours as clocks in Norway showed them. */
async function made({ weekday, from, to, since, until }: Line, now = '00:00'): Promise<string[]> {
  await client.query('update group_series set valid_to = valid_from');
  const id = randomUUID();
  await client.query(
    `insert into group_series (municipality_id, id, service_id, title, place, weekday, from_time, to_time, valid_from, valid_to)
      values ($1, $2, $3, 'Frokost', 'Håland', $4, $5, $6, $7, $8)`,
    [municipalityId, id, serviceId, weekday, from, to, since, until ?? null],
  );
  await today(since, now);
  await extend();
  const { rows } = await client.query<{ held: string }>(
    `select to_char(starts_at at time zone 'Europe/Oslo', 'YYYY-MM-DD HH24:MI') || '–' || to_char(ends_at at time zone 'Europe/Oslo', 'HH24:MI')
        || ' ' || extract(epoch from ends_at - starts_at) / 60 as held
      from group_session where series_id = $1 order by starts_at`,
    [id],
  );
  return rows.map(({ held }) => held.replace(/\.0+$/, ''));
}

describe('a line of the timetable', () => {
  test('keeps its Norwegian hour when summer time begins', async () => {
    const held = await made({
      weekday: 1,
      from: '09:30',
      to: '13:00',
      since: '2024-03-18',
      until: '2024-04-08',
    });
    expect(held).toEqual([
      '2024-03-18 09:30–13:00 210',
      '2024-03-25 09:30–13:00 210',
      '2024-04-01 09:30–13:00 210',
      '2024-04-08 09:30–13:00 210',
    ]);
  });

  test('keeps its Norwegian hour when summer time ends', async () => {
    const held = await made({
      weekday: 7,
      from: '17:00',
      to: '18:00',
      since: '2024-10-20',
      until: '2024-11-03',
    });
    expect(held).toEqual([
      '2024-10-20 17:00–18:00 60',
      '2024-10-27 17:00–18:00 60',
      '2024-11-03 17:00–18:00 60',
    ]);
  });

  test('in the night the hour never comes begins as long after midnight, and keeps its length', async () => {
    const held = await made({
      weekday: 7,
      from: '02:30',
      to: '03:15',
      since: '2024-03-24',
      until: '2024-04-07',
    });
    expect(held).toEqual([
      '2024-03-24 02:30–03:15 45',
      '2024-03-31 03:30–04:15 45',
      '2024-04-07 02:30–03:15 45',
    ]);
  });

  test('in the night the hour comes twice begins the first time', async () => {
    const held = await made({
      weekday: 7,
      from: '02:30',
      to: '03:15',
      since: '2024-10-20',
      until: '2024-11-03',
    });
    expect(held).toEqual([
      '2024-10-20 02:30–03:15 45',
      '2024-10-27 02:30–03:15 105',
      '2024-11-03 02:30–03:15 45',
    ]);
    const { rows } = await client.query(
      `select norwegian_time('2024-10-27', '02:30') = '2024-10-27T02:30+02:00' as first,
        norwegian_time('2024-10-27', '03:00') = '2024-10-27T03:00+01:00' as after,
        norwegian_time('2024-10-27', '01:59') = '2024-10-27T01:59+02:00' as before`,
    );
    expect(rows).toEqual([{ first: true, after: true, before: true }]);
  });

  test('is made eight weeks ahead, from the first of its weekdays, and no day twice', async () => {
    const held = await made({ weekday: 3, from: '10:00', to: '11:00', since: '2024-03-14' });
    expect([held.length, held[0], held.at(-1)]).toEqual([
      8,
      '2024-03-20 10:00–11:00 60',
      '2024-05-08 10:00–11:00 60',
    ]);
    expect(await extend()).toBe(0);
  });

  test('that begins today is made for today only when it is not over', async () => {
    const daily = { weekday: 4, to: '08:30', since: '2024-03-14' };
    const over = await made({ ...daily, from: '06:00', to: '07:00' }, '08:00');
    expect(over[0]).toMatch(/^2024-03-21/);
    const going = await made({ ...daily, from: '07:30' }, '08:00');
    expect(going[0]).toMatch(/^2024-03-14/);
  });
});

test('the timetable walks on by itself: a week later there is a week more, with the week’s number right', async () => {
  await today('2024-03-14');
  await extend();
  await today('2024-03-21');
  // Monday to Thursday of week 20.
  expect(await extend()).toBe(8);
  const { rows } = await client.query<{ week: number; held: number }>(
    `select extract(week from starts_at at time zone 'Europe/Oslo')::int as week, count(*)::int as held
      from group_session where starts_at >= '2024-03-18' and starts_at < '2024-05-13' group by 1 order by 1`,
  );
  expect(rows).toEqual([12, 13, 14, 15, 16, 17, 18, 19].map((week) => ({ week, held: 10 })));
});

test('a samling that was cancelled or moved is not made anew', async () => {
  await today('2024-03-14');
  await client.query(
    `update group_session set cancelled_at = now(), cancelled_because = 'Påske' where starts_at > $1`,
    ['2024-03-14T08:00+01:00'],
  );
  await client.query(
    `update group_session set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour'`,
  );
  expect(await extend()).toBe(0);
});
