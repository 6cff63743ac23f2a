import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GroupSessionPage } from '#contract/group.ts';
import { participants } from '#db/demo/people.ts';
import { type House, nyStart, openHouse, pageOf, samlingAt, workerRef } from '../test-house.ts';

// Friday: Christer leads the spinning. Who may be written in is a rule about the person and the service.
let house: House;
const spinning = samlingAt('2024-03-15T09:30');
const tone = participants.tone.participantId;

beforeAll(async () => {
  house = await openHouse();
  await house.clock('2024-03-15T09:40+01:00');
});
afterAll(() => house.close());

const came = (participantId: string, session = spinning) =>
  house.as('siren').post(`/api/people/${participantId}/attendances`, { session, answer: 'came' });
const expectedBy = async (persona: string): Promise<string[]> => {
  const url = `/api/group-sessions/${spinning.municipalityId}/${spinning.id}`;
  const { people } = (await house.as(persona).get<GroupSessionPage>(url)).body;
  return people.map(({ participantId }) => participantId);
};
/** Another of what Tone has in a table, as if it had been told now. */
const again = (table: string, changes: Record<string, string>, values: unknown[] = []) => {
  const columns = [
    'municipality_id',
    'participant_id',
    'recorded_by',
    'said_by',
    'legal_class',
    ...Object.keys(changes),
  ];
  const given = columns.map((column) => changes[column] ?? column).join(', ');
  return house.owner(
    `insert into ${table} (id, fact_id, happened_at, ${columns.join(', ')})
      select $1::uuid, $1, app.now(), ${given} from ${table} where participant_id = $2 order by happened_at limit 1`,
    [crypto.randomUUID(), tone, ...values],
  );
};
const asksAgain = (service: { municipalityId: string; id: string }) =>
  again(
    'enquiry',
    { service_municipality_id: '$3::uuid', service_id: '$4::uuid', source: 'source', words: `'Vil tilbake'` },
    [service.municipalityId, service.id],
  );

describe('somebody who is not in the service', () => {
  test('and has asked to come, and is only invited, is expected there and written in', async () => {
    const enquiry = await house.as('siren').post('/api/enquiries', {
      givenName: 'Even',
      source: 'self',
      words: 'Vil se hva det er',
      home: nyStart.municipalityId,
      service: nyStart,
    });
    expect(enquiry.said).toBe('201');
    const [{ id, person } = { id: '', person: '' }] = await house.owner<{ id: string; person: string }>(
      `select id, participant_id as person from enquiry order by recorded_at desc, id desc limit 1`,
    );
    expect(await expectedBy('christer')).not.toContain(person);
    const answer = { enquiryId: id, words: 'Kom i dag', session: spinning };
    expect((await house.as('siren').post(`/api/people/${person}/enquiry-answers`, answer)).said).toBe('201');
    expect(await expectedBy('christer')).toContain(person);
    const written = { session: spinning, answer: 'came' };
    expect((await house.as('christer').post(`/api/people/${person}/attendances`, written)).said).toBe('201');
  });

  test('because they have ended is refused by name, and asking again opens it', async () => {
    expect((await came(tone)).said).toBe('201');
    await again('enrolment_state', {
      enrolment_id: 'enrolment_id',
      state: `'ended'`,
      ended_because: `'own-wish'`,
    });
    // What was is still theirs to correct: they ended after it began.
    expect((await came(tone)).said).toBe('201');
    const monday = samlingAt('2024-03-18T09:30');
    await house.clock('2024-03-18T09:40+01:00');
    const before = await house.counts();
    expect((await came(tone, monday)).said).toBe('422 not-in-the-service');
    expect(await house.counts()).toEqual(before);
    await asksAgain(nyStart);
    expect((await came(tone, monday)).said).toBe('201');
  });

  test('because it is another service is refused by name, whoever asks', async () => {
    const walks = { municipalityId: nyStart.municipalityId, id: crypto.randomUUID() };
    await house.owner(
      `insert into service (municipality_id, id, organisation_id, name, neutral_name)
        select municipality_id, $2, organisation_id, 'Turgruppa', 'Tur' from service where id = $1`,
      [nyStart.id, walks.id],
    );
    const session = { municipalityId: walks.municipalityId, id: crypto.randomUUID() };
    await house.owner(
      `insert into group_session (municipality_id, id, service_id, title, place, starts_at, ends_at, leader_municipality_id, leader_worker_id)
        values ($1, $2, $3, 'Tur', 'Synesvarden', app.now(), app.now() + interval '2 hours', $4, $5)`,
      [
        session.municipalityId,
        session.id,
        walks.id,
        workerRef('siren').municipalityId,
        workerRef('siren').id,
      ],
    );
    expect((await came(tone, session)).said).toBe('422 not-in-the-service');
    await asksAgain(walks);
    expect((await came(tone, session)).said).toBe('201');
  });
});

describe('what was written by a slip of the thumb', () => {
  const url = pageOf('rune', 'attendances');
  const written = { session: spinning, answer: 'did-not-come' };

  test('is taken back, and can be written anew', async () => {
    const { id } = await house.as('siren').post(url, written);
    const undo = { supersedes: id, reason: 'Trykket feil' };
    expect((await house.as('siren').post(`${url}/${id}/withdrawals`, undo)).said).toBe('201');
    const rows = () =>
      house.owner('select answer from attendance_now where session_id = $1 and participant_id = $2', [
        spinning.id,
        participants.rune.participantId,
      ]);
    expect(await rows()).toEqual([]);
    expect((await house.as('siren').post(`${url}/${id}/withdrawals`, undo)).said).toBe('409 stale-version');
    expect((await house.as('siren').post(url, { ...written, answer: 'came' })).said).toBe('201');
    expect(await rows()).toEqual([{ answer: 'came' }]);
  });

  test('sent again, because the answer got lost, is one', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const evening = { session: samlingAt('2024-03-18T19:30'), answer: 'said-no' };
    const sent = await Promise.all([1, 2, 3].map(() => house.as('rune').post(url, evening, key)));
    expect(new Set(sent.map(({ said, id }) => `${said} ${id}`)).size).toBe(1);
    expect(sent[0]?.said).toBe('201');
    const rows = await house.owner('select from attendance where session_id = $1', [evening.session.id]);
    expect(rows).toHaveLength(1);
  });
});
