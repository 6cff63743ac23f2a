import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workers } from '#db/demo/people.ts';
import { type FreshDatabase, freshDatabase } from '#server/db/test-server.ts';
import { whatGoes } from '#server/retention/what-goes.ts';
import { addressOf, medvandrer } from './test-medvandrer.ts';

let fresh: FreshDatabase;
let client: pg.Client;
const asked = async <Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> =>
  (await client.query(statement, values)).rows;

beforeAll(async () => {
  fresh = await freshDatabase('demo');
  client = new pg.Client({ ...fresh.ownerConfig, options: '-c search_path=app' });
  await client.connect();
  // Two who may, and years later.
  for (const [name, role] of [
    ['ola', 'system-administrator'],
    ['siren', 'auditor'],
  ] as const) {
    await client.query(
      `insert into worker_role (municipality_id, worker_id, role, valid_from)
        select w.municipality_id, w.id, $2, '2020-01-01' from worker w where w.municipality_id = $1 and w.name = $3`,
      [workers[name].municipalityId, role, workers[name].name],
    );
  }
  await client.query(`update installation set frozen_at = '2031-01-01T12:00Z'`);
});
afterAll(async () => {
  await client.end();
  await fresh.drop();
});

const MUNICIPALITY = workers.ola.municipalityId;
const run = async (command: string, options: Record<string, string>) => {
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const ran = await medvandrer(
    { DATABASE_URL: addressOf(fresh.ownerConfig) },
    `retention-${command}`,
    '--json',
    ...words,
  );
  return { ...ran, told: ran.code === 0 ? JSON.parse(ran.out) : undefined };
};
const place = async () =>
  (await asked<{ number: string }>('select number from municipality where id = $1', [MUNICIPALITY]))[0]
    ?.number ?? '';
const facts = async () => {
  const tables = await asked<{ fact_table: string }>('select fact_table from app.fact_tables()');
  const all = new Map<string, string>();
  for (const { fact_table } of tables)
    for (const { id, row } of await asked<{ id: string; row: string }>(
      `select id, f::text as row from ${fact_table} f`,
    ))
      all.set(`${fact_table}/${id}`, row);
  return all;
};

describe('what is kept', () => {
  test('is kept for ever where nobody has decided anything', async () => {
    const plan = await run('plan', { municipality: await place(), by: workers.ola.name });
    expect(plan.told).toEqual({ run: null, items: [] });
  });

  test('is decided by those who look after the installation, with a reason', async () => {
    const period = {
      municipality: await place(),
      class: 'health-record',
      months: '24',
      because: 'Avtale med arkivet',
    };
    expect((await run('period', { ...period, by: 'Kari Ree' })).err).toContain(
      'neither system administrator nor auditor',
    );
    expect((await run('period', { ...period, by: workers.ola.name, months: 'soon' })).code).toBe(2);
    expect((await run('period', { ...period, by: workers.ola.name, class: 'all' })).code).toBe(2);
    for (const legalClass of ['health-record', 'shared-plan', 'participant-own'])
      expect((await run('period', { ...period, by: workers.ola.name, class: legalClass })).code).toBe(0);
    await run('period', { ...period, by: workers.siren.name, months: '36' });
    expect(
      await asked(
        'select months, u.name as by, set_proved as proved from retention_period p join login_user u on u.id = p.set_by where legal_class = $1 order by p.id',
        ['health-record'],
      ),
    ).toEqual([
      { months: 24, by: workers.ola.name, proved: false },
      { months: 36, by: workers.siren.name, proved: false },
    ]);
    expect((await run('period', { ...period, by: workers.ola.name, months: '36' })).err).toContain('already');
  });
});

