import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { AccessRole } from '#domain/access/roles.ts';
import type { Topic } from '#domain/access/topics.ts';
import {
  addFact,
  homeOf,
  homeOfPlace,
  id,
  lookers,
  organisationId,
  PEOPLE,
  personId,
  placeOf,
  relatedId,
  secretOf,
  serviceId,
  WORKERS,
  workerId,
  workersOf,
} from './test-world-people.ts';
import { buildWork, type Work } from './test-world-work.ts';

// A small world of relations, made at random: as rows for the database, and what they ought to open, worked out again here.
/** Four hours. */
export const EMERGENCY_DAYS = 4 / 24;
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
  employed: readonly { role: string; period: Period }[];
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
  work: Work;
  /** What each role reads, always and where it is granted, as bits; the table itself when none is drawn. */
  policy: Readonly<Record<AccessRole, readonly [number, number]>> | null;
  strong: boolean;
}

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
  for (const place of [0, 1])
    await client.query(
      `insert into service (municipality_id, id, organisation_id, name, neutral_name) values ($1, $2, $3, 'Prøve', 'Prøve')`,
      [homeOfPlace(place), serviceId(place), organisationId(place)],
    );
  for (let worker = 0; worker < WORKERS; worker++)
    await client.query(
      `insert into worker (municipality_id, id, organisation_id, name) values ($1, $2, $3, 'Prøve')`,
      [homeOfPlace(placeOf(worker)), workerId(worker), organisationId(placeOf(worker))],
    );
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
  await buildWork(client, world.work, (days) => instant(days) ?? '');
  for (const [role, [always, granted]] of Object.entries(world.policy ?? {}))
    await client.query('update access_role set read_always = $2, read_granted = $3 where code = $1', [
      role,
      always,
      granted,
    ]);
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
  for (const [worker, { role, period }] of world.employed.entries())
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
