import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccessRole, accessRoles, type Topic, topics, visibility } from '#domain/access/visibility.ts';
import { type FreshDatabase, freshDatabase } from './test-server.ts';

// The visibility matrix against the database: every access role, without and with leave, reads and adds to every fact
// table by plain SQL as the application's role. Both lists are found, not written: a new table or role is tested at once.
const home = 'a0000000-0000-4000-8000-000000000001';
const person = 'a0000000-0000-4000-8000-000000000002';
const organisation = 'a0000000-0000-4000-8000-000000000003';
const service = 'a0000000-0000-4000-8000-000000000004';
const worker = 'a0000000-0000-4000-8000-000000000005';
const login = 'a0000000-0000-4000-8000-000000000006';
const SECRET = 'a secret of the matrix, long enough to be nobody else’s';

let database: FreshDatabase;
let client: pg.Client;
let factTables: { name: string; topic: Topic; columns: string }[];

const ask = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await client.query(text, values)).rows;

beforeAll(async () => {
  database = await freshDatabase('demo');
  client = new pg.Client({ ...database.ownerConfig, options: '-c search_path=app' });
  await client.connect();
  factTables = await ask(`
    select c.relname as name, (regexp_match(pg_get_constraintdef(k.oid), '''([a-z-]+)'''))[1] as topic,
      (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
        and attname not in ('recorded_at', 'recorded_by', 'topic', 'superseded')) as columns
    from pg_class c join pg_constraint k on k.conrelid = c.oid and k.contype = 'c' and pg_get_constraintdef(k.oid) ~ '\\(topic = '
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname not in ('clock') order by 1`);
  await furnish();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** One person with a row in every fact table, copied from whoever in the demonstration has one; nobody stands beside them. */
async function furnish(): Promise<void> {
  // Copies refer to what others have: only the walls are asked here.
  await client.query(`set session_replication_role = replica`);
  await client.query(`insert into municipality (id, number, name) values ($1, '9999', 'Prøve')`, [home]);
  await client.query(`insert into participant (municipality_id, id) values ($1, $2)`, [home, person]);
  await client.query(`insert into login_user (id, municipality_id, name) values ($1, $2, 'Prøve')`, [
    login,
    home,
  ]);
  await client.query(
    `insert into login_session (secret_hash, login_user_id, idle_until, expires_at) values (sha256(convert_to($1, 'UTF8')), $2, 'infinity', 'infinity')`,
    [SECRET, login],
  );
  await client.query(
    `insert into worker (municipality_id, id, organisation_id, name) values ($1, $2, $3, 'Prøve')`,
    [home, worker, organisation],
  );
  await client.query(
    `insert into login_worker (login_user_id, municipality_id, worker_id) values ($1, $2, $3)`,
    [login, home, worker],
  );
  for (const { name } of factTables) {
    const made = await client.query(copyOf(name, name));
    expect(made.rowCount, `the demonstration has a ${name}`).toBe(1);
  }
  // What would be a relation to somebody in the demonstration is none to the one who asks here.
  await client.query(`set session_replication_role = origin`);
}

/** Another row of the same content, about the person of this test. */
const copyOf = (into: string, from: string, changes = '{}', columns = '*') => `
  insert into ${into} ${columns === '*' ? '' : `(${columns})`}
  select ${columns === '*' ? 'n.*' : columns.replaceAll(/(\w+)/g, 'n.$1')}
  from (select f from ${from} f where version = 1 and not withdrawn limit 1) o,
    lateral (select gen_random_uuid() as id) i,
    lateral jsonb_populate_record(o.f, jsonb_build_object('municipality_id', '${home}', 'participant_id', '${person}', 'id', i.id, 'fact_id', i.id,
      'recorded_at', app.now()) || '${changes}') n`;

type Relating = (granted: readonly Topic[]) => Promise<void>;

const inKind = (kind: string) => () =>
  client.query(`insert into organisation (municipality_id, id, name, kind) values ($1, $2, 'Prøve', $3)`, [
    home,
    organisation,
    kind,
  ]);
const withRole = (role: string) =>
  client.query(
    `insert into worker_role (municipality_id, worker_id, role, valid_from) values ($1, $2, $3, '2000-01-01')`,
    [home, worker, role],
  );
async function consent(granted: readonly Topic[], recipient: object): Promise<void> {
  if (granted.length === 0) return;
  const none = {
    recipient_municipality_id: null,
    recipient_organisation_id: null,
    recipient_related_id: null,
  };
  await client.query(
    copyOf(
      'consent',
      'consent',
      JSON.stringify({ ...none, ...recipient, topics: granted, valid_from: '2000-01-01', valid_to: null }),
    ),
  );
}
const toOrganisation = { recipient_municipality_id: home, recipient_organisation_id: organisation };

const inTeam =
  (role: string, kind: string): Relating =>
  async (granted) => {
    await inKind(kind)();
    await withRole('worker');
    const membership = {
      role,
      worker_municipality_id: home,
      worker_id: worker,
      valid_from: '2000-01-01',
      valid_to: null,
      substitute_for: null,
    };
    await client.query(copyOf('team_membership', 'team_membership', JSON.stringify(membership)));
    await consent(granted, toOrganisation);
  };
const byConsent =
  (kind: string): Relating =>
  async (granted) => {
    await inKind(kind)();
    await withRole('partner');
    await consent(granted, toOrganisation);
  };
async function ofService(role: string, table: 'enquiry' | 'outreach'): Promise<void> {
  await inKind('municipal')();
  await withRole(role);
  await client.query(
    `insert into service (municipality_id, id, organisation_id, name, neutral_name) values ($1, $2, $3, 'Prøve', 'Prøve')`,
    [home, service, organisation],
  );
  await client.query(
    copyOf(table, table, JSON.stringify({ service_municipality_id: home, service_id: service })),
  );
}

/** How somebody comes to have each role; a role without a line here does not compile. */
const relations: Record<AccessRole, Relating> = {
  participant: async () =>
    void (await client.query('update login_user set participant_id = $1 where id = $2', [person, login])),
  'contact-person': inTeam('contact-person', 'municipal'),
  coordinator: inTeam('coordinator', 'municipal'),
  'team-member': inTeam('team-member', 'municipal'),
  peer: inTeam('peer', 'municipal'),
  intake: () => ofService('intake', 'enquiry'),
  outreach: () => ofService('worker', 'outreach'),
  'group-leader': async () => {
    await inKind('municipal')();
    await withRole('worker');
    await client.query(
      `update group_session set leader_municipality_id = $1, leader_worker_id = $2, starts_at = app.now(), ends_at = app.now() + interval '1 hour'
       where id = (select session_id from attendance where participant_id = $3)`,
      [home, worker, person],
    );
  },
  'related-person': async (granted) => {
    await client.query(
      'update login_user set related_to = $1, related_person_id = (select fact_id from related_person where participant_id = $1) where id = $2',
      [person, login],
    );
    const [near] = await ask<{ id: string }>(
      'select fact_id as id from related_person where participant_id = $1',
      [person],
    );
    await consent(granted, { recipient_related_id: near?.id });
  },
  nav: inTeam('nav', 'nav'),
  dps: inTeam('dps', 'dps'),
  gp: inTeam('gp', 'gp'),
  'work-training': inTeam('work-training', 'work-training'),
  voluntary: inTeam('voluntary', 'voluntary'),
  prison: byConsent('prison'),
  treatment: byConsent('treatment'),
};

/** What the matrix says, once leave has been given for these topics. */
function allowed(role: AccessRole, topic: Topic, granted: readonly Topic[], letters: RegExp): boolean {
  const onlyByConsent =
    (role === 'prison' || role === 'treatment' || role === 'related-person') && granted.length === 0;
  if (onlyByConsent) return false;
  return (visibility[role][topic] ?? '')
    .split(' ')
    .some((cell) => letters.test(cell) && (!cell.endsWith('?') || granted.includes(topic)));
}

async function asRole<T>(
  role: AccessRole,
  granted: readonly Topic[],
  door: string,
  work: () => Promise<T>,
): Promise<T> {
  await client.query('begin');
  try {
    // The relation itself may refer to what is not there; what is asked is what it opens.
    await client.query(`set local session_replication_role = replica`);
    await relations[role](granted);
    await client.query(`set local session_replication_role = origin`);
    await client.query('set local role app_user');
    await client.query('select app.begin($1)', [SECRET]);
    await client.query(`select * from app.${door}('person-page', $1)`, [[person]]);
    return await work();
  } finally {
    await client.query('rollback');
  }
}

async function mayAdd(table: string, columns: string): Promise<boolean> {
  await client.query('savepoint before');
  try {
    await client.query(`reset role`);
    const [row] = await ask<{ row: string }>(
      `select to_jsonb(f)::text as row from ${table} f where participant_id = $1 limit 1`,
      [person],
    );
    await client.query('set local role app_user');
    await client.query(
      `insert into ${table} (${columns}) select ${columns.replaceAll(/(\w+)/g, 'n.$1')} from (select gen_random_uuid() as id) i,
        lateral jsonb_populate_record(null::${table}, $1::jsonb || jsonb_build_object('id', i.id, 'fact_id', i.id, 'worker_municipality_id', '${home}')) n`,
      [row?.row],
    );
    return true;
  } catch (error) {
    // Past the wall it may still meet a key or a check: that it got there is the answer.
    const { code } = error as { code?: string };
    if (code === '42501') return false;
    if (code?.startsWith('235')) return true;
    throw error;
  } finally {
    await client.query('rollback to savepoint before');
  }
}

describe.each(accessRoles)('%s', (role) => {
  test.each([
    ['without leave', []],
    ['with leave for everything', [...topics]],
  ] as const)('reads what the matrix says, %s', (_, granted) =>
    asRole(role, granted, 'open', async () => {
      for (const { name, topic } of factTables) {
        const seen = await ask(`select from ${name} where participant_id = $1 limit 1`, [person]);
        expect([name, seen.length > 0]).toEqual([name, allowed(role, topic, granted, /^[rw]/)]);
      }
    }),
  );

  test.each([
    ['without leave', []],
    ['with leave for everything', [...topics]],
  ] as const)('adds what the matrix says, %s', (_, granted) =>
    asRole(role, granted, 'open_change', async () => {
      for (const { name, topic, columns } of factTables) {
        expect([name, await mayAdd(name, columns)]).toEqual([name, allowed(role, topic, granted, /^[wa]/)]);
      }
    }),
  );
});

test('every topic that has a table is in the matrix, and every fact table has a topic', () => {
  expect(factTables.length).toBeGreaterThan(25);
  expect(factTables.filter(({ topic }) => !topics.includes(topic))).toEqual([]);
});
