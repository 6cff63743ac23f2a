import type pg from 'pg';
import type { AccessRole } from '#domain/access/roles.ts';
import type { Topic } from '#domain/access/topics.ts';

// One person with a row of every kind of fact, nobody beside them, and how somebody comes to stand in each relation to them.
export const home = 'a0000000-0000-4000-8000-000000000001';
export const person = 'a0000000-0000-4000-8000-000000000002';
const organisation = 'a0000000-0000-4000-8000-000000000003';
const service = 'a0000000-0000-4000-8000-000000000004';
const worker = 'a0000000-0000-4000-8000-000000000005';
const login = 'a0000000-0000-4000-8000-000000000006';
export const SECRET = 'a secret of the matrix, long enough to be nobody else’s';

/** A table whose rows have topics of their own is there once for each. */
export interface FactTable {
  name: string;
  topic: Topic;
  columns: string;
  /** No role of the application may add; a function does. */
  byFunctionOnly: boolean;
}

export async function factTablesOf(client: Asking): Promise<FactTable[]> {
  const { rows } = await client.query(`
    select c.relname as name, found.topic,
      (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
        and attname not in ('recorded_at', 'recorded_by', 'topic', 'superseded')) as columns,
      not has_any_column_privilege('app_user', c.oid, 'insert') as "byFunctionOnly"
    from pg_class c join pg_constraint k on k.conrelid = c.oid and k.contype = 'c' and pg_get_constraintdef(k.oid) ~ '\\(topic = '
    cross join lateral string_to_table((regexp_match(pg_get_constraintdef(k.oid), '''{(.*)}'''))[1], ',') found (topic)
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname not in ('clock',
      -- They have the topic of the entry they are about, and are written by who reads it: see rights.api.test.ts.
      'rights_request', 'rights_decision') order by 1`);
  return rows;
}

/** One person with a row in every fact table, copied from whoever in the demonstration has one; nobody stands beside them. */
export async function furnish(client: Asking, factTables: readonly FactTable[]): Promise<void> {
  // Copies refer to what others have: only the walls are asked here.
  await client.query(`set session_replication_role = replica`);
  // A block would take away what the matrix gives: it has tests of its own.
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
  await furnishOne(client, factTables, { home, person });
  // What would be a relation to somebody in the demonstration is none to the one who asks here.
  await client.query(`set session_replication_role = origin`);
}

/** A row in every fact table for each of its topics, about one person. */
export async function furnishOne(
  client: Asking,
  factTables: readonly FactTable[],
  who: { home: string; person: string },
): Promise<void> {
  for (const { name, topic } of factTables) {
    const of =
      name === 'goal_closure'
        ? (
            await client.query('select id as goal_id from goal where participant_id = $1 and topic = $2', [
              who.person,
              topic,
            ])
          ).rows
        : [];
    const made = await client.query(
      copyOf(name, name, JSON.stringify({ ...rowOf[topic], ...of[0] }), '*', who),
    );
    if (made.rowCount !== 1) throw new Error(`the demonstration has no ${name}`);
  }
}

/** What makes a row of a topic of its own, in a table that has several. */
const rowOf: Partial<Record<Topic, object>> = {
  goals: { life_area: 'meaning' },
  'work-goals': { life_area: 'work' },
  'money-goals': { life_area: 'money' },
};

/** Another row of the same content, about the person of this test. */
const copyOf = (into: string, from: string, changes = '{}', columns = '*', who = { home, person }) => `
  insert into ${into} ${columns === '*' ? '' : `(${columns})`}
  select ${columns === '*' ? 'n.*' : columns.replaceAll(/(\w+)/g, 'n.$1')}
  from (select f from ${from} f where version = 1 and not withdrawn limit 1) o,
    lateral (select gen_random_uuid() as id) i,
    lateral jsonb_populate_record(o.f, jsonb_build_object('municipality_id', '${who.home}', 'participant_id', '${who.person}', 'id', i.id, 'fact_id', i.id,
      'recorded_at', app.now()) || '${changes}') n`;

/** Whoever can ask the database as its owner. */
export type Asking = Pick<pg.Pool, 'query'> | pg.Client;
export type Relating = (client: Asking, granted: readonly Topic[]) => Promise<void>;

const inKind = (client: Asking, kind: string) =>
  client.query(`insert into organisation (municipality_id, id, name, kind) values ($1, $2, 'Prøve', $3)`, [
    home,
    organisation,
    kind,
  ]);
