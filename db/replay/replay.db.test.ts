import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { services } from '#db/demo/people.ts';
import { rowsOf } from '#server/db/owner.ts';
import { type FreshDatabase, freshDatabase } from '#server/db/test-server.ts';
import { settle } from '#server/engine/settle.ts';
import { exactReport } from '#server/figure/figure-queries.ts';
import { agrees, comparePublished } from './compare.ts';
import { replayDoc, replayDocFile } from './doc.ts';
import { fillReplay } from './fill.ts';
import { type Life, lives } from './lives.ts';
import { published, summerDay } from './ny-start-published.ts';

let fresh: FreshDatabase;
let owner: pg.Client;
beforeAll(async () => {
  fresh = await freshDatabase();
  owner = new pg.Client({ ...fresh.ownerConfig, options: '-c search_path=app' });
  await owner.connect();
  await fillReplay(owner);
});
afterAll(async () => {
  await owner.end();
  await fresh.drop();
});

const day = (text: string) => text as typeof summerDay;

/** Every figure of both dated reports, by name: the published ones, and those beside them. */
async function everyFigure(): Promise<Record<string, number>> {
  const reports = [
    { name: '2018', from: day('2018-01-01'), to: day('2018-12-31') },
    { name: '2019', from: day('2019-03-01'), to: summerDay },
  ];
  const figures: Record<string, number> = {};
  for (const { name, ...period } of reports) {
    for (const line of await exactReport(rowsOf(owner), services.nyStart, period)) {
      figures[`${name} ${line.figure} ${line.span}`] = line.value ?? -1;
      for (const [gender, count] of Object.entries(line.split?.counts ?? {}))
        figures[`${name} ${line.figure} ${line.span} ${gender}`] = count;
    }
  }
  return figures;
}

/** The next version of one fact of somebody's, with something changed. */
const nextVersion = (table: string, who: Life, patch: object, where = 'true') =>
  owner.query(
    `insert into app.${table} select (jsonb_populate_record(f, jsonb_build_object('id', app.uuid7(), 'version', f.version + 1,
        'supersedes', f.id, 'correction_reason', 'rettet') || $2::jsonb)).*
      from app.${table} f where f.participant_id = $1 and ${where} limit 1`,
    [who.who.participantId, JSON.stringify(patch)],
  );

/** Which figures are other ones after a change, as [before, after]; afterwards the change never was. */
async function changedBy(who: Life, change: () => Promise<pg.QueryResult>) {
  const before = await everyFigure();
  await owner.query('begin');
  // As Siren, who is the one who would put it right.
  await owner.query(
    `select set_config('app.secret', 'replay', true), app.start_demo_session('siren', 'replay')`,
  );
  try {
    expect((await change()).rowCount).toBe(1);
    await settle(rowsOf(owner), [who.who]);
    const after = await everyFigure();
    const names = Object.keys(after).filter((name) => after[name] !== before[name]);
    return Object.fromEntries(names.map((name) => [name, [before[name], after[name]]]));
  } finally {
    await owner.query('rollback');
  }
}

const lifeWith = (fits: (life: Life) => boolean): Life => {
  const life = lives.find(fits);
  if (life === undefined) throw new Error('nobody like that in the replay');
  return life;
};
const man2018 = () => lifeWith((one) => !one.sixWeeks && one.gender === 'man' && one.toWork === undefined);
const here2019 = () => lifeWith((one) => one.sixWeeks && one.gender === 'man' && one.ended === undefined);

describe('counted from the facts of made-up people', () => {
  test('every published figure comes out, exactly or, where it was published as «about», as about', async () => {
    const compared = await comparePublished(owner);
    expect(compared.map(({ figure, agrees: same }) => [figure.figure, same])).toEqual(
      published.map(({ figure }) => [figure, true]),
    );
  });

  test('the page about it tells what a run gives; run node scripts/replay-doc.ts when it does not', async () => {
    expect(readFileSync(replayDocFile, 'utf8')).toBe(replayDoc(await comparePublished(owner)));
  });
});

