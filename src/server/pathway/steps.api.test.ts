import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MyDay, PersonPage } from '#contract/person.ts';
import { participants } from '#db/demo/people.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

// Tone is in week 2 of 6, and Siren is her contact person.
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(() => house.clock('2024-03-14T08:20+01:00'));
afterAll(() => house.close());

const talk = { kind: 'talk', note: 'Snakket om hvordan det går.' };
const log = (body: object) => house.as('siren').post(pageOf('tone', 'contacts'), body);
const withdraw = (id: string) =>
  house
    .as('siren')
    .post(pageOf('tone', `contacts/${id}/withdrawals`), { supersedes: id, reason: 'feil person' });
const stepIs = async (code: string): Promise<'done' | 'open'> => {
  const { body } = await house.as('siren').get<PersonPage>(pageOf('tone'));
  return body.steps?.find((step) => step.code === code)?.doneAt === undefined ? 'open' : 'done';
};
const standsOnTheDay = async (code: string): Promise<boolean> => {
  const { body } = await house.as('siren').get<MyDay>('/api/my-day');
  return body.needs.some(
    (need) => need.participantId === participants.tone.participantId && need.detail === code,
  );
};

test('a talk in its week ticks the step and takes it off the day', async () => {
  expect([await stepIs('follow-up-talk'), await standsOnTheDay('follow-up-talk')]).toEqual(['open', true]);
  const { id } = await log(talk);
  expect([await stepIs('follow-up-talk'), await standsOnTheDay('follow-up-talk')]).toEqual(['done', false]);
  await withdraw(id);
});

test('taking the talk back opens the step again', async () => {
  const { id } = await log(talk);
  expect(await stepIs('follow-up-talk')).toBe('done');
  expect((await withdraw(id)).said).toBe('201');
  expect([await stepIs('follow-up-talk'), await standsOnTheDay('follow-up-talk')]).toEqual(['open', true]);
});

test('correcting the talk to a walk opens the step again', async () => {
  const { id } = await log(talk);
  const walk = { kind: 'walk', note: 'Vi gikk en tur.', supersedes: id, reason: 'det var en tur' };
  const corrected = await house.as('siren').post(pageOf('tone', `contacts/${id}/corrections`), walk);
  expect(corrected.said).toBe('201');
  expect(await stepIs('follow-up-talk')).toBe('open');
});

test('a walk is no talk', async () => {
  await log({ kind: 'walk', note: 'En runde på Orre.' });
  expect(await stepIs('follow-up-talk')).toBe('open');
});

test('a talk of last week does not tick the step of this week', async () => {
  const { id } = await log({ ...talk, happenedAt: '2024-03-08T10:00:00+01:00' });
  expect(await stepIs('follow-up-talk')).toBe('open');
  await withdraw(id);
});

test('two talks in one week leave next week’s talk open', async () => {
  const first = await log(talk);
  const second = await log(talk);
  expect([await stepIs('follow-up-talk'), await stepIs('individual-talk')]).toEqual(['done', 'open']);
  await withdraw(second.id);
  await withdraw(first.id);
});

test('when the talk that ticked the step is taken back, another talk of the week takes its place', async () => {
  const first = await log(talk);
  const second = await log(talk);
  await withdraw(first.id);
  expect(await stepIs('follow-up-talk')).toBe('done');
  await withdraw(second.id);
});

test('next week’s step stands on the day from its Monday, and is a hole when its week has gone', async () => {
  await house.clock('2024-03-17T23:59:59+01:00');
  expect(await standsOnTheDay('individual-talk')).toBe(false);
  await house.clock('2024-03-18T00:00:00+01:00');
  expect(await standsOnTheDay('individual-talk')).toBe(true);
  await house.clock('2024-03-25T00:00:00+01:00');
  const { body } = await house.as('siren').get<MyDay>('/api/my-day');
  const need = body.needs.find(
    (one) => one.detail === 'individual-talk' && one.participantId === participants.tone.participantId,
  );
  expect(need).toMatchObject({ open: true, opensAt: '2024-03-24T23:00:00.000Z' });
});
