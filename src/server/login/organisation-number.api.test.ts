import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Organisations } from '#contract/organisation.ts';
import { organisations } from '#db/demo/people.ts';
import { type Body, type House, openHouse } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const dps: { municipalityId: string; id: string; name: string } = organisations.dps;
const set = (
  number: string,
  because = 'Slik det står i Enhetsregisteret',
  { municipalityId, id } = dps,
  who = 'terje',
) =>
  house
    .as(who)
    .post<Organisations & Body>(`/api/organisation-numbers/${municipalityId}/${id}`, { number, because });
const shown = async () =>
  (await house.as('terje').get<Organisations & Body>('/api/organisation-numbers')).body.organisations.find(
    ({ id }) => id === dps.id,
  );

test('whoever looks after logins writes an organisation’s number, and what stood before stays with who and why', async () => {
  expect(await shown()).toEqual({ municipalityId: dps.municipalityId, id: dps.id, name: dps.name, said: [] });
  expect((await set('983 974 732')).said).toBe('201');
  expect((await set('964978751', 'Feil enhet')).said).toBe('201');
  expect((await set('', 'Skal ikke logge inn slik')).said).toBe('201');
  const now = await shown();
  expect(now).not.toHaveProperty('number');
  expect(now?.said).toMatchObject([
    { because: 'Skal ikke logge inn slik', who: 'Terje Haugland' },
    { number: '964978751', because: 'Feil enhet' },
    { number: '983974732', because: 'Slik det står i Enhetsregisteret', at: '2024-03-14T07:20:00.000Z' },
  ]);
  expect(now?.said[0]).not.toHaveProperty('number');
});

test('a number that cannot be one is refused by what is wrong with it, and saying the same again as well', async () => {
  const before = await shown();
  for (const [number, said] of [
    ['98397473', '422 organisation-number-shape'],
    ['98397473a', '422 organisation-number-shape'],
    ['983974733', '422 number-check-digits'],
    ['', '409 already-done'],
  ] as const)
    expect((await set(number)).said).toBe(said);
  expect((await set('983974732', ' ')).said).toBe('400 bad-request');
  expect(await shown()).toEqual(before);
});

test('of two who write the same at once, one has written it', async () => {
  const said = await Promise.all([set('983974732'), set('983974732')]);
  expect(said.map((one) => one.said).sort()).toEqual(['201', '409 already-done']);
  await set('', 'Rydder');
});

test('nobody else writes or reads them, nor of another municipality', async () => {
  expect((await set('983974732', 'Nysgjerrig', organisations.nyStart)).said).toBe('404 not-found');
  for (const who of ['siren', 'anne', 'rune', 'randi']) {
    expect((await set('983974732', 'Nysgjerrig', dps, who)).said).toBe('404 not-found');
    expect((await house.as(who).get('/api/organisation-numbers')).said).toBe('404 not-found');
  }
  const { body } = await house.as('terje').get<Organisations & Body>('/api/organisation-numbers');
  expect(body.organisations.map(({ municipalityId }) => municipalityId)).not.toContain(
    organisations.nyStart.municipalityId,
  );
});