describe('one fact changed changes the figure it belongs to, and no other', () => {
  test('a mapping of 2018 taken back', async () => {
    const who = man2018();
    expect(await changedBy(who, () => nextVersion('goal', who, { withdrawn: true }))).toEqual({
      '2018 mapped period': [44, 43],
      '2018 mapped period man': [31, 30],
      '2018 mapped total': [44, 43],
      '2018 mapped total man': [31, 30],
      '2019 mapped total': [75, 74],
      '2019 mapped total man': [53, 52],
    });
  });

  test('a mapping of 2019 taken back, which opens the step of the six weeks again', async () => {
    const who = here2019();
    const changed = await changedBy(who, () => nextVersion('goal', who, { withdrawn: true }));
    expect(changed['2019 mapped period']).toEqual([31, 30]);
    expect(Object.keys(changed).filter((name) => !name.startsWith('2019 mapped'))).toEqual([]);
  });

  test('a gender put right', async () => {
    const who = man2018();
    expect(await changedBy(who, () => nextVersion('profile', who, { gender: 'woman' }))).toEqual({
      '2018 mapped period man': [31, 30],
      '2018 mapped period woman': [13, 14],
      '2018 mapped total man': [31, 30],
      '2018 mapped total woman': [13, 14],
      '2019 mapped total man': [53, 52],
      '2019 mapped total woman': [22, 23],
    });
  });

  test('a job start taken back', async () => {
    const who = lifeWith((one) => one.sixWeeks && one.toWork !== undefined);
    expect(await changedBy(who, () => nextVersion('life_event', who, { withdrawn: true }))).toEqual({
      '2019 to-work period': [2, 1],
      '2019 to-work total': [4, 3],
    });
  });

  test('an admission that was for detoxification', async () => {
    const who = lifeWith((one) => one.sixWeeks && one.toInpatient !== undefined);
    expect(await changedBy(who, () => nextVersion('life_event', who, { setting: 'detox' }))).toEqual({
      '2019 to-inpatient period': [1, 0],
      '2019 to-inpatient total': [2, 1],
    });
  });

  test('one day of one person’s at one group', async () => {
    const who = here2019();
    const change = () =>
      nextVersion(
        'attendance',
        who,
        { answer: 'did-not-come' },
        `answer = 'came' and (select (g.starts_at at time zone 'Europe/Oslo')::time < '15:00' from app.group_session g where g.id = f.session_id)`,
      );
    expect(Object.keys(await changedBy(who, change))).toEqual(['2019 day-groups period']);
  });

  test('somebody on hold is not in the service on that day', async () => {
    const who = here2019();
    const change = () => nextVersion('enrolment_state', who, { state: 'paused' }, `state = 'active'`);
    expect(await changedBy(who, change)).toEqual({ '2019 in-service date': [12, 11] });
  });
});

test('a relapse, and coming intoxicated, change no figure', async () => {
  const who = here2019();
  for (const kind of ['relapse', 'came-intoxicated', 'on-hold']) {
    const note = () =>
      owner.query(
        `insert into app.relapse_note select (jsonb_populate_record(null::app.relapse_note, to_jsonb(g) || jsonb_build_object('kind', $2::text, 'topic', 'relapse'))).*
          from app.goal g where participant_id = $1`,
        [who.who.participantId, kind],
      );
    expect(await changedBy(who, note)).toEqual({});
  }
  const { rows } = await owner.query(
    `select proname from pg_proc where pronamespace = 'app'::regnamespace and proname in
      ('figure_people', 'in_service', 'in_service_on', 'day_groups_between', 'status_figures') and prosrc ~ 'relapse'`,
  );
  expect(rows).toEqual([]);
});

test('«about» agrees with what rounds to it, half up, and with nothing else', () => {
  const [eight, thirty] = [
    published.find((one) => one.aboutTo === 1),
    published.find((one) => one.aboutTo === 5),
  ];
  const which = (figure: typeof eight, counts: number[]) =>
    counts.filter((count) => figure !== undefined && agrees(figure, count));
  expect(which(eight, [7.49, 7.5, 8.49, 8.5])).toEqual([7.5, 8.49]);
  expect(which(thirty, [27, 28, 30, 32, 33])).toEqual([28, 30, 32]);
});

test('it fills an empty database only', async () => {
  await expect(fillReplay(owner)).rejects.toThrow('in use already');
});
