import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LookUp } from '#contract/look-up.ts';
import type { PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { ClosePerson, CloseToMe } from '#contract/related.ts';
import { participants } from '#db/demo/people.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

// Arvid Tjelta is Tone's guardian for money. Siren is her contact person.
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  await house.clock('2024-03-14T08:20+01:00');
  await house.owner(`delete from mandate where recorded_at >= '2024-03-14T08:20+01:00'`);
  await house.owner(
    `update mandate set scopes = '{money}', topics = '{money-goals,tenancy,team}', valid_to = null, superseded = false`,
  );
});
afterAll(() => house.close());

const tone = participants.tone.participantId;
const plan = async (persona: 'tone' | 'rune' = 'tone') =>
  (await house.as(persona).get<MyPlan>('/api/my-plan')).body;
const home = async (persona = 'arvid') =>
  (await house.as(persona).get<CloseToMe>('/api/close-to-me')).body.people;
const view = (persona = 'arvid') => house.as(persona).get<ClosePerson>(`/api/close-to-me/${tone}`);
const page = (persona: string) => house.as(persona).get<PersonPage>(pageOf('tone'));
const note = (body: object, persona = 'siren', who: 'tone' | 'rune' = 'tone') =>
  house.as(persona).post(pageOf(who, 'mandates'), { document: 'Vist fram på papir', ...body });
const end = (id: string, supersedes: string, persona = 'siren') =>
  house
    .as(persona)
    .post(pageOf('tone', `mandates/${id}/withdrawals`), { supersedes, reason: 'Vedtaket er opphevet' });
const mandate = (scopes: string[], topics: string[]) =>
  house.owner('update mandate set scopes = $1, topics = $2', [scopes, topics]);

describe('a guardian for money', () => {
  test('sees the goals of money and who stands around, and no health, work or own words', async () => {
    expect(await home()).toEqual([
      {
        participantId: tone,
        name: 'Tone',
        topics: [],
        mandate: { scopes: ['money'], topics: ['team', 'money-goals', 'tenancy'] },
      },
    ]);
    const { body, text } = await view();
    expect(Object.keys(body).sort()).toEqual(['goals', 'mandate', 'name', 'now', 'team']);
    expect(body.goals?.map(({ title }) => title)).toEqual(['Vite hva som er igjen når regningene er betalt']);
    for (const other of ['Et hjem jeg trives i', 'min egen leilighet', 'Sov bedre', '900 00 102'])
      expect(text, other).not.toContain(other);
  });

  test('has no more by any other way: the page of the person, the search, or a change', async () => {
    const { body, text } = await page('arvid');
    expect(body.roles).toEqual(['verge']);
    expect(body.may).toEqual([]);
    expect(Object.keys(body).sort()).toEqual(
      ['events', 'goals', 'identity', 'may', 'now', 'participantId', 'roles', 'team'].sort(),
    );
    expect(body.goals).toHaveLength(1);
    expect(text).not.toContain('Sov bedre');
    expect((await house.as('arvid').get('/api/my-day')).said).toBe('404 not-found');
    for (const [path, sent] of [
      ['contacts', { kind: 'phone', note: 'x' }],
      ['statements', { words: 'x' }],
      ['mandates', { relatedPersonId: tone, scopes: ['health'], document: 'x' }],
    ] as const)
      expect((await house.as('arvid').post(pageOf('tone', path), sent)).said, path).toMatch(/^40[34] /);
    expect((await house.as('arvid').get(`/api/close-to-me/${participants.rune.participantId}`)).said).toBe(
      '404 not-found',
    );
  });

  test('sees nothing from the second the mandate has expired', async () => {
    await house.owner(`update mandate set valid_to = '2024-03-14T12:00+01:00'`);
    await house.clock('2024-03-14T11:59:59+01:00');
    expect((await view()).body.mandate?.until).toBe('2024-03-14T11:00:00.000Z');
    await house.clock('2024-03-14T12:00:00+01:00');
    expect(await home()).toEqual([]);
    expect((await view()).said).toBe('404 not-found');
    expect((await page('arvid')).said).toBe('404 not-found');
    expect((await plan()).mandates).toEqual([]);
  });

  test('who logs in with a code sees nothing: one acts for another with two factors', async () => {
    await house.as('arvid').get('/api/session');
    await house.owner(
      `update login_session set strength = 'code' where login_user_id = (select id from login_user where persona = 'arvid')`,
    );
    expect((await view()).said).toBe('404 not-found');
    await house.clock('2024-03-14T08:20+01:00');
  });

  test('sees beside it what the participant shares themself, each said as what it is', async () => {
    const [{ relatedPersonId } = { relatedPersonId: '' }] = (await plan()).mandates;
    const given = await house
      .as('tone')
      .post(pageOf('tone', 'consents'), { relatedPersonId, topics: ['attendance'], language: 'nb' });
    expect(given.said).toBe('201');
    expect((await home())[0]).toMatchObject({ topics: ['attendance'], mandate: { scopes: ['money'] } });
    const { body } = await view();
    expect([body.alsoShared, body.groups !== undefined]).toEqual([true, true]);
    await house
      .as('tone')
      .post(pageOf('tone', `consents/${given.id}/withdrawals`), { supersedes: given.id, reason: 'stopp' });
    expect((await view()).body.groups).toBeUndefined();
  });
});

test('a guardian for personal matters sees wishes and meetings, and not the goals that health is mixed into', async () => {
  await mandate(['personal'], ['work-goals', 'wishes', 'meeting', 'placements', 'team']);
  const { body } = await view();
  expect(Object.keys(body).sort()).toEqual(
    ['goals', 'mandate', 'meetings', 'name', 'now', 'team', 'wishes'].sort(),
  );
  expect(body.goals).toEqual([]);
});

