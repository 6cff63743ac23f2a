import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonPage } from '#contract/person.ts';
import { personaNames } from '#db/demo/ids.ts';
import { participants, personas } from '#db/demo/people.ts';
import { type Topic, topicsIn } from '#domain/access/topics.ts';
import { type Answer, type Body, type House, nyStart, openHouse, workerRef } from '../test-house.ts';
import { addressOf, bodiesFor, needsSession, type Operation, operationsOf } from './test-requests.ts';
import { alsoShows, collections, otherRules } from './test-route-rules.ts';

// Every route, as everyone of the demonstration, about people they know and people of other municipalities. In every text
// that is kept stands a mark of whose it is and of which topic; what comes out of a route may hold only the marks of what is open to the one who asked.
const AT_ONCE = 8;
let house: House;
let operations: Operation[];
/** Somebody of each municipality. */
let people: { participantId: string; number: string }[];

beforeAll(async () => {
  house = await openHouse();
  operations = operationsOf((await house.nobody.get('/api/openapi.json')).body);
  await mark();
  const numbers = await house.owner<{ id: string; number: string }>('select id, number::text from marked');
  const [inSola] = await house.owner<{ id: string }>(
    `select p.id from participant p join municipality m on m.id = p.municipality_id where m.name = 'Sola' order by p.id limit 1`,
  );
  people = [
    participants.rune.participantId,
    participants.tone.participantId,
    participants.amir.participantId,
    inSola?.id ?? '',
  ].map((participantId) => ({
    participantId,
    number: numbers.find(({ id }) => id === participantId)?.number ?? '',
  }));
}, 120_000);
afterAll(() => house.close());

/** Puts the marks into every column of text that takes them. */
async function mark(): Promise<void> {
  await house.owner(
    'create table marked as select id, row_number() over (order by id) as number from participant',
  );
  await house.owner(`set session_replication_role = replica`);
  const columns = await house.owner<{ name: string; column: string }>(`
    select c.relname as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.atttypid = 'text'::regtype and a.attnum > 0
      and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'topic')
      and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'supersedes')
      -- A number is sealed, and its text is the name of a key.
      and a.attname not in ('topic', 'legal_class') and c.relname <> 'person_number'`);
  for (const { name, column } of columns)
    await house
      .owner(
        `update ${name} f set ${column} = left(${column}, 30) || ' ⟦' || m.number || '·' || f.topic || '⟧' from marked m where m.id = f.participant_id`,
      )
      // A code, or a number with a form of its own: it holds no free text.
      .catch((error: { code?: string }) => expect(['23514', '22001']).toContain(error.code));
  await house.owner(`set session_replication_role = origin`);
}

/** A body that is no good is refused before the one who sent it; a refusal it is all the same. */
const refused = ({ status }: Answer): boolean => status >= 400 && status < 500;
const ids = (participantId: string) => [participantId, participantId];
const fitting = (operation: Operation, participantId: string): Body =>
  fc.sample(
    bodiesFor(operation.body ?? {}, { ids: () => ids(participantId), refs: () => [workerRef('siren')] }),
    { numRuns: 1, seed: 7 },
  )[0] as Body;
const label = ({ method, path }: Operation) => `${method} ${path}`;
const collectionOf = ({ path }: Operation) => /^\/api\/people\/\{participantId\}\/([\w-]+)/.exec(path)?.[1];
const rolesOf = (persona: (typeof personaNames)[number]) =>
  personas[persona].workers.flatMap(({ roles }) => roles);

async function call(persona: string, operation: Operation, address: string, about: string): Promise<Answer> {
  const visitor = house.as(persona);
  if (operation.method === 'GET') return visitor.get(address);
  return visitor.post(address, fitting(operation, about));
}

/** What is open to somebody of each person, by the number in the marks; from the database's own answer. */
async function openTo(persona: string): Promise<Map<string, Set<string>>> {
  const { cookie = '' } = await house.as(persona).headers();
  const secret = /^__Host-medvandrer=[\w-]{43}\.([\w-]{43})/.exec(cookie)?.[1];
  // One statement after the other: what a transaction has begun as is seen by the next.
  await house.owner('begin');
  await house.owner('select from app.begin($1)', [secret]);
  const rows = await house.owner<{ number: string; reads: number }>(
    // Of all, and of these by name: some are something to a person only when they ask for that one.
    `select m.number::text, bit_or(a.reads) as reads
     from (select * from app.masks(null, null) union all select * from app.masks($1, null)) a join marked m on m.id = a.participant_id group by m.number`,
    [people.map(({ participantId }) => participantId)],
  );
  await house.owner('rollback');
  return new Map(rows.map(({ number, reads }) => [number, new Set<string>(topicsIn(reads))]));
}

