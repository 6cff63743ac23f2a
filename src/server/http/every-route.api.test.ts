import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonPage } from '#contract/person.ts';
import { personaNames } from '#db/demo/ids.ts';
import { participants, personas } from '#db/demo/people.ts';
import type { Topic } from '#domain/access/topics.ts';
import { type Answer, type House, nyStart, openHouse, workerRef } from '../test-house.ts';
import { leaked, markEverything, openTo } from './test-marks.ts';
import { addressOf, fitting, inTurns, needsSession, type Operation, operationsOf } from './test-requests.ts';
import {
  aboutPerson,
  alsoShows,
  collectionOf,
  collections,
  label,
  otherRules,
  type Verdict,
} from './test-route-rules.ts';

// Every route, as everyone of the demonstration, about people they know and people of other municipalities.
let house: House;
let operations: Operation[];
/** Somebody of each municipality. */
let people: { participantId: string }[];

beforeAll(async () => {
  house = await openHouse();
  operations = operationsOf((await house.nobody.get('/api/openapi.json')).body);
  await markEverything(house);
  const [inSola] = await house.owner<{ id: string }>(
    `select p.id from participant p join municipality m on m.id = p.municipality_id where m.name = 'Sola' order by p.id limit 1`,
  );
  people = [
    participants.rune.participantId,
    participants.tone.participantId,
    participants.amir.participantId,
    inSola?.id ?? '',
  ].map((participantId) => ({ participantId }));
}, 120_000);
afterAll(() => house.close());

/** A body that is no good is refused before the one who sent it; a refusal it is all the same. */
const refused = ({ status }: Answer): boolean => status >= 400 && status < 500;
const rolesOf = (persona: (typeof personaNames)[number]) =>
  personas[persona].workers.flatMap(({ roles }) => roles);

async function call(persona: string, operation: Operation, address: string, about: string): Promise<Answer> {
  const visitor = house.as(persona);
  if (operation.method === 'GET') return visitor.get(address);
  return visitor.post(address, fitting(operation, [about], [workerRef('siren')]));
}

/** The secret in the cookie of somebody who is logged in. */
async function secretOf(persona: string): Promise<string> {
  const { cookie = '' } = await house.as(persona).headers();
  return /^__Host-medvandrer=[\w-]{43}\.([\w-]{43})/.exec(cookie)?.[1] ?? '';
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
    const named = people.map(({ participantId }) => participantId);
    const open = await openTo(house, await secretOf(persona), named);
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
      const marks = leaked(answer.text, open, alsoShows[label(operation)]);
      return [
        ...(marks.length > 0 ? [`${label(operation)} leaks ${marks.join(' ')}`] : []),
        ...(verdict(answer)
          ? []
          : [
              `${label(operation)} about ${people.findIndex((one) => one.participantId === about)}: ${answer.said}`,
            ]),
      ];
    });
    expect(wrong).toEqual([]);
    expect(await house.counts()).toEqual(before);

    function expected(operation: Operation, known: Topic[] | undefined): Verdict {
      if (operation.path.includes('{participantId}')) return aboutPerson(operation, known);
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
  if (path.includes('{participantId}')) return [about, about];
  if (path.includes('/services/')) return [nyStart.municipalityId, nyStart.id];
  const { municipalityId, id } = workerRef('siren');
  return path.includes('{municipalityId}') ? [municipalityId, id] : [about, about];
}

test('no mark has reached the log', () => {
  expect(house.log()).not.toContain('⟦');
});