test('a mandate that says more than a guardian can be granted opens no more', async () => {
  await mandate(['money'], ['money-goals', 'crisis-plan', 'follow-up', 'relapse', 'sharing']);
  const { body } = await page('arvid');
  for (const closed of ['crisisPlan', 'sharing', 'statement', 'lifeEvents'] as const)
    expect(body[closed], closed).toBeUndefined();
  expect((await view()).body.mandate?.topics).toEqual(['money-goals']);
});

describe('noting a mandate', () => {
  const guardian = async (who: 'tone' | 'rune') =>
    (await house.as('rune').get<MyPlan>('/api/my-plan')).body.related.find(() => who === 'rune')?.id ?? '';

  test('takes a document and what it covers, and opens exactly that from the same moment', async () => {
    const relatedPersonId = await guardian('rune');
    const noted = await note({ relatedPersonId, scopes: ['money'], until: '2024-03-20' }, 'siren', 'rune');
    expect(noted.said).toBe('201');
    expect((await plan('rune')).mandates).toEqual([
      {
        id: noted.id,
        versionId: noted.id,
        relatedPersonId,
        name: 'Mamma',
        scopes: ['money'],
        topics: ['money-goals', 'tenancy', 'team'],
        document: 'Vist fram på papir',
        from: '2024-03-14T07:20:00.000Z',
        until: '2024-03-20T23:00:00.000Z',
      },
    ]);
    expect((await home('mamma'))[0]).toMatchObject({
      topics: ['crisis-plan'],
      mandate: { scopes: ['money'], until: '2024-03-20T23:00:00.000Z' },
    });
    // Another document takes its place when the first has been ended; two at once are one.
    expect((await note({ relatedPersonId, scopes: ['personal'] }, 'siren', 'rune')).said).toBe(
      '409 mandate-stands',
    );
    const back = await house.as('siren').post(pageOf('rune', `mandates/${noted.id}/withdrawals`), {
      supersedes: noted.id,
      reason: 'Nytt vedtak',
    });
    expect(back.said).toBe('201');
    const both = await Promise.all(
      [1, 2].map(() => note({ relatedPersonId, scopes: ['personal'] }, 'siren', 'rune')),
    );
    expect(both.map(({ said }) => said).sort()).toEqual(['201', '409 mandate-stands']);
  });

  test('is for the participant and those who write who is close, never by a code, a partner or a peer', async () => {
    const relatedPersonId = await guardian('rune');
    const body = { relatedPersonId, scopes: ['money'] };
    for (const persona of ['kari', 'christer', 'ingunn'])
      expect((await note(body, persona, 'rune')).said, persona).toBe('403 not-allowed');
    for (const persona of ['per', 'arvid', 'mamma'])
      expect((await note(body, persona, 'rune')).said, persona).toMatch(/^40[34] /);
    await house.as('rune').get('/api/session');
    await house.owner(
      `update login_session set strength = 'code' where login_user_id = (select id from login_user where persona = 'rune')`,
    );
    expect((await note(body, 'rune', 'rune')).said).toBe('403 not-allowed');
    await house.clock('2024-03-14T08:20+01:00');
    expect((await note(body, 'rune', 'rune')).said).toBe('201');
  });

  test.each([
    [{ scopes: [] }, '400 bad-request'],
    [{ scopes: ['all'] }, '400 bad-request'],
    [{ scopes: ['money', 'money'] }, '400 bad-request'],
    [{ document: ' ' }, '400 bad-request'],
    [{ topics: ['crisis-plan'] }, '400 bad-request'],
    [{ until: '2024-03-01' }, '422 period-backwards'],
    [{ from: '2024-05-01', until: '2024-04-01' }, '422 period-backwards'],
    [{ relatedPersonId: tone }, '404 not-found'],
  ])('refuses %j', async (more, said) => {
    const body = { relatedPersonId: await guardian('rune'), scopes: ['money'], ...more };
    expect((await note(body, 'siren', 'rune')).said).toBe(said);
  });
});

describe('ending a mandate', () => {
  test('closes the guardian’s way in before the next request, and is not for the one it is about', async () => {
    const [standing] = (await plan()).mandates;
    const { id = '', versionId = '', relatedPersonId = '' } = standing ?? {};
    expect(standing).toMatchObject({ name: 'Arvid Tjelta', scopes: ['money'] });
    expect((await end(id, versionId, 'tone')).said).toBe('403 not-yours-to-do');
    const taken = await house
      .as('tone')
      .post(pageOf('tone', `related-persons/${relatedPersonId}/withdrawals`), {
        supersedes: (await plan()).related.find((one) => one.id === relatedPersonId)?.versionId,
        reason: 'vil ikke ha verge',
      });
    expect(taken.said).toBe('409 is-guardian');
    expect((await view()).said).toBe('200');
    expect((await end(id, versionId)).said).toBe('201');
    expect((await view()).said).toBe('404 not-found');
    expect((await plan()).mandates).toEqual([]);
    expect((await end(id, versionId)).said).toBe('409 stale-version');
  });

  test('and every look stands in the participant’s log', async () => {
    await view();
    const { body } = await house.as('tone').get<LookUp[]>('/api/my-look-ups');
    expect(body.find(({ purpose, topics }) => purpose === 'close-person' && topics.length > 0)).toMatchObject(
      {
        who: 'Arvid Tjelta',
        related: true,
        topics: ['identity', 'team', 'money-goals', 'tenancy'],
      },
    );
  });
});
