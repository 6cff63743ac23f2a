import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusals } from '#contract/refusals.ts';
import { participants } from '#db/demo/people.ts';
import {
  type Answer,
  type Body,
  type House,
  openHouse,
  pageOf,
  type Visitor,
  workerRef,
} from '../test-house.ts';
import { addressOf, bodiesFor, needsSession, type Operation, operationsOf } from './test-requests.ts';

let house: House;
let operations: Operation[] = [];
let before: Body;
beforeAll(async () => {
  house = await openHouse();
  operations = operationsOf((await house.nobody.get('/api/openapi.json')).body);
});
beforeEach(async () => {
  before = await house.counts();
});
// A refusal writes nothing, whatever it is refused for.
afterEach(async () => expect(await house.counts()).toEqual(before));
afterAll(() => house.close());

const ids = [participants.tone.participantId, participants.tone.participantId];
const changing = () =>
  operations.filter((operation) => operation.method === 'POST' && needsSession(operation));
const fitting = (operation: Operation): Body =>
  fc.sample(bodiesFor(operation.body ?? {}, { ids: () => ids, refs: () => [workerRef('siren')] }), {
    numRuns: 1,
    seed: 7,
  })[0] as Body;
const label = ({ method, path }: Operation) => `${method} ${path}`;

/** Asks every operation, and says which ones did not answer as they should. */
async function everyOne(
  of: Operation[],
  ask: (operation: Operation) => Promise<Answer>,
  wanted: string,
): Promise<void> {
  const answers = await Promise.all(
    of.map(async (operation) => ({ operation, answer: await ask(operation) })),
  );
  expect(of.length).toBeGreaterThan(15);
  expect(
    answers
      .filter(({ answer }) => answer.said !== wanted)
      .map(({ operation, answer }) => [label(operation), answer.said]),
  ).toEqual([]);
  for (const { answer } of answers) expectProblem(answer);
}

function expectProblem(answer: Answer): void {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const code = String(answer.body.code);
  expect(Object.keys(refusals)).toContain(code);
  expect(answer.body).toMatchObject({
    type: `https://medvandrer.no/problem/${code}`,
    status: answer.status,
    title: expect.any(String),
  });
}

const send = (visitor: Visitor, operation: Operation, body: unknown): Promise<Answer> => {
  const url = addressOf(operation, ids);
  if (operation.method === 'GET') return visitor.get(url);
  return operation.method === 'DELETE' ? visitor.delete(url) : visitor.post(url, body);
};

describe('every route', () => {
  test('without a session is refused', () =>
    everyOne(
      operations.filter(needsSession),
      (one) => send(house.nobody, one, fitting(one)),
      '401 not-logged-in',
    ));

  test('with a session that nobody has is refused', async () => {
    const cookie = `__Host-medvandrer=${'A'.repeat(43)}.${'A'.repeat(43)}`;
    const get = operations.filter((one) => one.method === 'GET' && needsSession(one));
    for (const one of get)
      expect((await house.nobody.get(addressOf(one, ids), { cookie })).said).toBe('401 not-logged-in');
  });
});

