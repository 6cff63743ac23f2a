import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { participants } from '#db/demo/people.ts';
import { addressOf, bodiesFor, type Operation, operationsOf } from './http/test-requests.ts';
import { type Body, type House, nyStart, openHouse, pageOf, workerRef } from './test-house.ts';

// Every text a person could write carries a mark, and so do addresses and headers; none of it may be in the log.
const MARK = 'HEMMELIGMERKE';
let house: House;
let operations: Operation[] = [];
beforeAll(async () => {
  house = await openHouse({ logLevel: 'trace' });
  operations = operationsOf((await house.nobody.get('/api/openapi.json')).body);
});
afterAll(() => house.close());

const ids = [participants.tone.participantId, participants.tone.participantId];
const choices = {
  ids: () => ids,
  refs: (field: string) => [field === 'service' ? nyStart : workerRef('siren')],
};
const marked = (operation: Operation): Body => {
  const { properties = {}, required = [] } = operation.body ?? {};
  const needed = Object.fromEntries(Object.entries(properties).filter(([name]) => required.includes(name)));
  const body = bodiesFor({ type: 'object', properties: needed, required }, choices);
  const free = Object.entries(properties).filter(
    ([, schema]) => schema.type === 'string' && (schema.maxLength ?? 0) >= 40,
  );
  return {
    ...(fc.sample(body, { numRuns: 1, seed: 3 })[0] as Body),
    ...Object.fromEntries(free.map(([name]) => [name, MARK])),
  };
};
const posts = () =>
  operations.filter(({ method, path }) => method === 'POST' && path !== '/api/demo/session');

test('the log is listened to: what goes wrong is in it', async () => {
  await house.owner('alter table app.contact rename to contact_away');
  const contact = { kind: 'talk', note: MARK };
  const broken = await house.as('siren').post(pageOf('tone', 'contacts'), contact);
  await house.owner('alter table app.contact_away rename to contact');
  expect(broken.said).toBe('500 something-broke');
  expect(broken.text).not.toMatch(/contact_|relation/);
  expect(house.log()).toContain('"route":"/api/people/:participantId/contacts"');
});

test('no text that somebody wrote is in it, when all goes well and when it is refused', async () => {
  for (const operation of posts()) {
    const body = marked(operation);
    await house.as('siren').post(addressOf(operation, ids), body);
    await house.as('per').post(addressOf(operation, ids), body);
    await house.as('siren').post(addressOf(operation, ids), { ...body, [MARK]: MARK });
    await house.as('siren').post(addressOf(operation, [MARK, MARK]), body);
    await house.nobody.post(addressOf(operation, ids), `{"note": "${MARK}`, {
      'content-type': 'application/json',
    });
  }
  await house.as('siren').get(`/api/${MARK}?q=${MARK}`, { 'user-agent': MARK, 'x-forwarded-for': MARK });
  expect((await house.owner(`select from contact where note = '${MARK}'`)).length).toBeGreaterThan(0);
  expect(house.log()).not.toContain(MARK);
});

test('no text is in it when the database itself says no and quotes what was written', async () => {
  await house.owner(
    `create function app.quote_it() returns trigger language plpgsql as $$ begin
       raise exception 'not this: %', new.title using detail = new.title, hint = new.title; end $$;
     create trigger quote_it before insert on app.goal for each row execute function app.quote_it()`,
  );
  const refused = await house.as('siren').post(pageOf('tone', 'goals'), { title: MARK });
  await house.owner('drop trigger quote_it on app.goal; drop function app.quote_it');
  expect(refused.said).toBe('500 something-broke');
  expect(refused.text).not.toContain(MARK);
  expect(house.log()).toContain('"code":"P0001"');
  expect(house.log()).not.toContain(MARK);
});

test('nobody’s name, number, id or session is in it', async () => {
  const { cookie = '', 'x-csrf-token': token = '' } = await house.as('siren').headers();
  await house.as('siren').get(pageOf('tone'));
  for (const secret of [
    cookie.split('=')[1] ?? cookie,
    token,
    participants.tone.participantId,
    'Skår',
    '900 00',
  ]) {
    expect(secret).not.toBe('');
    expect(house.log()).not.toContain(secret);
  }
});
