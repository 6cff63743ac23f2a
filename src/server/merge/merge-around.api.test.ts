import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonPage } from '#contract/person.ts';
import type { Preview } from '#contract/related.ts';
import type { WhoSees } from '#contract/sharing.ts';
import { madeUpNumber } from '#db/demo/numbers.ts';
import { participants } from '#db/demo/people.ts';
import { type House, nyStart, openHouse, workerRef } from '../test-house.ts';
import { at, mergingIn } from './test-merging.ts';

const RUNE = participants.rune.participantId;
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const { met, pageFor, merge, split } = mergingIn(() => house);
test('a door that is closed on one row is closed on the other, and the person sees who sees what over both', async () => {
  const other = await met({ givenName: 'Rune', personNumber: madeUpNumber('1992-08-19') });
  const { id } = await merge('siren', RUNE, other);
  const seers = (await house.as('rune').get<WhoSees>(at(RUNE, 'who-sees'))).body.people;
  expect(new Set(seers.map(({ name }) => name)).size).toBe(seers.length);
  const preview = await house
    .as('rune')
    .post<Preview>(at(RUNE, 'previews'), { worker: workerRef('siren'), topics: [] });
  const { now: _, ...seen } = await pageFor('siren', RUNE);
  expect(preview.body.page).toMatchObject({ enquiries: seen.enquiries, before: seen.before });
  const closed = await house
    .as('rune')
    .post(at(RUNE, 'closed-doors'), { worker: workerRef('siren'), topics: ['enquiry'] });
  expect(closed.said).toBe('201');
  expect((await house.as('siren').get<PersonPage>(at(other))).body.enquiries).toBeUndefined();
  await house
    .as('rune')
    .post(at(RUNE, `closed-doors/${closed.id}/withdrawals`), { supersedes: closed.id, reason: 'Greit nå' });
  expect((await pageFor('siren', other)).enquiries?.length).toBeGreaterThan(0);
  await split('siren', RUNE, other, id);
});

test('a leader counts the person once', async () => {
  const waiting = async () =>
    (
      await house.owner<{ count: number }>('select count(*)::int as count from app.in_service($1, $2, $3)', [
        nyStart.municipalityId,
        nyStart.id,
        '2024-03-14',
      ])
    )[0]?.count ?? 0;
  const before = await waiting();
  const [one, other] = await house.owner<{ home: string; id: string }>(
    'select municipality_id as home, participant_id as id from app.in_service($1, $2, $3) order by 2 limit 2',
    [nyStart.municipalityId, nyStart.id, '2024-03-14'],
  );
  await house.owner(
    `insert into person_merge (municipality_id, participant_id, surviving_municipality_id, surviving_id, found_by, asked_by, reason, merged_by)
      select $1, $2, $3, $4, 'hand', 'worker', 'x', (select id from login_user order by id limit 1)`,
    [one?.home, one?.id, other?.home, other?.id],
  );
  await house.owner('select app.remake_same_person($1)', [one?.id]);
  expect(await waiting()).toBe(before - 1);
});