describe('every change', () => {
  test('without the token of a page of ours is refused as forged', async () => {
    const { cookie = '' } = await house.as('siren').headers();
    const plain = (one: Operation) => house.nobody.post(addressOf(one, ids), fitting(one), { cookie });
    await everyOne(changing(), plain, '403 forged-request');
    expect(
      (await house.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })).statusCode,
    ).toBe(403);
  });

  test('with a form, as a foreign page could send it, is refused', async () => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
    ]) {
      const headers = { ...(await house.as('siren').headers()), 'content-type': type };
      await everyOne(
        changing(),
        (one) => house.nobody.post(addressOf(one, ids), 'kind=talk&note=x', headers),
        '400 bad-request',
      );
    }
  });

  test('with an unknown field is refused, never dropped', () =>
    everyOne(
      changing(),
      (one) => send(house.as('siren'), one, { ...fitting(one), recordedBy: ids[0] }),
      '400 bad-request',
    ));

  test.each(['municipalityId', 'legalClass', 'recordedAt', 'topic', 'withdrawn', '__proto__', 'constructor'])(
    'cannot set %s',
    async (field) => {
      const withField = (one: Operation) => JSON.stringify(fitting(one)).replace('{', `{"${field}":{"x":1},`);
      const headers = { ...(await house.as('siren').headers()), 'content-type': 'application/json' };
      const empty = (text: string) => text.replace(',}', '}');
      await everyOne(
        changing(),
        (one) => house.nobody.post(addressOf(one, ids), empty(withField(one)), headers),
        '400 bad-request',
      );
      expect(({} as Body)['x']).toBeUndefined();
    },
  );

  test.each([
    ['a number', 7],
    ['a list', []],
    ['a text', '"x"'],
    ['nothing', 'null'],
    ['an empty object', {}],
  ])('with %s for a body is refused', async (_, body) => {
    const headers = { ...(await house.as('siren').headers()), 'content-type': 'application/json' };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    await everyOne(
      changing(),
      (one) => house.nobody.post(addressOf(one, ids), text, headers),
      '400 bad-request',
    );
  });

  test.each(['{', '{"kind":', '', '{"a":1}}', '\u0000', '{"note":"\u0001"}'])(
    'with broken JSON is refused: %j',
    async (text) => {
      const headers = { ...(await house.as('siren').headers()), 'content-type': 'application/json' };
      await everyOne(
        changing(),
        (one) => house.nobody.post(addressOf(one, ids), text, headers),
        '400 bad-request',
      );
    },
  );

  test('with a body of 65 kB is refused as too large', async () => {
    const large = { note: 'x'.repeat(65 * 1024) };
    await everyOne(changing(), (one) => send(house.as('siren'), one, large), '413 too-large');
  });

  test('with the wrong type in any one field is refused', async () => {
    for (const wrong of [{ a: 1 }, [], 1.5, true, null]) {
      const bent = (one: Operation) => {
        const body = fitting(one);
        const field = Object.keys(one.body?.properties ?? {})[0] ?? '';
        return { ...body, [field]: wrong };
      };
      await everyOne(changing(), (one) => send(house.as('siren'), one, bent(one)), '400 bad-request');
    }
  });

  test('of somebody who is not there, or whom one may not see, is not found', async () => {
    const ofPeople = changing().filter(({ path }) => path.includes('{participantId}'));
    await everyOne(ofPeople, (one) => send(house.as('per'), one, fitting(one)), '404 not-found');
    const nobody = workerRef('per').id;
    const missing = (one: Operation) =>
      house.as('siren').post(addressOf(one, [nobody, nobody]), fitting(one));
    await everyOne(ofPeople, missing, '404 not-found');
  });

  test('with an address that is no id is refused', async () => {
    for (const id of [
      'x',
      '%00',
      "'--",
      '../people',
      'A'.repeat(99),
      participants.tone.participantId.toUpperCase(),
    ]) {
      for (const one of changing().filter(({ path }) => path.includes('{participantId}'))) {
        const answer = await house.as('siren').post(addressOf(one, [id, id]), fitting(one));
        expect([400, 404]).toContain(answer.status);
      }
    }
  });
});

describe('a refusal', () => {
  test.each([
    ['nb', 'nb-NO,en'],
    ['nn', 'nn-NO,nb'],
    ['en', 'en-GB'],
    ['nb', 'xx'],
    ['nb', ''],
  ])('is said in %s to one who asks for «%s»', async (language, wanted) => {
    const { refusalText } = await import('#text/refusals.ts');
    const { body } = await house.nobody.get('/api/my-plan', { 'accept-language': wanted });
    expect(body.title).toBe(refusalText('not-logged-in', language as 'nb'));
  });

  test('looks the same for what is missing and what one may not see', async () => {
    const [hidden, missing] = await Promise.all([
      house.as('per').get(pageOf('tone')),
      house.as('per').get(`/api/people/${workerRef('per').id}`),
    ]);
    expect([hidden?.text, hidden?.status]).toEqual([missing?.text, missing?.status]);
  });

  test('names the field that is wrong', async () => {
    const { body } = await house.as('siren').post(pageOf('tone', 'contacts'), { kind: 'dream', note: 'x' });
    expect(body.fields).toContainEqual(expect.objectContaining({ path: '/kind' }));
  });

  test('repeats no value that was sent', async () => {
    const answers = [
      await house.as('siren').post(pageOf('tone', 'contacts'), { kind: 'hemmelig', note: 'hemmelig' }),
      await house.as('siren').get('/api/people/hemmelig'),
      await house.as('siren').get('/api/hemmelig?q=hemmelig'),
    ];
    for (const answer of answers) expect(answer.text).not.toContain('hemmelig');
  });

  test('is given to text that is too long, empty, or holds a NUL', async () => {
    const goal = (title: string) => house.as('siren').post(pageOf('tone', 'goals'), { title });
    for (const title of ['x'.repeat(201), '', ' \n\t', 'a\u0000b'])
      expect((await goal(title)).said).toBe('400 bad-request');
  });

  test.each(['2024-02-30', '2023-02-29', '2024-13-01', '24-01-01', '9999-01-01', '2024-04-01T10:00:00Z'])(
    'is given to a day that is none: %s',
    async (dueDay) => {
      const { goals } = (await house.as('siren').get<{ goals: { id: string }[] }>(pageOf('tone'))).body;
      const action = { goalId: goals[0]?.id, title: 'x', doer: 'participant', dueDay };
      expect((await house.as('siren').post(pageOf('tone', 'actions'), action)).said).toBe('400 bad-request');
    },
  );

  test.each([
    ['in an hour', '2024-03-14T09:20:00+01:00', '422 in-the-future'],
    ['eleven years ago', '2013-03-14T08:20Z', '422 day-out-of-range'],
    ['at no time', '2024-03-14T25:00Z', '400 bad-request'],
  ])('is given to a contact that happened %s', async (_, happenedAt, wanted) => {
    const contact = { kind: 'talk', note: 'x', happenedAt };
    expect((await house.as('siren').post(pageOf('tone', 'contacts'), contact)).said).toBe(wanted);
  });
});
