import fc from 'fast-check';
import Schema from 'typebox/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { municipalities, organisations, participants, personas, services, workers } from '#db/demo/people.ts';
import { type Answer, type House, openHouse, samlingAt } from '../test-house.ts';
import { addressOf, bodiesFor, type Choices, type Operation, operationsOf } from './test-requests.ts';

// A thousand requests of all kinds, from everyone: whatever is sent, the answer is one of those the document names.
const REQUESTS = 1000;
const AT_ONCE = 8;
const seed = Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''));

let house: House;
let operations: Operation[] = [];
beforeAll(async () => {
  house = await openHouse();
  operations = operationsOf((await house.nobody.get('/api/openapi.json')).body);
});
afterAll(() => house.close());

interface Asked {
  who: string;
  operation: Operation;
  url: string;
  body: string | undefined;
}

const refOf = ({ municipalityId, id }: { municipalityId: string; id: string }) => ({ municipalityId, id });
const workerRefs = Object.values(workers).map(refOf);
const refsOf: Record<string, object[]> = {
  service: Object.values(services).map(refOf),
  organisation: Object.values(organisations).map(refOf),
  session: ['2024-03-14T09:30', '2024-03-15T09:30', 'never'].map(samlingAt),
};
const tableOf: Record<string, string> = {
  enquiryId: 'enquiry',
  statementId: 'statement',
  goalId: 'goal',
  actionId: 'action',
  meetingId: 'meeting',
  decisionId: 'decision',
  substituteFor: 'team_membership',
  wishId: 'wish',
  answerId: 'wish_answer',
  after: 'wish_answer',
};

/** Facts of one person by table, as far as there are any. */
async function factsOf(participantId: string): Promise<Map<string, string[]>> {
  const tables = [
    ...new Set([
      ...Object.values(tableOf),
      'contact',
      'consent',
      'action_completion',
      'crisis_plan',
      'strength',
    ]),
  ];
  const rows = tables.map(async (table): Promise<[string, string[]]> => {
    const found = await house.owner<{ id: string }>(`select id from ${table} where participant_id = $1`, [
      participantId,
    ]);
    return [table, found.map(({ id }) => id)];
  });
  return new Map(await Promise.all(rows));
}

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('0', '-1', '%00', '../..', 'null', '\ud800'),
);
const mostly = <T>(arbitrary: fc.Arbitrary<T>, other: fc.Arbitrary<T>, weight = 9) =>
  fc.oneof({ weight, arbitrary }, { weight: 1, arbitrary: other });

function bodyOf({ body }: Operation, choices: Choices): fc.Arbitrary<string | undefined> {
  if (body === undefined) return fc.constant(undefined);
  return fc.oneof(
    { weight: 6, arbitrary: bodiesFor(body, choices).map((fitting) => JSON.stringify(fitting)) },
    { weight: 2, arbitrary: fc.tuple(bodiesFor(body, choices), fc.anything(), fc.nat()).map(bent) },
    { weight: 1, arbitrary: fc.oneof(fc.json(), fc.string({ unit: 'binary' })) },
  );
}

/** Mostly what fits and by those who may, then bent in one place, by anyone, or garbage. */
async function requests(): Promise<fc.Arbitrary<Asked>> {
  const people = await Promise.all(
    Object.values(participants).map(async ({ participantId }) => ({
      participantId,
      facts: await factsOf(participantId),
    })),
  );
  const who = mostly(
    fc.constantFrom('siren', 'ola', 'rune', 'tone'),
    fc.constantFrom(...Object.keys(personas)),
    2,
  );
  return fc
    .tuple(fc.constantFrom(...operations), fc.constantFrom(...people))
    .chain(([operation, { participantId, facts }]) => {
      const all = [...facts.values()].flat();
      const [, table = ''] = /([a-z-]+)\/\{id\}/.exec(operation.path) ?? [];
      const those = facts.get(table.slice(0, -1).replace('-', '_')) ?? [];
      const own = those.length > 0 ? those : all;
      const choices: Choices = {
        ids: (field) =>
          field === 'home'
            ? Object.values(municipalities).map(({ id }) => id)
            : (facts.get(tableOf[field] ?? '') ?? own),
        refs: (field) => refsOf[field] ?? workerRefs,
      };
      return fc
        .tuple(
          who,
          mostly(fc.constant(participantId), odd),
          mostly(fc.constantFrom(...own), odd),
          bodyOf(operation, withSome(choices, all)),
        )
        .map(([one, person, id, body]) => ({
          who: one,
          operation,
          url: addressOf(operation, [person.toWellFormed(), id.toWellFormed()]),
          body,
        }));
    });
}

/** Somebody without facts of a kind gets any other fact's id there. */
const withSome = (choices: Choices, all: string[]): Choices => ({
  ...choices,
  ids: (field) => (choices.ids(field).length > 0 ? choices.ids(field) : all),
});

function bent([body, anything, place]: [unknown, unknown, number]): string {
  const fields = Object.keys(body as object);
  const field = fields[place % Math.max(fields.length, 1)] ?? 'x';
  const text =
    JSON.stringify(anything, (_, value) => (typeof value === 'bigint' ? String(value) : value)) ?? '"x"';
  return JSON.stringify({ ...(body as object), [field]: '@' }).replace('"@"', () => text);
}

async function ask({ who, operation, url, body }: Asked): Promise<Answer> {
  // Logging out, or in anew, for real would end the session of everyone's requests after it.
  if (operation.method === 'DELETE') return house.nobody.delete(url);
  if (operation.path === '/api/demo/session') return house.nobody.post(url, body);
  const headers = {
    ...(await house.as(who).headers()),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  return operation.method === 'GET' ? house.nobody.get(url, headers) : house.nobody.post(url, body, headers);
}

function faultOf({ operation, url, body, who }: Asked, answer: Answer): string | undefined {
  const named =
    operation.responses[String(answer.status)] ?? operation.responses[`${Math.floor(answer.status / 100)}XX`];
  const where = `${answer.said}: ${who} ${operation.method} ${url} ${body ?? ''}`;
  if (answer.status >= 500 || named === undefined) return where;
  const schema = Object.values(named.content ?? {})[0]?.schema;
  const resolved = schema !== undefined && '$ref' in schema ? problem() : schema;
  if (resolved === undefined || answer.text === '') return undefined;
  return Schema.Check(resolved, answer.body)
    ? undefined
    : `not as described: ${where} → ${answer.text.slice(0, 300)}`;
}

const problem = () =>
  (house.app.swagger() as unknown as { components: { schemas: { Problem: object } } }).components.schemas
    .Problem;

test(`none of ${REQUESTS} random requests breaks the server, and each answer is as the document says (seed ${seed})`, async () => {
  const asked = fc.sample(await requests(), { seed, numRuns: REQUESTS });
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  for (let start = 0; start < asked.length; start += AT_ONCE) {
    await Promise.all(
      asked.slice(start, start + AT_ONCE).map(async (one) => {
        const answer = await ask(one);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const fault = faultOf(one, answer);
        if (fault !== undefined) faults.push(fault);
      }),
    );
  }
  expect(faults).toEqual([]);
  // The requests are worth sending only if many of them get through to the rules and to the database.
  for (const [status, least] of [
    [200, 100],
    [201, 15],
    [400, 100],
    [404, 50],
    [409, 5],
    [422, 5],
  ] as const) {
    expect([status, (statuses.get(status) ?? 0) >= least]).toEqual([status, true]);
  }
}, 60_000);
