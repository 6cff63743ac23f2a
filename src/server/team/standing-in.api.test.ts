import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import { type House, openHouse, pageOf, workerRef } from '../test-house.ts';

// Ola is away until the 18th, and Siren stands in for him with Rune.
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const contact = { kind: 'phone', note: 'Ringte.' };

test('the substitute sees what the contact person sees', async () => {
  const [ola, siren] = await Promise.all(
    ['ola', 'siren'].map((one) => house.as(one).get<PersonPage>(pageOf('rune'))),
  );
  expect(siren?.body.roles).toContain('contact-person');
  expect(siren?.body.events).toEqual(
    ola?.body.events?.map((event) => ({ ...event, mayCorrect: expect.any(Boolean) })),
  );
  expect((await house.as('siren').post(pageOf('rune', 'contacts'), contact)).said).toBe('201');
});

test('the participant sees who is away, until when, and who steps in', async () => {
  const { body } = await house.as('rune').get<MyPlan>('/api/my-plan');
  expect(body.people).toContainEqual(
    expect.objectContaining({ name: 'Ola Hauge', awayUntil: '2024-03-17T23:00:00.000Z' }),
  );
  expect(body.people).toContainEqual(
    expect.objectContaining({ name: 'Siren Bø', substituteFor: 'Ola Hauge' }),
  );
});

test('the substitute’s access is open to the last second and closes by itself', async () => {
  await house.clock('2024-03-17T23:59:59+01:00');
  expect((await house.as('siren').get<PersonPage>(pageOf('rune'))).body.events).not.toEqual([]);
  await house.clock('2024-03-18T00:00:00+01:00');
  expect((await house.as('siren').get(pageOf('rune'))).said).toBe('404 not-found');
  expect((await house.as('siren').post(pageOf('rune', 'contacts'), contact)).said).toBe('404 not-found');
  expect((await house.as('siren').get('/api/people')).text).not.toContain('Rune');
  expect((await house.as('ola').get(pageOf('rune'))).status).toBe(200);
});

test('a session that was open when the access closed sees nothing more', async () => {
  await house.clock('2024-03-17T23:59:00+01:00');
  const siren = house.as('siren');
  expect((await siren.get(pageOf('rune'))).status).toBe(200);
  await house.owner(`update installation set frozen_at = '2024-03-18T00:00:00+01:00'`);
  expect((await siren.get(pageOf('rune'))).said).toBe('404 not-found');
});

test('a worker whose role has ended is nobody’s contact person any more', async () => {
  await house.clock('2024-03-18T08:00+01:00');
  const ola = house.as('ola');
  expect((await ola.get(pageOf('rune'))).status).toBe(200);
  await house.owner(`update worker_role set valid_to = app.now() where worker_id = $1`, [
    workerRef('ola').id,
  ]);
  expect((await ola.get(pageOf('rune'))).said).toBe('404 not-found');
  expect((await ola.get('/api/my-day')).said).toBe('404 not-found');
  await house.owner(`update worker_role set valid_to = null where worker_id = $1`, [workerRef('ola').id]);
});

test('a substitute stands in until a day that is named, and not backwards', async () => {
  await house.clock('2024-03-14T08:20+01:00');
  const joins = (more: object) =>
    house.as('ola').post(pageOf('rune', 'team-memberships'), {
      role: 'contact-person',
      worker: workerRef('siren'),
      ...more,
    });
  const { body } = await house.as('ola').get<PersonPage>(pageOf('rune'));
  const substituteFor = body.team?.find((member) => member.name === 'Ola Hauge')?.id;
  expect((await joins({ substituteFor })).said).toBe('422 period-backwards');
  expect(
    (await joins({ substituteFor, from: '2024-04-02T00:00+02:00', until: '2024-04-01T00:00+02:00' })).said,
  ).toBe('422 period-backwards');
});
