import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Enquiries } from '#contract/enquiry.ts';
import type { PersonPage } from '#contract/person.ts';
import { municipalities, services } from '#db/demo/people.ts';
import { type House, nyStart, openHouse, workerRef } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const enquiry = (more: object = {}) => ({
  home: municipalities.klepp.id,
  service: nyStart,
  source: 'family',
  givenName: 'Nils',
  words: 'Sønnen min trenger noen å snakke med.',
  ...more,
});
const receive = (persona: string, more: object = {}) =>
  house.as(persona).post<{ participantId: string; id: string }>('/api/enquiries', enquiry(more));
const sola = { municipalityId: services.sola.municipalityId, id: services.sola.id };

describe('an enquiry', () => {
  test('needs no more than a given name and what was said', async () => {
    const { body } = await receive('siren');
    const { body: page } = await house.as('siren').get<PersonPage>(`/api/people/${body.participantId}`);
    expect(page.identity).toEqual({
      name: 'Nils',
      callMe: 'Nils',
      profile: { id: expect.any(String), versionId: expect.any(String), givenName: 'Nils' },
    });
    expect(page.enquiries).toMatchObject([{ id: body.id, source: 'family', words: enquiry().words }]);
  });

  test('is seen by those who answer for the service, and by nobody else', async () => {
    const { body } = await receive('siren', { givenName: 'Odd' });
    const url = `/api/people/${body.participantId}`;
    const said = await Promise.all(
      ['siren', 'ola', 'kari', 'christer', 'ingunn', 'anne', 'per', 'tone'].map((one) =>
        house.as(one).get(url),
      ),
    );
    expect(said.map((answer) => answer.status)).toEqual([200, 200, 404, 404, 404, 404, 404, 404]);
  });

  test('that a worker elsewhere in the cooperation received is not theirs to follow', async () => {
    const { status, body } = await receive('ingunn', { givenName: 'Videresendt' });
    expect(status).toBe(201);
    expect((await house.as('ingunn').get(`/api/people/${body.participantId}`)).status).toBe(404);
    expect((await house.as('siren').get<Enquiries>('/api/enquiries')).text).toContain('Videresendt');
  });

  test('cannot be received by a participant', async () => {
    expect((await receive('tone')).said).toBe('403 not-allowed');
  });

  test('cannot be put in a municipality, or a service, that one shares nothing with', async () => {
    const before = await house.counts();
    expect((await receive('siren', { home: municipalities.sola.id })).said).toBe('403 not-allowed');
    expect((await receive('siren', { service: sola })).said).toBe('403 not-allowed');
    expect((await receive('per')).said).toBe('403 not-allowed');
    expect(await house.counts()).toEqual(before);
  });

  test('about somebody who is not born yet, or of an age nobody has, is refused', async () => {
    for (const birthDay of ['2024-03-15', '1900-01-01']) {
      expect((await receive('siren', { birthDay })).said).toBe('422 day-out-of-range');
    }
    expect((await receive('siren', { birthDay: '1950-02-28' })).said).toBe('201');
  });

  test('is not answered on another person’s page', async () => {
    const [one, other] = await Promise.all([
      receive('siren', { givenName: 'En' }),
      receive('siren', { givenName: 'To' }),
    ]);
    const answer = { enquiryId: other?.body.id, words: 'Velkommen' };
    expect(
      (await house.as('siren').post(`/api/people/${one?.body.participantId}/enquiry-answers`, answer)).said,
    ).toBe('404 not-found');
  });
});

describe('enrolling', () => {
  const enrol = async (more: object) => {
    const { body } = await receive('siren', { givenName: 'Innskrevet' });
    const enrolment = {
      service: nyStart,
      contactPerson: workerRef('siren'),
      startDay: '2024-03-18',
      ...more,
    };
    return house.as('siren').post(`/api/people/${body.participantId}/enrolments`, enrolment);
  };

  test('counts the weeks from the Monday of the start day', async () => {
    const { id } = await enrol({ startDay: '2024-03-24' });
    const [run] = await house.owner<{ anchor: string }>(
      'select anchor_day::text as anchor from pathway_run where enrolment_id = $1',
      [id],
    );
    expect(run).toEqual({ anchor: '2024-03-18' });
  });

  test('is not more than half a year ahead', async () => {
    expect((await enrol({ startDay: '2024-10-01' })).said).toBe('422 day-out-of-range');
  });

  test('in a service without a pathway begins none, and the follow-up is under way', async () => {
    const { body } = await receive('per', { home: municipalities.sola.id, service: sola });
    const taken = await house.as('per').post(`/api/people/${body.participantId}/enrolments`, {
      service: sola,
      contactPerson: workerRef('per'),
      startDay: '2024-03-14',
    });
    expect(taken.status).toBe(201);
    const { body: page } = await house.as('per').get<PersonPage>(`/api/people/${body.participantId}`);
    expect(page.standings).toMatchObject([{ service: services.sola.name, state: 'active' }]);
    expect(page.steps).toEqual([]);
  });

  test('cannot make somebody from outside the cooperation the contact person', async () => {
    const before = await house.owner('select from team_membership');
    expect((await enrol({ contactPerson: workerRef('per') })).said).toBe('404 not-found');
    expect(await house.owner('select from team_membership')).toHaveLength(before.length);
  });

  test('cannot be in a service that one shares nothing with', async () => {
    expect((await enrol({ service: sola })).said).toBe('404 not-found');
  });
});

test('the list of enquiries names in the log those who are on it, and none of the reader’s other people', async () => {
  const { body } = await house.as('siren').get<Enquiries>('/api/enquiries');
  const [looked] = await house.owner<{ participant_ids: string[] }>(
    `select participant_ids from look_up where purpose = 'enquiries.list' order by number desc limit 1`,
  );
  const listed = new Set(body.enquiries.map(({ participantId }) => participantId));
  expect(new Set(looked?.participant_ids)).toEqual(listed);
});
