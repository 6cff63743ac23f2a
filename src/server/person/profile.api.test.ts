import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { Profile } from '#contract/profile.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const asSeenBy = async (persona: string): Promise<NonNullable<PersonPage['identity']>> => {
  const { identity } = (await house.as(persona).get<PersonPage>(pageOf('rune'))).body;
  if (identity === undefined) throw new Error(`${persona} does not see who it is`);
  return identity;
};
const profileSeenBy = async (persona: string): Promise<Profile> => {
  const { profile } = await asSeenBy(persona);
  if (profile === undefined) throw new Error(`${persona} may not write it`);
  return profile;
};
const rewrite = (persona: string, { id, versionId }: Profile, fields: object) =>
  house.as(persona).post(pageOf('rune', `profiles/${id}/corrections`), {
    supersedes: versionId,
    reason: 'Rettet',
    ...fields,
  });

test('the contact person adds what was not known at first, and the old stays in the history', async () => {
  const before = await profileSeenBy('siren');
  const fields = {
    givenName: 'Rune',
    familyName: 'Lende',
    preferredName: 'Ronny',
    phone: '900 00 777',
    gender: 'man',
  };
  expect((await rewrite('siren', before, fields)).status).toBe(201);
  expect(await asSeenBy('siren')).toMatchObject({ name: 'Rune Lende', callMe: 'Ronny', phone: '900 00 777' });
  const [count] = await house.owner<{ versions: number }>(
    'select count(*)::int as versions from profile where fact_id = $1',
    [before.id],
  );
  expect(count?.versions).toBe(2);
});

test('the participant says what they want to be called, and everyone beside them sees it', async () => {
  const { profile } = (await house.as('rune').get<MyPlan>('/api/my-plan')).body;
  if (profile === undefined) throw new Error('a participant may write their own name');
  expect((await rewrite('rune', profile, { givenName: 'Rune', familyName: 'Lende' })).status).toBe(201);
  expect((await house.as('rune').get<MyPlan>('/api/my-plan')).body.callMe).toBe('Rune');
  expect(await asSeenBy('ingunn')).toMatchObject({ callMe: 'Rune' });
});

test('of two who change it at once the second is told', async () => {
  const seen = await profileSeenBy('siren');
  const answers = await Promise.all([
    rewrite('siren', seen, { givenName: 'Rune', phone: '900 00 778' }),
    rewrite('rune', seen, { givenName: 'Rune', phone: '900 00 779' }),
  ]);
  expect(answers.map(({ said }) => said).sort()).toEqual(['201', '409 stale-version']);
});

test('a birth day ahead is refused, and so is a person without a name', async () => {
  const seen = await profileSeenBy('siren');
  expect((await rewrite('siren', seen, { givenName: 'Rune', birthDay: '2031-01-01' })).said).toBe(
    '422 day-out-of-range',
  );
  expect((await rewrite('siren', seen, { givenName: '   ' })).said).toBe('400 bad-request');
});

test('a partner sees the name, and neither the fields behind it nor a way to change them', async () => {
  const seen = await profileSeenBy('siren');
  expect(await asSeenBy('kari')).not.toHaveProperty('profile');
  expect((await rewrite('kari', seen, { givenName: 'Kari' })).status).toBe(403);
  expect((await rewrite('per', seen, { givenName: 'Per' })).status).toBe(404);
});
