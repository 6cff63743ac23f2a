import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { AccessRole } from '#domain/access/roles.ts';
import type { Topic } from '#domain/access/topics.ts';

// A small world of relations, made at random: as rows for the database, and what they ought to open, worked out again here.
export const PEOPLE = 3;
/** Four hours. */
export const EMERGENCY_DAYS = 4 / 24;
export const WORKERS = 4;
/** Days before and after the moment somebody looks. */
export type Period = readonly [from: number, to: number | null];
export interface Relation {
  person: number;
  period: Period;
  withdrawn: boolean;
}
export interface World {
  /** The kind of each worker's organisation; the last two share the first one's. */
  kinds: readonly [string, string];
  /** One for each worker: the roles they have, and when. */
  work: readonly { role: string; period: Period }[];
  members: readonly (Relation & { worker: number; role: AccessRole })[];
  consents: readonly (Relation & {
    to: number | 'related' | 'one';
    worker: number;
    topics: readonly Topic[];
  })[];
  blocks: readonly (Omit<Relation, 'period'> & {
    to: 'worker' | 'organisation' | 'all';
    which: number;
    topics: readonly Topic[] | null;
  })[];
  mandates: readonly (Relation & { topics: readonly Topic[] })[];
  emergencies: readonly (Omit<Relation, 'withdrawn'> & { worker: number })[];
  strong: boolean;
}

const id = (kind: number, n: number) => `b000000${kind}-0000-4000-8000-00000000000${n}`;
export const homeOf = (person: number) => id(1, person % 2);
export const personId = (person: number) => id(2, person);
const organisationId = (place: number) => id(3, place);
const workerId = (worker: number) => id(4, worker);
const relatedId = (person: number) => id(5, person);
/** Who looks: each worker has a login, the last two one together; each person has one, and somebody close to each. */
export const lookers = ['worker 0', 'worker 1', 'worker 2+3', 'person 0', 'related 0', 'related 1'] as const;
export type Looker = (typeof lookers)[number];
export const secretOf = (looker: Looker) => `the secret of ${looker}, long enough to be nobody else’s`;
export const workersOf: Record<Looker, readonly number[]> = {
  'worker 0': [0],
  'worker 1': [1],
  'worker 2+3': [2, 3],
  'person 0': [],
  'related 0': [],
  'related 1': [],
};
export const placeOf = (worker: number) => worker % 2;
export const homeOfPlace = (place: number) => id(1, place);

/** Those who are there whatever the relations are. */
export async function settleIn(client: pg.Client): Promise<void> {
  for (const n of [0, 1])
    await client.query(`insert into municipality (id, number, name) values ($1, $2, 'Prøve')`, [
      id(1, n),
      `999${n}`,
    ]);
  for (let person = 0; person < PEOPLE; person++)
    await client.query('insert into participant (municipality_id, id) values ($1, $2)', [
      homeOf(person),
      personId(person),
    ]);
  for (const looker of lookers) {
    const login = id(6, lookers.indexOf(looker));
    const [kind, which] = looker.split(' ');
    const about = Number(which?.[0]);
    await client.query(
      'insert into login_user (id, municipality_id, name, participant_id, related_to, related_person_id) values ($1, $2, $3, $4, $5, $6)',
      [
        login,
        homeOf(kind === 'worker' ? placeOf(about) : about),
        'Prøve',
        kind === 'person' ? personId(about) : null,
        ...(kind === 'related' ? [personId(about), relatedId(about)] : [null, null]),
      ],
    );
    await client.query(
      `insert into login_session (secret_hash, login_user_id, idle_until, expires_at) values (sha256(convert_to($1, 'UTF8')), $2, 'infinity', 'infinity')`,
      [secretOf(looker), login],
    );
    for (const worker of workersOf[looker])
      await client.query(
        'insert into login_worker (login_user_id, municipality_id, worker_id) values ($1, $2, $3)',
        [login, homeOfPlace(placeOf(worker)), workerId(worker)],
      );
  }
  for (let worker = 0; worker < WORKERS; worker++)
    await client.query(
      `insert into worker (municipality_id, id, organisation_id, name) values ($1, $2, $3, 'Prøve')`,
      [homeOfPlace(placeOf(worker)), workerId(worker), organisationId(placeOf(worker))],
    );
}