const withRole = (client: Asking, role: string) =>
  client.query(
    `insert into worker_role (municipality_id, worker_id, role, valid_from) values ($1, $2, $3, '2000-01-01')`,
    [home, worker, role],
  );
async function consent(client: Asking, granted: readonly Topic[], recipient: object): Promise<void> {
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
  async (client, granted) => {
    await inKind(client, kind);
    await withRole(client, 'worker');
    const membership = {
      role,
      worker_municipality_id: home,
      worker_id: worker,
      valid_from: '2000-01-01',
      valid_to: null,
      substitute_for: null,
    };
    await client.query(copyOf('team_membership', 'team_membership', JSON.stringify(membership)));
    await consent(client, granted, toOrganisation);
  };
const byConsent =
  (kind: string): Relating =>
  async (client, granted) => {
    await inKind(client, kind);
    await withRole(client, 'partner');
    await consent(client, granted, toOrganisation);
  };
async function ofService(client: Asking, role: string, table: 'enquiry' | 'outreach'): Promise<void> {
  await inKind(client, 'municipal');
  await withRole(client, role);
  await client.query(
    `insert into service (municipality_id, id, organisation_id, name, neutral_name) values ($1, $2, $3, 'Prøve', 'Prøve')`,
    [home, service, organisation],
  );
  await client.query(
    copyOf(table, table, JSON.stringify({ service_municipality_id: home, service_id: service })),
  );
}

/** How somebody comes to have each role; a role without a line here does not compile. */
export const relations: Record<AccessRole, Relating> = {
  participant: async (client) =>
    void (await client.query('update login_user set participant_id = $1 where id = $2', [person, login])),
  'contact-person': inTeam('contact-person', 'municipal'),
  coordinator: inTeam('coordinator', 'municipal'),
  'team-member': inTeam('team-member', 'municipal'),
  peer: inTeam('peer', 'municipal'),
  intake: (client) => ofService(client, 'intake', 'enquiry'),
  outreach: (client) => ofService(client, 'worker', 'outreach'),
  'group-leader': async (client) => {
    await inKind(client, 'municipal');
    await withRole(client, 'worker');
    await client.query(
      `update group_session set leader_municipality_id = $1, leader_worker_id = $2, starts_at = app.now(), ends_at = app.now() + interval '1 hour'
       where id = (select session_id from attendance where participant_id = $3)`,
      [home, worker, person],
    );
  },
  'related-person': async (client, granted) => {
    await client.query(
      'update login_user set related_to = $1, related_person_id = (select fact_id from related_person where participant_id = $1) where id = $2',
      [person, login],
    );
    const {
      rows: [near],
    } = await client.query<{ id: string }>(
      'select fact_id as id from related_person where participant_id = $1',
      [person],
    );
    await consent(client, granted, { recipient_related_id: near?.id });
  },
  nav: inTeam('nav', 'nav'),
  dps: inTeam('dps', 'dps'),
  gp: inTeam('gp', 'gp'),
  'work-training': inTeam('work-training', 'work-training'),
  voluntary: inTeam('voluntary', 'voluntary'),
  prison: byConsent('prison'),
  treatment: byConsent('treatment'),
  employer: byConsent('employer'),
  verge: async (client, granted) => {
    await client.query(
      'update login_user set related_to = $1, related_person_id = (select fact_id from related_person where participant_id = $1) where id = $2',
      [person, login],
    );
    if (granted.length === 0) return;
    await client.query(
      `update mandate set topics = $1, valid_from = '2000-01-01', valid_to = null,
        related_person_id = (select fact_id from related_person where participant_id = $2) where participant_id = $2`,
      [granted, person],
    );
  },
  'coordinating-unit': async (client) => {
    await inKind(client, 'municipal');
    await withRole(client, 'coordinating-unit');
  },
  emergency: async (client) => {
    await inKind(client, 'municipal');
    await withRole(client, 'worker');
    await client.query(
      `update emergency_opening set worker_municipality_id = $1, worker_id = $2, valid_from = app.now(), valid_to = app.now() + interval '4 hours' where participant_id = $3`,
      [home, worker, person],
    );
  },
  'participant-by-code': async (client) => {
    await client.query('update login_user set participant_id = $1 where id = $2', [person, login]);
    await client.query(`update login_session set strength = 'code' where login_user_id = $1`, [login]);
  },
};

/** Those who are nothing to a person before the person, or a mandate, has said what. */
export const onlyByLeave: readonly AccessRole[] = [
  'prison',
  'treatment',
  'employer',
  'related-person',
  'verge',
];
