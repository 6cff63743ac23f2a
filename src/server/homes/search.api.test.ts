import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { People } from '#contract/person.ts';
import { municipalities } from '#db/demo/people.ts';
import { type House, nyStart, openHouse } from '../test-house.ts';

let house: House;
const idOf = new Map<string, string>();
const people = [
  { givenName: 'Øystein', familyName: 'Åmodt-Sæther', phone: '+47 911 22 333', birthDay: '1979-03-04' },
  { givenName: 'Oystein', familyName: 'Aamodt' },
  { givenName: 'Renée', familyName: 'Müller', birthDay: '1990-12-31' },
  { givenName: 'Áilu', familyName: 'Šuorra' },
  { givenName: '50%', familyName: 'Under_strek' },
];
beforeAll(async () => {
  house = await openHouse();
  for (const person of people) {
    const { body, said } = await house.as('siren').post<{ participantId: string }>('/api/enquiries', {
      home: municipalities.klepp.id,
      service: nyStart,
      source: 'self',
      words: 'Vil vite hva dere gjør.',
      ...person,
    });
    expect(said).toBe('201');
    idOf.set(body.participantId, person.givenName);
  }
});
afterAll(() => house.close());

const found = async (persona: string, query: string): Promise<string[]> => {
  const { body } = await house.as(persona).post<People>('/api/people/search', { query });
  return body.people.map(({ participantId, name }) => idOf.get(participantId) ?? name);
};

describe('somebody is found by', () => {
  test.each([
    ['the beginning of a name', 'øyst', ['Øystein']],
    ['small letters or large', 'ØYSTEIN', ['Øystein']],
    ['a later part of the name', 'åmo', ['Oystein', 'Øystein']],
    ['what comes after a hyphen', 'sæt', ['Øystein']],
    ['two parts in any order', 'åmodt øy', ['Øystein']],
    ['letters that a foreign keyboard has', 'oystein', ['Oystein', 'Øystein']],
    ['letters written out', 'aamodt saeth', ['Øystein']],
    ['a name with accents, without them', 'renee mul', ['Renée']],
    ['a name with accents, with them', 'Renée', ['Renée']],
    ['Sami letters or what is near them', 'ailu suor', ['Áilu']],
    ['a birth day with dots', '4.3.1979', ['Øystein']],
    ['a birth day as written elsewhere', '1990-12-31', ['Renée']],
    ['the first six digits of a birth number', '040379', ['Øystein']],
    ['a phone number, however it is spaced', '91122333', ['Øystein']],
    ['a phone number with the country in front', '0047 911 22 333', ['Øystein']],
    ['signs that mean something to the database', '50%', ['50%']],
  ])('%s: %s', async (_, query, names) => {
    expect(await found('siren', query)).toEqual(names);
  });

  test.each([
    ['the middle of a name', 'stein'],
    ['all words when one of them fits nothing', 'øystein x'],
    ['a part of a phone number', '911 22'],
    ['another day', '4.3.1980'],
    ['a sign that stands for any letter', '_'],
    ['nothing', '  '],
    ['a sign that is in no word', '-'],
  ])('not %s: %s', async (_, query) => {
    expect(await found('siren', query)).toEqual([]);
  });
});

test('who types the letter means the letter', async () => {
  expect(await found('siren', 'øystein')).toEqual(['Øystein']);
});

test('one without a relation finds nobody, and learns nothing from how it is said', async () => {
  const ask = (query: string) => house.as('per').post('/api/people/search', { query });
  const [there, nowhere] = [await ask('Øystein'), await ask('Qwertius')];
  expect({ ...there.body, now: '' }).toEqual({ ...nowhere.body, now: '' });
  expect([there.status, nowhere.status, (there.body['people'] as unknown[]).length]).toEqual([200, 200, 0]);
});

test('more than fifty are not shown, and the log names those who were and no others', async () => {
  await house.owner(
    `with p as (insert into participant (municipality_id, id) select '${municipalities.klepp.id}', gen_random_uuid() from generate_series(1, 60) returning id),
      n as (insert into profile (municipality_id, id, participant_id, fact_id, happened_at, recorded_by, said_by, legal_class, given_name, family_name)
        select '${municipalities.klepp.id}', id, id, id, app.now(), id, id, 'health-record', 'Xerxes', 'Nummer ' || row_number() over () from p)
      insert into enquiry (municipality_id, id, participant_id, fact_id, happened_at, recorded_by, said_by, legal_class, service_municipality_id, service_id, source, words)
        select '${municipalities.klepp.id}', id, id, id, app.now(), id, id, 'health-record', '${nyStart.municipalityId}', '${nyStart.id}', 'self', 'x' from p`,
  );
  const { body } = await house.as('siren').post<People>('/api/people/search', { query: 'xerxes' });
  const [logged] = await house.owner<{ ids: string[] }>(
    'select participant_ids as ids from look_up order by number desc limit 1',
  );
  expect(body.people).toHaveLength(50);
  expect(logged?.ids.toSorted()).toEqual(body.people.map(({ participantId }) => participantId).toSorted());
});