async function addFact(
  client: pg.Client,
  table: string,
  person: number,
  content: Record<string, unknown>,
  withdrawn = false,
): Promise<void> {
  const fact = crypto.randomUUID();
  const base = {
    municipality_id: homeOf(person),
    participant_id: personId(person),
    fact_id: fact,
    happened_at: '2020-01-01',
    recorded_by: personId(person),
    said_by: personId(person),
    legal_class: 'shared-plan',
    ...content,
  };
  const versions = [
    { ...base, id: fact, version: 1, superseded: withdrawn },
    ...(withdrawn
      ? [
          {
            ...base,
            id: crypto.randomUUID(),
            version: 2,
            supersedes: fact,
            correction_reason: 'x',
            withdrawn: true,
          },
        ]
      : []),
  ];
  for (const row of versions) {
    const columns = Object.keys(row).join(', ');
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`,
      [JSON.stringify(row)],
    );
  }
}

type Instant = (days: number | null) => string | null;
const within = (instant: Instant, [from, to]: Period) => ({
  valid_from: instant(from),
  valid_to: instant(to),
});

/** A world as rows, at a moment. */
export async function build(client: pg.Client, world: World, moment: string): Promise<void> {
  const instant: Instant = (days) =>
    days === null ? null : new Date(Date.parse(moment) + days * 86_400_000).toISOString();
  await employ(client, world, instant);
  await relate(client, world, instant);
  await closeDoors(client, world);
  await client.query('update login_session set strength = $1 where secret_hash = any ($2::bytea[])', [
    world.strong ? 'strong' : 'code',
    lookers.map((looker) => createHash('sha256').update(secretOf(looker)).digest()),
  ]);
}

async function employ(client: pg.Client, world: World, instant: Instant): Promise<void> {
  for (const place of [0, 1])
    await client.query(
      `insert into organisation (municipality_id, id, name, kind) values ($1, $2, 'Prøve', $3)`,
      [homeOfPlace(place), organisationId(place), world.kinds[place]],
    );
  for (const [worker, { role, period }] of world.work.entries())
    await client.query(
      'insert into worker_role (municipality_id, worker_id, role, valid_from, valid_to) values ($1, $2, $3, $4, $5)',
      [homeOfPlace(placeOf(worker)), workerId(worker), role, instant(period[0]), instant(period[1])],
    );
}

async function relate(client: pg.Client, world: World, instant: Instant): Promise<void> {
  for (const { person, worker, role, period, withdrawn } of world.members)
    await addFact(
      client,
      'team_membership',
      person,
      {
        worker_municipality_id: homeOfPlace(placeOf(worker)),
        worker_id: workerId(worker),
        role,
        ...within(instant, period),
      },
      withdrawn,
    );
  for (const { person, to, worker, topics: granted, period, withdrawn } of world.consents)
    await addFact(
      client,
      'consent',
      person,
      {
        ...recipientOf(person, to, worker),
        topics: granted,
        words: 'x',
        language: 'nb',
        edition: 1,
        given_how: 'self',
        ...within(instant, period),
      },
      withdrawn,
    );
  for (const { person, topics: open, period, withdrawn } of world.mandates)
    await addFact(
      client,
      'mandate',
      person,
      {
        related_person_id: relatedId(person),
        scopes: ['money'],
        topics: open,
        document: 'x',
        ...within(instant, period),
      },
      withdrawn,
    );
  for (const { person, worker, period } of world.emergencies)
    await addFact(client, 'emergency_opening', person, {
      worker_municipality_id: homeOfPlace(placeOf(worker)),
      worker_id: workerId(worker),
      reason: 'somebody has to know',
      valid_from: instant(period[0]),
      valid_to: instant(period[0] + EMERGENCY_DAYS),
    });
}

function recipientOf(person: number, to: number | 'related' | 'one', worker: number): object {
  if (to === 'related') return { recipient_related_id: relatedId(person) };
  const place = to === 'one' ? placeOf(worker) : to;
  return {
    recipient_municipality_id: homeOfPlace(place),
    recipient_organisation_id: organisationId(place),
    ...(to === 'one'
      ? { recipient_worker_municipality_id: homeOfPlace(place), recipient_worker_id: workerId(worker) }
      : {}),
  };
}

async function closeDoors(client: pg.Client, world: World): Promise<void> {
  for (const { person, to, which, topics: closed, withdrawn } of world.blocks) {
    const home = homeOfPlace(placeOf(which));
    const whom = {
      worker: { worker_municipality_id: home, worker_id: workerId(which) },
      organisation: { organisation_municipality_id: home, organisation_id: organisationId(placeOf(which)) },
      all: {},
    }[to];
    await addFact(client, 'block', person, { topics: closed, ...whom }, withdrawn);
  }
}