/** Marks in an answer that are not open to the one who got it. */
const leaked = (text: string, open: Map<string, Set<string>>): string[] =>
  [...text.matchAll(/⟦(\d+)·([a-z-]+)⟧/g)]
    .filter(([, number = '', topic = '']) => !open.get(number)?.has(topic))
    .map(([mark]) => mark);

const alsoShown = (operation: Operation, mark: string): boolean =>
  (alsoShows[label(operation)] ?? []).some((topic) => mark.endsWith(`·${topic}⟧`));

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<string[]>): Promise<string[]> {
  const wrong: string[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    wrong.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(work))).flat());
  return wrong;
}

test('every route has a rule for who may call it, and every rule a route', () => {
  const named = operations.map((one) => collectionOf(one) ?? label(one));
  const ofPeople = operations.filter(({ path }) => path.includes('{participantId}')).map(collectionOf);
  const reading = operations.filter((one) => one.method === 'GET' && collectionOf(one) !== undefined);
  expect(
    operations
      .filter((one) => {
        const collection = collectionOf(one);
        if (collection !== undefined) return one.method !== 'GET' && collections[collection] === undefined;
        return !one.path.includes('{participantId}') && otherRules[label(one)] === undefined;
      })
      .map(label),
  ).toEqual([]);
  expect(Object.keys(otherRules).filter((rule) => !named.includes(rule))).toEqual([]);
  expect(Object.keys(collections).filter((rule) => !ofPeople.includes(rule))).toEqual([]);
  expect(reading.length).toBeGreaterThan(10);
});

test('what needs no login is exactly what the rules say anyone may call', () => {
  expect(
    operations
      .filter((one) => !needsSession(one))
      .map(label)
      .toSorted(),
  ).toEqual(
    Object.keys(otherRules)
      .filter((rule) => otherRules[rule] === 'anyone')
      .toSorted(),
  );
});

describe.each(personaNames)('as %s', (persona) => {
  test('reads only what is open, and changes nothing that is not', { timeout: 120_000 }, async () => {
    const open = await openTo(persona);
    const may = new Map<string, Topic[] | undefined>();
    for (const { participantId } of people) {
      const page = await house.as(persona).get<PersonPage>(`/api/people/${participantId}`);
      may.set(participantId, page.status === 200 ? (page.body.may as Topic[]) : undefined);
    }
    const before = await house.counts();
    const calls = operations.filter(needsSession).flatMap((operation) => {
      if (!operation.path.includes('{participantId}'))
        return [{ operation, about: people[0]?.participantId ?? '' }];
      return people.map(({ participantId }) => ({ operation, about: participantId }));
    });
    const wrong = await inTurns(calls, async ({ operation, about }) => {
      const address = addressOf(operation, addressed(operation, about));
      const known = may.get(about);
      const verdict = expected(operation, known);
      if (verdict === 'skip') return [];
      const answer = await call(persona, operation, address, about);
      const marks = leaked(answer.text, open).filter((mark) => !alsoShown(operation, mark));
      return [
        ...(marks.length > 0 ? [`${label(operation)} leaks ${[...new Set(marks)].join(' ')}`] : []),
        ...(verdict(answer)
          ? []
          : [
              `${label(operation)} about ${people.findIndex((one) => one.participantId === about)}: ${answer.said}`,
            ]),
      ];
    });
    expect(wrong).toEqual([]);
    expect(await house.counts()).toEqual(before);

    function expected(
      operation: Operation,
      known: Topic[] | undefined,
    ): 'skip' | ((answer: Answer) => boolean) {
      const collection = collectionOf(operation);
      if (operation.path.includes('{participantId}')) {
        if (known === undefined) return ({ said }) => said === '404 not-found';
        if (operation.method === 'GET' || collection === undefined) return ({ status }) => status < 500;
        const topics = collections[collection] ?? [];
        if (topics.some((topic) => known.includes(topic))) return 'skip';
        return collection === 'previews'
          ? ({ status }) => status < 500
          : ({ status }) => status >= 400 && status < 500;
      }
      const rule = otherRules[label(operation)];
      if (rule === 'me' || rule === 'anyone' || rule === undefined)
        return operation.method === 'GET' ? ({ status }) => status < 500 : 'skip';
      if (rule.roles.some((role) => (rolesOf(persona) as string[]).includes(role)))
        return operation.method === 'GET' ? ({ status }) => status < 500 : 'skip';
      return refused;
    }
  });
});

/** Ids for an address that names no participant: a worker, a service or a samling of another municipality. */
function addressed({ path }: Operation, about: string): string[] {
  if (path.includes('{participantId}')) return ids(about);
  if (path.includes('/services/')) return [nyStart.municipalityId, nyStart.id];
  const { municipalityId, id } = workerRef('siren');
  return path.includes('{municipalityId}') ? [municipalityId, id] : [about, about];
}

test('no mark has reached the log', () => {
  expect(house.log()).not.toContain('⟦');
});
