import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StatusReport } from '#contract/figure.ts';
import type { Overview } from '#contract/person.ts';
import type { Directory, Session } from '#contract/session.ts';
import { organisations } from '#db/demo/people.ts';
import { type House, nyStart, openHouse, pageOf, workerRef } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const figures = async (persona: string) => (await house.as(persona).get<Overview>('/api/overview')).body;

test('a user representative is at home in the overview, with the counts that the leader has', async () => {
  const { body } = await house.as('jon').get<Session>('/api/session');
  expect([body.homes, body.intake]).toEqual([['overview'], false]);
  const { services } = await figures('jon');
  expect(services.map(({ name }) => name)).toEqual(['Ny Start']);
  expect(services).toEqual((await figures('anne')).services);
});

test('people in the service are as many here as on the status page and in the owner’s report, with nobody on hold', async () => {
  const { id, municipalityId } = nyStart;
  const status = await house
    .as('anne')
    .get<StatusReport>(`/api/services/${municipalityId}/${id}/status?from=2024-01-01&to=2024-03-14`);
  const there = status.body.lines.find(({ figure }) => figure === 'in-service')?.value;
  expect(there).toBeGreaterThan(5);
  const [here] = (await figures('anne')).services;
  expect(here?.active).toBe(there);
  const onHold = await house.owner(
    `select distinct participant_id from enrolment_state_now s where state = 'paused' and not exists (select from enrolment_state_now n
       where n.enrolment_id = s.enrolment_id and (n.happened_at, n.recorded_at) > (s.happened_at, s.recorded_at))`,
  );
  expect(onHold.length, 'somebody is on hold, so that the two could differ').toBeGreaterThan(0);
  const [owners] = await house.owner<{ count: number }>(
    `select app.in_service_on($1, $2, '2024-03-14') as count`,
    [municipalityId, id],
  );
  expect(owners?.count).toBe(there);
});

test('a user representative meets nobody: no list, no search, no page, no team', async () => {
  const jon = house.as('jon');
  expect((await jon.get<{ people: unknown[] }>('/api/people')).body.people).toEqual([]);
  const hits = await jon.post<{ people: unknown[] }>('/api/people/search', { query: 'Rune' });
  expect(hits.body.people).toEqual([]);
  expect((await jon.get(pageOf('rune'))).said).toBe('404 not-found');
  const joining = { role: 'team-member', worker: workerRef('jon') };
  expect((await house.as('siren').post(pageOf('rune', 'team-memberships'), joining)).said).toBe(
    '422 wrong-organisation',
  );
  const { id, municipalityId } = organisations.council;
  const sharing = { organisation: { id, municipalityId }, topics: ['goals'], language: 'nb' };
  expect((await house.as('rune').post(pageOf('rune', 'consents'), sharing)).said).toBe('422 unknown-topic');
  const { body } = await house.as('siren').get<Directory>('/api/directory');
  expect(body.workers.map(({ name }) => name)).not.toContain('Jon Salte');
});

test('what a user representative sees ends with the council’s following of the service, and with the role', async () => {
  await house.owner(`update council_service set valid_to = '2024-03-14'`);
  expect((await figures('jon')).services).toEqual([]);
  await house.owner('update council_service set valid_to = null');
  expect((await figures('jon')).services).toHaveLength(1);
  await house.owner(
    `update worker_role set valid_to = '2024-03-14T08:00+01:00' where role = 'user-representative'`,
  );
  expect((await figures('jon')).services).toEqual([]);
  expect((await house.as('jon').get<Session>('/api/session')).body.homes).toEqual([]);
});
