import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonPage } from '#contract/person.ts';
import { type House, openHouse, pageOf, workerRef } from '../test-house.ts';

let house: House;
let meetingId = '';
beforeAll(async () => {
  house = await openHouse();
  const { body } = await house.as('ola').get<PersonPage>(pageOf('rune'));
  meetingId = body.meetings?.[0]?.id ?? '';
});
afterAll(() => house.close());

const decision = () => ({ meetingId, words: 'Melde på kurs', doer: 'participant', dueDay: '2024-04-10' });

test('a meeting called for two weeks from now cannot be held today', async () => {
  const early = await house
    .as('ola')
    .post(pageOf('rune', `meetings/${meetingId}/holdings`), { supersedes: meetingId });
  expect(early.said).toBe('422 in-the-future');
});

test('nothing is decided before the meeting is held', async () => {
  expect((await house.as('ola').post(pageOf('rune', 'decisions'), decision())).said).toBe(
    '409 meeting-not-held',
  );
});

test('a meeting is not called for a day that has been', async () => {
  const past = await house.as('ola').post(pageOf('rune', 'meetings'), { startsAt: '2024-03-01T10:00+01:00' });
  expect(past.said).toBe('422 day-out-of-range');
});

test('an agenda written twice from the same version is refused, so nobody’s words are lost', async () => {
  const agenda = (words: string) =>
    house.as('rune').post(pageOf('rune', `meetings/${meetingId}/preparations`), {
      supersedes: meetingId,
      ownAgenda: words,
    });
  expect((await agenda('Bolig først')).said).toBe('201');
  expect((await agenda('Barna først')).said).toBe('409 stale-version');
});

test('a promise cannot be made to a person who is not named, nor for a day that has been', async () => {
  await house.clock('2024-03-28T10:30+01:00');
  const ola = house.as('ola');
  const { body } = await ola.get<PersonPage>(pageOf('rune'));
  const supersedes = body.meetings?.[0]?.versionId;
  expect((await ola.post(pageOf('rune', `meetings/${meetingId}/holdings`), { supersedes })).said).toBe('201');
  const promise = (change: object) => ola.post(pageOf('rune', 'decisions'), { ...decision(), ...change });
  expect((await promise({ doer: 'worker' })).said).toBe('422 nobody-does-it');
  expect((await promise({ doer: 'participant', worker: workerRef('ola') })).said).toBe('422 nobody-does-it');
  expect((await promise({ doer: 'worker', worker: workerRef('per') })).said).toBe('404 not-found');
  expect((await promise({ dueDay: '2024-03-27' })).said).toBe('422 day-out-of-range');
  expect((await promise({ meetingId: workerRef('ola').id })).said).toBe('404 not-found');
  expect((await promise({})).said).toBe('201');
});

test('the agenda is closed when the meeting has been held', async () => {
  const { body } = await house.as('ola').get<PersonPage>(pageOf('rune'));
  const supersedes = body.meetings?.[0]?.versionId;
  const late = { supersedes, ownAgenda: 'Enda en ting' };
  expect((await house.as('rune').post(pageOf('rune', `meetings/${meetingId}/preparations`), late)).said).toBe(
    '409 meeting-already-held',
  );
});
