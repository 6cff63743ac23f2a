import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaTalk } from '#contract/own-words.ts';
import type { PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const talk = (persona: string, areas: object[], headers = {}) =>
  house.as(persona).post(pageOf('marit', 'conversation-wheels'), { areas }, headers);
const areasSeenBy = async (persona: string) =>
  (await house.as(persona).get<PersonPage>(pageOf('marit'))).body.lifeAreas;
const area = async (code: string) => (await areasSeenBy('siren'))?.find((one) => one.area === code);
const counted = async () =>
  (await house.owner<{ n: number }>('select count(*)::int as n from life_area_rating'))[0]?.n;

describe('a talk over the conversation wheel', () => {
  test('saves what was said of each part together, the first answer beside the latest', async () => {
    const first = await talk('siren', [
      { area: 'friends', rating: 2 },
      { area: 'education', words: 'Eg saknar det' },
    ]);
    expect(first.said).toBe('201');
    expect(await area('education')).toEqual({
      area: 'education',
      first: { id: expect.any(String), words: 'Eg saknar det', at: '2024-03-14T07:20:00.000Z' },
    });
    await talk('siren', [{ area: 'friends', rating: 5, words: 'Lunsjen' }]);
    await talk('siren', [{ area: 'friends', rating: 6 }]);
    expect(await area('friends')).toMatchObject({ first: { rating: 2 }, latest: { rating: 6 } });
  });

  test('is saved whole or not at all', async () => {
    const before = await counted();
    const twice = [
      { area: 'friends', rating: 4 },
      { area: 'friends', rating: 5 },
    ];
    expect((await talk('siren', twice)).said).toBe('422 area-twice');
    const half = [{ area: 'money', rating: 4 }, { area: 'transport' }];
    expect((await talk('siren', half)).said).toBe('422 nothing-said');
    for (const wrong of [[], [{ area: 'love', rating: 3 }], [{ area: 'money', rating: 11 }]])
      expect((await talk('siren', wrong)).said).toBe('400 bad-request');
    expect(await counted()).toBe(before);
  });

  test('sent again with the same key is one talk', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const said = [{ area: 'safety', rating: 7 }];
    const [one, two] = await Promise.all([talk('siren', said, key), talk('siren', said, key)]);
    expect([one.said, one.id]).toEqual(['201', two.id]);
    expect((await area('safety'))?.latest).toBeUndefined();
  });

  test('is taken back whole, and is in the history', async () => {
    const { id } = await talk('siren', [
      { area: 'meaning', rating: 1 },
      { area: 'leisure', rating: 3 },
    ]);
    const back = (persona: string) =>
      house
        .as(persona)
        .post(pageOf('marit', `conversation-wheels/${id}/withdrawals`), { reason: 'trykket feil' });
    expect((await back('per')).said).toBe('404 not-found');
    expect((await back('siren')).said).toBe('201');
    expect(await area('meaning')).toBeUndefined();
    expect((await back('siren')).said).toBe('404 not-found');
    expect(
      await house.owner(
        'select area, version, withdrawn from life_area_rating where talk_id = $1 order by 1, 2',
        [id],
      ),
    ).toEqual([
      { area: 'leisure', version: 1, withdrawn: false },
      { area: 'leisure', version: 2, withdrawn: true },
      { area: 'meaning', version: 1, withdrawn: false },
      { area: 'meaning', version: 2, withdrawn: true },
    ]);
  });

  test('can be taken back part by part', async () => {
    await talk('siren', [
      { area: 'housing', rating: 4 },
      { area: 'daily-living', rating: 4 },
    ]);
    const id = (await area('housing'))?.first.id;
    await house
      .as('siren')
      .post(pageOf('marit', `life-area-ratings/${id}/withdrawals`), { supersedes: id, reason: 'x' });
    expect(await area('housing')).toBeUndefined();
    expect(await area('daily-living')).toBeDefined();
  });
});

describe('what is said over the wheel', () => {
  const ownAreas = async (): Promise<AreaTalk[]> =>
    (await house.as('rune').get<MyPlan>('/api/my-plan')).body.lifeAreas;
  const seen = async (persona: string) =>
    (await house.as(persona).get<PersonPage>(pageOf('rune'))).body.lifeAreas;

  test('is the participant’s and the contact person’s, and never NAV’s or the rest of the team’s', async () => {
    const said = await house
      .as('rune')
      .post(pageOf('rune', 'conversation-wheels'), { areas: [{ area: 'money', words: 'Inkasso' }] });
    expect(said.said).toBe('201');
    expect(await ownAreas()).toContainEqual(expect.objectContaining({ area: 'money' }));
    expect(await seen('ola')).toEqual(await ownAreas());
    for (const persona of ['kari', 'ingunn', 'christer']) expect(await seen(persona)).toBeUndefined();
    for (const persona of ['kari', 'ingunn', 'christer']) {
      const refused = await house
        .as(persona)
        .post(pageOf('rune', 'conversation-wheels'), { areas: [{ area: 'money', rating: 1 }] });
      expect(refused.said).toBe('403 not-allowed');
    }
  });

  test('is opened to a coordinator by the participant, and to NAV by nobody', async () => {
    const consent = (organisation: object) =>
      house.as('rune').post(pageOf('rune', 'consents'), {
        organisation,
        topics: ['life-areas'],
        language: 'nb',
      });
    const { organisations } = await import('#db/demo/people.ts');
    const { municipalityId, id } = organisations.time;
    const nav = organisations.navTime;
    expect((await consent({ municipalityId, id })).said).toBe('201');
    await consent({ municipalityId: nav.municipalityId, id: nav.id });
    expect(await seen('ingunn')).toEqual(await ownAreas());
    expect(await seen('kari')).toBeUndefined();
  });
});
