import { afterAll, beforeAll, expect, test } from 'vitest';
import type { People } from '#contract/person.ts';
import { participants } from '#db/demo/people.ts';
import { type House, openHouse } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('the list says whom the reader stands beside, and whom they only meet in a group or were asked about', async () => {
  const { people } = (await house.as('siren').get<People>('/api/people')).body;
  const rune = people.find(({ participantId }) => participantId === participants.rune.participantId);
  expect(rune?.beside).toBe(true);
  const others = people.filter(({ beside }) => beside === undefined);
  expect(others.length).toBeGreaterThan(0);
  const day = (await house.as('siren').get<{ people: { participantId: string }[] }>('/api/my-day')).body
    .people;
  const mine = people.filter(({ beside }) => beside).map(({ participantId }) => participantId);
  expect(day.map(({ participantId }) => participantId)).toEqual(expect.arrayContaining(mine));
});
