import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { Shared } from '#contract/shared.ts';
import { organisations, participants } from '#db/demo/people.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const navTime = { municipalityId: organisations.navTime.municipalityId, id: organisations.navTime.id };
const give = (persona: 'rune' | 'tone', topics: string[], more: object = {}) =>
  house
    .as(persona)
    .post(pageOf(persona, 'consents'), { organisation: navTime, topics, language: 'nb', ...more });
const stop = (persona: 'rune' | 'tone', id: string) =>
  house.as(persona).post(pageOf(persona, `consents/${id}/withdrawals`), { supersedes: id, reason: 'stopp' });

describe('a partner', () => {
  test('sees the parts that are shared, and the others are absent, not empty', async () => {
    const { body } = await house.as('kari').get<PersonPage>(pageOf('rune'));
    expect(Object.keys(body).sort()).toEqual(
      [
        ...['now', 'participantId', 'roles', 'may', 'identity', 'events'],
        ...['goals', 'statement', 'strengths', 'howToMeet', 'team', 'meetings'],
      ].sort(),
    );
    expect(body.may.sort()).toEqual(['actions', 'meeting']);
    expect(new Set(body.events?.map((event) => event.kind))).not.toContain('contact');
  });

  test('sees until when it is shared', async () => {
    const { body } = await house.as('kari').get<Shared>('/api/shared');
    expect(body.people.find((one) => one.participantId === participants.rune.participantId)).toMatchObject({
      name: 'Rune Lende',
      topics: ['goals', 'team', 'actions', 'meeting', 'work-goals', 'money-goals'],
      until: '2024-06-01T22:00:00.000Z',
    });
  });

  test('adds only to what is shared for adding', async () => {
    const kari = house.as('kari');
    const goalId = (await kari.get<PersonPage>(pageOf('rune'))).body.goals?.[0]?.id;
    const action = { goalId, title: 'Sjekke frist', doer: 'participant' };
    expect((await kari.post(pageOf('rune', 'actions'), action)).said).toBe('201');
    expect((await kari.post(pageOf('rune', 'goals'), { title: 'Nytt mål' })).said).toBe('403 not-allowed');
    expect((await kari.post(pageOf('rune', 'contacts'), { kind: 'phone', note: 'x' })).said).toBe(
      '403 not-allowed',
    );
    expect((await give('tone', ['goals'])).said).toBe('201');
  });

  test('sees only the name when sharing has run out by itself', async () => {
    await house.clock('2024-06-01T23:59:59+02:00');
    expect((await house.as('kari').get<PersonPage>(pageOf('rune'))).body.goals).toBeDefined();
    await house.clock('2024-06-02T00:00:00+02:00');
    const { body } = await house.as('kari').get<PersonPage>(pageOf('rune'));
    expect([body.goals, body.meetings, body.team, body.events]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
    ]);
    await house.clock('2024-03-14T08:20+01:00');
  });
});

describe('saying stop', () => {
  test('closes everything in the next request of a session that is open', async () => {
    const kari = house.as('kari');
    const { id } = await give('tone', ['goals', 'actions']);
    expect((await kari.get<PersonPage>(pageOf('tone'))).body.goals).not.toEqual([]);
    expect((await stop('tone', id)).said).toBe('201');
    const others = (await house.as('tone').get<MyPlan>('/api/my-plan')).body.sharing.filter(
      (one) => one.recipient === 'NAV Time',
    );
    for (const other of others) await stop('tone', other.id);
    expect((await kari.get(pageOf('tone'))).said).toBe('404 not-found');
    expect((await kari.get('/api/shared')).text).not.toContain('Tone');
    expect(
      (await kari.post<{ people: unknown[] }>('/api/people/search', { query: 'Tone' })).body.people,
    ).toEqual([]);
  });

  test('leaves a partner who is in the team the name and nothing else', async () => {
    const kari = house.as('kari');
    const mine = (await house.as('rune').get<MyPlan>('/api/my-plan')).body.sharing.find(
      (one) => one.recipient === 'NAV Time',
    );
    await stop('rune', mine?.id ?? '');
    const { body } = await kari.get<PersonPage>(pageOf('rune'));
    expect(Object.keys(body).sort()).toEqual(['events', 'identity', 'may', 'now', 'participantId', 'roles']);
    expect([body.events, body.may]).toEqual([[], []]);
  });

  test('twice is said to be done already, and the first stands', async () => {
    const { id } = await give('tone', ['goals']);
    await stop('tone', id);
    expect((await stop('tone', id)).said).toBe('409 stale-version');
  });

  test('is nobody else’s to do, nor to give', async () => {
    const { id } = await give('tone', ['goals']);
    expect(
      (
        await house
          .as('kari')
          .post(pageOf('tone', `consents/${id}/withdrawals`), { supersedes: id, reason: 'x' })
      ).said,
    ).toBe('404 not-found');
    const taken = { organisation: navTime, topics: ['goals'], language: 'nb' };
    expect((await house.as('kari').post(pageOf('tone', 'consents'), taken)).said).toBe('403 not-allowed');
  });
});

describe('a consent', () => {
  test('keeps the sentence that was shown', async () => {
    const { id } = await give('rune', ['goals'], { until: '2024-05-31' });
    const [row] = await house.owner<{ words: string }>('select words from consent where id = $1', [id]);
    expect(row?.words).toMatch(/NAV Time.*mål/);
  });

  test.each([['relapse'], ['enquiry'], ['everything']])('cannot be given for %s', async (topic) => {
    expect((await give('rune', [topic])).said).toBe('422 unknown-topic');
  });

  test.each([['follow-up'], ['crisis-plan']])(
    'cannot promise NAV %s, which NAV would not see',
    async (topic) => {
      expect((await give('rune', [topic])).said).toBe('422 unknown-topic');
    },
  );

  test('cannot end before it begins', async () => {
    expect((await give('rune', ['goals'], { until: '2024-03-13' })).said).toBe('422 period-backwards');
  });
});
