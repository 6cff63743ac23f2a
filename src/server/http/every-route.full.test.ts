import { describe, expect, test } from 'vitest';
import type { PersonPage } from '#contract/person.ts';
import { participants } from '#db/demo/people.ts';
import { type AccessRole, accessRoles } from '#domain/access/roles.ts';
import { type Topic, topics } from '#domain/access/topics.ts';
import { factTablesOf, furnish, person, relations, SECRET } from '../db/test-relations.ts';
import { type House, openHouse, workerRef } from '../test-house.ts';
import { leaked, markEverything, openTo } from './test-marks.ts';
import { addressOf, fitting, inTurns, needsSession, type Operation, operationsOf } from './test-requests.ts';
import { aboutPerson, alsoShows, label } from './test-route-rules.ts';

// The full product: every route, in every relation there is, without leave and with leave to everything, about the one the relation is to
// and about somebody else. One worker, who is nothing else to anybody. `npm test` asks the pairs; this takes minutes and belongs to the bench.
const secret = 'every-relation-and-every-route-in-the-product'.slice(0, 43);
const strangers = [participants.rune.participantId, participants.amir.participantId];
const cases = accessRoles.flatMap((role) => [
  { role, granted: [] as readonly Topic[] },
  { role, granted: topics },
]);

async function houseWith(role: AccessRole, granted: readonly Topic[]): Promise<House> {
  const house = await openHouse();
  const tables = await factTablesOf(house.connection);
  await furnish(house.connection, tables);
  // The login of the one who asks, by a secret that a cookie can hold.
  await house.owner(
    `insert into login_session (secret_hash, login_user_id, idle_until, expires_at)
     select sha256(convert_to($1, 'UTF8')), login_user_id, '2099-01-01', '2099-01-01' from login_session where secret_hash = sha256(convert_to($2, 'UTF8'))`,
    [secret, SECRET],
  );
  await house.owner(
    `update login_session set idle_until = '2099-01-01', expires_at = '2099-01-01' where idle_until = 'infinity'`,
  );
  await house.owner('set session_replication_role = replica');
  // Sealed to the one whose number it was: a copy cannot be opened.
  await house.owner('delete from person_number where participant_id = $1', [person]);
  await relations[role](house.connection, granted);
  await house.owner('set session_replication_role = origin');
  await markEverything(house);
  return house;
}

describe.each(cases)('as $role, granted $granted.length topics', ({ role, granted }) => {
  test('every route gives what is open, and no more', { timeout: 300_000 }, async () => {
    const house = await houseWith(role, granted);
    try {
      const visitor = house.holding(secret);
      const operations = operationsOf((await house.nobody.get('/api/openapi.json')).body).filter(
        needsSession,
      );
      const open = await openTo(house, secret, [person, ...strangers]);
      const before = await house.counts();
      const calls = operations.flatMap((operation): { operation: Operation; about: string }[] =>
        operation.path.includes('{participantId}')
          ? [person, ...strangers].map((about) => ({ operation, about }))
          : operation.method === 'GET'
            ? [{ operation, about: person }]
            : [],
      );
      const may = new Map<string, Topic[] | undefined>();
      for (const about of [person, ...strangers]) {
        const page = await visitor.get<PersonPage>(`/api/people/${about}`);
        may.set(about, page.status === 200 ? (page.body.may as Topic[]) : undefined);
      }
      // Whoever leads a samling of the demonstration meets those who are expected there.
      if (role !== 'group-leader')
        for (const stranger of strangers) expect(may.get(stranger)).toBeUndefined();
      let asked = 0;
      const wrong = await inTurns(calls, async ({ operation, about }) => {
        const verdict = operation.path.includes('{participantId}')
          ? aboutPerson(operation, may.get(about))
          : ({ status }: { status: number }) => status < 500;
        if (verdict === 'skip') return [];
        asked += 1;
        const address = addressOf(operation, [about, about]);
        const answer =
          operation.method === 'GET'
            ? await visitor.get(address)
            : await visitor.post(address, fitting(operation, [about], [workerRef('siren')]));
        const marks = leaked(answer.text, open, alsoShows[label(operation)]);
        return [
          ...marks.map((mark) => `${label(operation)} leaks ${mark}`),
          ...(verdict(answer) ? [] : [`${label(operation)} about ${about}: ${answer.said}`]),
        ];
      });
      expect(wrong).toEqual([]);
      expect(asked).toBeGreaterThan(200);
      expect(await house.counts()).toEqual(before);
      expect(house.log()).not.toContain('⟦');
    } finally {
      await house.close();
    }
  });
});
