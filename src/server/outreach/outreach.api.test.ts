import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Enquiries } from '#contract/enquiry.ts';
import type { Outreach } from '#contract/outreach.ts';
import type { PersonPage } from '#contract/person.ts';
import { municipalities, services } from '#db/demo/people.ts';
import { type House, nyStart, openHouse, workerRef } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const sola = { municipalityId: services.sola.municipalityId, id: services.sola.id };
const first = (more: object = {}) => ({
  home: municipalities.time.id,
  givenName: 'Han med hunden',
  service: nyStart,
  outcome: 'met',
  ...more,
});
const meet = async (persona: string, more: object = {}) => {
  const answer = await house
    .as(persona)
    .post<{ participantId: string; id: string }>('/api/outreach', first(more));
  return { ...answer, page: `/api/people/${answer.body.participantId}` };
};
const attempt = (more: object = {}) => ({ service: nyStart, outcome: 'not-met', ...more });
const listed = async (persona: string) => (await house.as(persona).get<Outreach>('/api/outreach')).body;
const found = async (persona: string, id: string) =>
  (await listed(persona)).people.find(({ participantId }) => participantId === id);

describe('somebody met outside', () => {
  test('is known by what they are called, and nothing more is asked', async () => {
    const { body, said } = await meet('christer');
    expect(said).toBe('201');
    expect(await found('christer', body.participantId)).toMatchObject({
      name: 'Han med hunden',
      reached: true,
      tried: 1,
      attempts: [{ outcome: 'met', by: 'Christer Tunheim' }],
    });
  });

  test('is seen by whoever works in the service, and by nobody else', async () => {
    const { body, page } = await meet('ola', { givenName: 'Bare i tjenesten' });
    const said = await Promise.all(
      ['siren', 'ola', 'christer', 'anne', 'kari', 'ingunn', 'per', 'rune'].map((one) =>
        house.as(one).get(page),
      ),
    );
    expect(said.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404, 404, 404, 404]);
    expect((await listed('per')).people.map(({ participantId }) => participantId)).not.toContain(
      body.participantId,
    );
  });

  test('is met only for a service one works in, by somebody who works', async () => {
    const before = await house.counts();
    expect((await meet('kari')).said).toBe('403 not-allowed');
    expect((await meet('ingunn')).said).toBe('403 not-allowed');
    expect((await meet('siren', { service: sola })).said).toBe('403 not-allowed');
    expect((await meet('anne')).said).toBe('403 not-allowed');
    expect((await meet('tone')).said).toBe('403 not-allowed');
    expect(await house.counts()).toEqual(before);
  });

  test('gets more attempts on the same page, and silence takes nobody off the list', async () => {
    const { body, page } = await meet('christer', {
      givenName: 'Stille',
      howToMeet: 'Kom alene, uten bil fra kommunen.',
      happenedAt: '2023-03-10T10:00:00+01:00',
    });
    expect((await house.as('siren').post(`${page}/outreach`, attempt({ place: 'Bryne torg' }))).said).toBe(
      '201',
    );
    expect(await found('ola', body.participantId)).toMatchObject({
      reached: false,
      tried: 2,
      howToMeet: 'Kom alene, uten bil fra kommunen.',
      attempts: [{ outcome: 'not-met', place: 'Bryne torg', by: 'Siren Bø' }, { outcome: 'met' }],
    });
    const clocks = await house.owner('select from clock where participant_id = $1', [body.participantId]);
    expect(clocks).toEqual([]);
  });

  test('is not logged on by somebody outside the service, nor in the future', async () => {
    const { page } = await meet('ola');
    expect((await house.as('per').post(`${page}/outreach`, attempt())).said).toBe('404 not-found');
    expect((await house.as('ola').post(`${page}/outreach`, attempt({ service: sola }))).said).toBe(
      '403 not-allowed',
    );
    const later = attempt({ happenedAt: '2024-03-15T10:00:00+01:00' });
    expect((await house.as('ola').post(`${page}/outreach`, later)).said).toBe('422 in-the-future');
  });

  test('has an attempt taken back by the one who wrote it, and it stays in the history', async () => {
    const { body, page } = await meet('ola');
    const { id } = await house.as('siren').post(`${page}/outreach`, attempt());
    const back = { supersedes: id, reason: 'feil person' };
    expect((await house.as('christer').post(`${page}/outreach/${id}/withdrawals`, back)).said).toBe(
      '403 not-yours-to-do',
    );
    expect((await house.as('siren').post(`${page}/outreach/${id}/withdrawals`, back)).said).toBe('201');
    expect((await found('ola', body.participantId))?.tried).toBe(1);
    expect(await house.owner('select from outreach where fact_id = $1', [id])).toHaveLength(2);
  });

  test('stands first when we did not reach them', async () => {
    const reached = await meet('ola', { givenName: 'Nådd' });
    const missed = await meet('ola', { givenName: 'Ikke nådd', outcome: 'message-left' });
    const order = (await listed('ola')).people.map(({ participantId }) => participantId);
    expect(order.indexOf(missed.body.participantId)).toBeLessThan(order.indexOf(reached.body.participantId));
  });

  test('once sent twice with one key is one person', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const send = () =>
      house
        .as('ola')
        .post<{ participantId: string }>(
          '/api/outreach',
          first({ givenName: 'En gang', phone: '900 55 555' }),
          key,
        );
    const [one, two] = [await send(), await send()];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body.participantId).toBe(one.body.participantId);
  });

  test('is logged, also for the person to read later', async () => {
    const { body } = await meet('ola');
    await listed('siren');
    const looks = await house.owner<{ purpose: string }>(
      'select distinct purpose from look_up where $1 = any (participant_ids)',
      [body.participantId],
    );
    expect(looks.map(({ purpose }) => purpose).sort()).toEqual(['outreach.list', 'outreach.log']);
  });
});

describe('when they want it', () => {
  test('it becomes an enquiry about the same person, and then the ordinary way in; the history follows', async () => {
    const { body, page } = await meet('christer', { givenName: 'Vil nå', howToMeet: 'Ring først' });
    const enquiry = { service: nyStart, source: 'street', words: 'Vil prøve gruppa.' };
    expect((await house.as('per').post(`${page}/enquiries`, enquiry)).said).toBe('404 not-found');
    expect((await house.as('christer').post(`${page}/enquiries`, enquiry)).said).toBe('201');
    expect((await found('christer', body.participantId))?.enquiry).toMatchObject({ answered: false });

    const { body: waiting } = await house.as('siren').get<Enquiries>('/api/enquiries');
    const asked = waiting.enquiries.find(({ participantId }) => participantId === body.participantId);
    expect(asked?.words).toBe('Vil prøve gruppa.');
    await house.as('siren').post(`${page}/enquiry-answers`, { enquiryId: asked?.id, words: 'Velkommen' });
    const taken = await house.as('siren').post(`${page}/enrolments`, {
      service: nyStart,
      contactPerson: workerRef('siren'),
      startDay: '2024-03-18',
    });
    expect(taken.said).toBe('201');

    const { body: after } = await house.as('siren').get<PersonPage>(page);
    expect(after.howToMeet).toBe('Ring først');
    expect(after.events?.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['outreach', 'enquiry', 'enquiry_answer', 'enrolment_state']),
    );
    expect(await found('christer', body.participantId)).toBeUndefined();
    expect((await house.as('ola').post(`${page}/outreach`, attempt())).status).toBe(404);
  });
});