describe('a plan', () => {
  let plan: {
    run: string;
    items: { table: string; id: string; participantId: string; legalClass: string }[];
  };

  test('names every row and deletes none, nor anything of those who are here', async () => {
    const before = await facts();
    plan = (await run('plan', { municipality: await place(), by: workers.ola.name })).told;
    expect((await run('plan', { municipality: await place(), by: workers.siren.name })).err).toContain(
      'under way already',
    );
    expect(plan.items.length).toBeGreaterThan(20);
    expect(await facts()).toEqual(before);
    for (const { table, id } of plan.items) expect(before.has(`${table}/${id}`)).toBe(true);
    const here = await asked<{ id: string }>(
      'select participant_id as id from enrolment_now e where app.under_way(e.municipality_id, e.participant_id, e.fact_id)',
    );
    expect(here.length).toBeGreaterThan(5);
    const people = new Set(plan.items.map(({ participantId }) => participantId));
    expect(here.filter(({ id }) => people.has(id))).toEqual([]);
  });

  test('names nothing of one who is registered twice and is followed up on the other row', async () => {
    const [whose = ''] = plan.items.map(({ participantId }) => participantId);
    const [here] = await asked<{ home: string; id: string }>(
      'select municipality_id as home, participant_id as id from enrolment_now e where app.under_way(e.municipality_id, e.participant_id, e.fact_id) limit 1',
    );
    const named = async () =>
      (await whatGoes(client, MUNICIPALITY)).filter(({ participantId }) => participantId === whose).length;
    expect(await named()).toBeGreaterThan(0);
    await client.query(
      `insert into person_merge (municipality_id, participant_id, surviving_municipality_id, surviving_id, found_by, asked_by, reason, merged_by)
        select $1, $2, $3, $4, 'hand', 'worker', 'x', (select id from login_user order by id limit 1)`,
      [MUNICIPALITY, whose, here?.home, here?.id],
    );
    await client.query('select app.remake_same_person($1)', [whose]);
    expect(await named()).toBe(0);
    await client.query(
      `update person_merge set split_by = merged_by, split_at = app.now(), split_reason = 'x'`,
    );
    await client.query('select app.remake_same_person($1), app.remake_same_person($2)', [whose, here?.id]);
    expect(await named()).toBeGreaterThan(0);
  });

  test('is approved by another person, and goes no sooner', async () => {
    expect((await run('carry-out', { plan: plan.run })).err).toContain('not approved');
    expect((await run('approve', { plan: plan.run, by: workers.ola.name.toUpperCase() })).err).toContain(
      'another person',
    );
    expect((await run('approve', { plan: plan.run, by: 'Kari Ree' })).code).toBe(1);
    expect((await run('approve', { plan: 'nothing', by: workers.siren.name })).err).toContain(
      'There is no plan',
    );
    expect((await run('approve', { plan: plan.run, by: workers.siren.name })).code).toBe(0);
  });

  test('carried out takes exactly what it named, except of somebody who is held', async () => {
    const before = await facts();
    const [held = ''] = plan.items.map(({ participantId }) => participantId);
    const hold = {
      municipality: await place(),
      by: workers.siren.name,
      because: 'Klagesak',
      participant: held,
    };
    expect((await run('hold', hold)).code).toBe(0);
    const done = await run('carry-out', { plan: plan.run });
    expect(done.err).toBe('');
    const after = await facts();
    const expected = plan.items.filter(({ participantId }) => participantId !== held);
    const gone = [...before.keys()].filter((key) => !after.has(key));
    expect(new Set(gone)).toEqual(new Set(expected.map(({ table, id }) => `${table}/${id}`)));
    expect(gone.length).toBeGreaterThan(10);
    for (const [key, row] of after) expect(row).toBe(before.get(key));
    expect(done.told).toMatchObject({ gone: gone.length, left: plan.items.length - gone.length });
  });

  test('leaves a trace that names nobody', async () => {
    const [trace] = await asked<{ trace: string }>(
      `select row_to_json(r)::text as trace from retention_run r where ended_as = 'carried-out'`,
    );
    for (const { id, participantId } of plan.items) {
      expect(trace?.trace).not.toContain(id);
      expect(trace?.trace).not.toContain(participantId);
    }
    expect(trace?.trace).toContain('health-record');
    expect(await asked('select from retention_item')).toEqual([]);
    const subjects = plan.items.map(({ id }) => id);
    const heldOnes = await asked<{ id: string }>('select participant_id as id from retention_hold');
    expect(
      await asked('select from clock where subject_id = any ($1) and participant_id <> all ($2)', [
        subjects,
        heldOnes.map(({ id }) => id),
      ]),
    ).toEqual([]);
  });

  test('is carried out once', async () => {
    expect((await run('carry-out', { plan: plan.run })).err).toContain('carried out already');
  });
});

test('what the participant asked to have deleted, and was told yes, goes in the next plan', async () => {
  const [entry] = await asked<{ fact_id: string; participant_id: string }>(
    `select c.fact_id, c.participant_id from contact c where c.municipality_id = $1
      and not exists (select from retention_hold h where h.participant_id = c.participant_id) limit 1`,
    [MUNICIPALITY],
  );
  const participantId = entry?.participant_id;
  const municipalityId = MUNICIPALITY;
  const columns =
    'municipality_id, participant_id, id, fact_id, happened_at, recorded_by, said_by, legal_class';
  const values = `$1, $2, $3, $3, app.now(), (select id from login_user limit 1), $2`;
  const ids = ['018e0000-0000-7000-8000-0000000000a1', '018e0000-0000-7000-8000-0000000000a2'];
  await client.query(
    `insert into rights_request (${columns}, kind, about_table, about_fact_id, about_class, words)
      values (${values}, 'participant-own', 'erase', 'contact', $4, 'health-record', 'Slett dette')`,
    [municipalityId, participantId, ids[0], entry?.fact_id],
  );
  await client.query(
    `insert into rights_decision (${columns}, request_id, outcome, words) values (${values}, 'shared-plan', $4, 'granted', 'Ja')`,
    [municipalityId, participantId, ids[1], ids[0]],
  );
  const plan = (await run('plan', { municipality: await place(), by: workers.siren.name })).told;
  expect(
    plan.items.filter((item: { participantId: string }) => item.participantId === participantId),
  ).toMatchObject([{ table: 'contact', factId: entry?.fact_id }]);
  const no = { plan: plan.run, by: workers.siren.name, because: 'Vi venter' };
  expect((await run('refuse', { ...no, by: 'Kari Ree' })).code).toBe(1);
  expect((await run('refuse', no)).code).toBe(0);
  expect((await run('approve', { plan: plan.run, by: workers.ola.name })).err).toContain(
    'has ended: turned-down',
  );
  expect(await asked('select from retention_item')).toEqual([]);
});
