import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonPage } from '#contract/person.ts';
import { organisations } from '#db/demo/people.ts';
import { type House, openHouse, pageOf, samlingAt, workerRef } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const join = (persona: string, body: Record<string, unknown>) =>
  house.as(persona).post(pageOf('rune', 'team-memberships'), body);

describe('the team', () => {
  test('takes in nobody from outside the cooperation, whoever asks', async () => {
    for (const persona of ['siren', 'ingunn']) {
      expect((await join(persona, { role: 'contact-person', worker: workerRef('per') })).said).toBe(
        '404 not-found',
      );
    }
    expect((await house.as('per').get(pageOf('rune'))).status).toBe(404);
  });

  test('does not take a partner for one of the municipality’s own', async () => {
    expect((await join('siren', { role: 'contact-person', worker: workerRef('kari') })).said).toBe(
      '422 wrong-organisation',
    );
    expect((await join('siren', { role: 'nav', worker: workerRef('ingunn') })).said).toBe(
      '422 wrong-organisation',
    );
  });

  test('is not the participant’s own device to open', async () => {
    expect((await join('rune', { role: 'team-member', worker: workerRef('anne') })).said).toBe(
      '403 not-allowed',
    );
  });

  test('gives who joins a way in at once', async () => {
    const tone = pageOf('tone', 'team-memberships');
    expect((await house.as('ingunn').get(pageOf('tone'))).status).toBe(404);
    const siren = await house.as('siren').post(tone, { role: 'coordinator', worker: workerRef('ingunn') });
    expect(siren.status).toBe(201);
    expect((await house.as('ingunn').get(pageOf('tone'))).status).toBe(200);
  });
});

describe('leaving the team', () => {
  const team = async (persona: string) =>
    (await house.as(persona).get<PersonPage>(pageOf('tone'))).body.team?.find(
      ({ name }) => name === 'Ingunn Vik',
    );

  test('closes the way in from the next request, once, and keeps what was', async () => {
    const ingunn = await team('siren');
    const end = (by: string) =>
      house.as(by).post(pageOf('tone', `team-memberships/${ingunn?.id}/endings`), {
        supersedes: ingunn?.versionId,
        reason: 'feil person',
      });
    expect((await end('per')).said).toBe('404 not-found');
    expect((await end('tone')).said).toBe('403 not-allowed');
    expect((await end('siren')).status).toBe(201);
    expect((await house.as('ingunn').get(pageOf('tone'))).said).toBe('404 not-found');
    expect((await end('siren')).said).toBe('409 stale-version');
    const versions =
      'select version, correction_reason from team_membership where fact_id = $1 order by version';
    expect(await house.owner(versions, [ingunn?.id])).toEqual([
      { version: 1, correction_reason: null },
      { version: 2, correction_reason: 'feil person' },
    ]);
  });
});

describe('the crisis plan', () => {
  const seen = async (persona: string) =>
    (await house.as(persona).get<PersonPage>(pageOf('rune'))).body.crisisPlan;
  test('is read by the contact person when the participant has said so, and no longer', async () => {
    expect(await seen('siren')).toBeUndefined();
    const { municipalityId, id } = organisations.nyStart;
    const consent = await house.as('rune').post(pageOf('rune', 'consents'), {
      organisation: { municipalityId, id },
      topics: ['crisis-plan'],
      language: 'nb',
    });
    expect(await seen('siren')).toBeDefined();
    expect(await seen('ingunn')).toBeUndefined();
    const stop = `consents/${consent.id}/withdrawals`;
    await house.as('rune').post(pageOf('rune', stop), { supersedes: consent.id, reason: 'stopp' });
    expect(await seen('siren')).toBeUndefined();
  });
});

test('somebody who works in two places writes as the one with the relation', async () => {
  const session = samlingAt('2024-03-14T09:30');
  const written = await house
    .as('christer')
    .post(pageOf('rune', 'attendances'), { session, answer: 'coming' });
  expect(written.status).toBe(201);
  const [row] = await house.owner<{ said_by: string }>('select said_by from attendance where id = $1', [
    written.id,
  ]);
  expect([workerRef('christer').id, workerRef('christerNyStart').id]).toContain(row?.said_by);
  const related = await house.owner<{ worker_id: string }>(
    `select worker_id from team_membership where participant_id = (select participant_id from attendance where id = $1)`,
    [written.id],
  );
  expect(related.map(({ worker_id: id }) => id)).toContain(row?.said_by);
});
