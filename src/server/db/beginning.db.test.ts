import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { participants, personas, services, workers } from '#db/demo/people.ts';
import { asSuperuser, type RawSession } from './test-raw-session.ts';
import { buildWalls, open, type Walls } from './test-walls.ts';

// Relations at the beginning: somebody met outside, somebody who asks again, somebody whose contact person is gone.
let walls: Walls;
beforeAll(async () => {
  walls = await buildWalls();
});
afterAll(() => walls.database.drop());

const owner = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  asSuperuser(walls.database, async (client) => (await client.query(text, values)).rows as Row[]);
/** What the persona is to somebody, apart from leading a group these days that everyone in the service may come to. */
const rolesOf = (persona: string, id: string): Promise<string[]> =>
  walls.as(persona, async (session: RawSession) => {
    const [opening] = (await open(session, id)) as { roles: string[] }[];
    return opening?.roles.filter((role) => role !== 'group-leader') ?? [];
  });
const home = personas.tone.municipalityId;
const nyStart = [services.nyStart.municipalityId, services.nyStart.id];

/** Adds a fact past the walls, at a time; its id is the answer. */
async function add(table: string, participant: string, at: string, content: Record<string, unknown>) {
  const id = crypto.randomUUID();
  const names = Object.keys(content);
  await owner(
    `insert into ${table} (municipality_id, id, participant_id, fact_id, recorded_by, said_by, legal_class, happened_at, ${names.join(', ')})
     select municipality_id, $1, id, $1, $2, $3, 'health-record', $4, ${names.map((_, n) => `$${n + 6}`).join(', ')} from participant where id = $5`,
    [id, personas.siren.loginId, workers.siren.id, at, participant, ...Object.values(content)],
  );
  return id;
}
async function newcomer(): Promise<string> {
  const id = crypto.randomUUID();
  await owner('insert into participant (municipality_id, id) values ($1, $2)', [home, id]);
  await add('profile', id, '2024-03-10T12:00+01:00', { given_name: 'Kjent på gata', family_name: '' });
  return id;
}
const service = { service_municipality_id: nyStart[0], service_id: nyStart[1] };
async function enrolled(id: string, at: string, ended?: string): Promise<void> {
  const enrolment = await add('enrolment', id, at, service);
  await add('enrolment_state', id, at, { enrolment_id: enrolment, state: 'active' });
  if (ended !== undefined)
    await add('enrolment_state', id, ended, {
      enrolment_id: enrolment,
      state: 'ended',
      ended_because: 'moved',
    });
}

describe('somebody met outside', () => {
  test('is open to whoever works in the service, and to nobody else, until they are taken in', async () => {
    const id = await newcomer();
    await add('outreach', id, '2024-03-10T12:00+01:00', { ...service, outcome: 'met', note: '' });
    for (const inside of ['siren', 'ola', 'christer'])
      expect(await rolesOf(inside, id), inside).toEqual(['outreach']);
    for (const outside of ['anne', 'kari', 'ingunn', 'per', 'tone'])
      expect(await rolesOf(outside, id), outside).toEqual([]);
    await enrolled(id, '2024-03-12T12:00+01:00');
    expect(await rolesOf('christer', id)).toEqual([]);
  });

  test('after a stay that has ended is open again', async () => {
    const id = await newcomer();
    await enrolled(id, '2023-01-10T12:00+01:00', '2023-09-01T12:00+02:00');
    expect(await rolesOf('christer', id)).toEqual([]);
    await add('outreach', id, '2024-03-10T12:00+01:00', { ...service, outcome: 'not-met', note: '' });
    expect(await rolesOf('christer', id)).toEqual(['outreach']);
  });

  test('opens nothing but what they are called and what was noted there', async () => {
    const id = await newcomer();
    await add('outreach', id, '2024-03-10T12:00+01:00', { ...service, outcome: 'met', note: 'på torget' });
    await add('contact', id, '2024-03-10T12:00+01:00', { kind: 'talk', note: 'hemmelig' });
    await walls.as('christer', async (session) => {
      await open(session, id);
      expect(await session.query('select from outreach')).toHaveLength(1);
      expect(await session.query('select from profile')).toHaveLength(1);
      expect(await session.query('select from contact')).toEqual([]);
      expect(await session.query('select from enrolment')).toEqual([]);
    });
  });
});

describe('an enquiry', () => {
  const asked = (id: string, at: string) =>
    add('enquiry', id, at, { ...service, source: 'self', words: 'Vil gjerne begynne igjen.' });

  test('from somebody whose stay has ended is seen by those who take in; the stay before it opens nobody', async () => {
    const id = await newcomer();
    await enrolled(id, '2023-01-10T12:00+01:00', '2023-09-01T12:00+02:00');
    expect(await rolesOf('ola', id)).toEqual([]);
    await asked(id, '2024-03-13T12:00+01:00');
    expect(await rolesOf('ola', id)).toEqual(['intake']);
    await enrolled(id, '2024-03-14T08:00+01:00');
    expect(await rolesOf('ola', id)).toEqual([]);
  });

  test('about somebody who is in the service is for those beside them, and opens nothing to the rest', async () => {
    const id = await newcomer();
    await enrolled(id, '2023-12-10T12:00+01:00');
    await asked(id, '2024-03-13T12:00+01:00');
    expect(await rolesOf('ola', id)).toEqual([]);
  });
});

describe('somebody without a contact person', () => {
  const clock = (id: string, showsAt: string) =>
    owner(
      `insert into clock (municipality_id, participant_id, rule, subject_id, shows_at, opens_at, owner_role)
       select municipality_id, participant_id, 'contact-person-missing', id, $2, $2, 'coordinator' from enrolment where participant_id = $1`,
      [id, showsAt],
    );

  test('is open to those who take in to the service, while the clock says so', async () => {
    const id = await newcomer();
    await enrolled(id, '2023-12-10T12:00+01:00');
    expect(await rolesOf('ola', id)).toEqual([]);
    await clock(id, '2024-03-14T08:20+01:00');
    for (const intake of ['siren', 'ola']) expect(await rolesOf(intake, id), intake).toEqual(['intake']);
    for (const other of ['christer', 'anne', 'kari', 'ingunn', 'per', 'tone'])
      expect(await rolesOf(other, id), other).toEqual([]);
    await owner('delete from clock where participant_id = $1', [id]);
    expect(await rolesOf('ola', id)).toEqual([]);
  });

  test('is not open before it shows, nor when the stay has ended', async () => {
    const [soon, gone] = [await newcomer(), await newcomer()];
    await enrolled(soon, '2023-12-10T12:00+01:00');
    await clock(soon, '2024-03-14T08:21+01:00');
    await enrolled(gone, '2023-12-10T12:00+01:00', '2024-01-10T12:00+01:00');
    await clock(gone, '2024-01-10T12:00+01:00');
    expect([await rolesOf('ola', soon), await rolesOf('ola', gone)]).toEqual([[], []]);
  });

  test('is not known by those who take in elsewhere', async () => {
    expect(await rolesOf('per', participants.rune.participantId)).toEqual([]);
  });
});
