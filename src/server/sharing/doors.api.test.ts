import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { Shared } from '#contract/shared.ts';
import type { WhoSees } from '#contract/sharing.ts';
import { organisations, participants, workers } from '#db/demo/people.ts';
import { RUNE_BORN } from '#db/demo/story-rune.ts';
import { topicsIn as topicsOf } from '#domain/access/topics.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';
import { doorsIn, ref } from './test-doors.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const { rune, close, open, give, stop, preview, openAll } = doorsIn(() => house);
beforeEach(() => openAll());

describe('closing a door', () => {
  test('to one worker: there is nobody there, in the next request, wherever they look', async () => {
    const ingunn = house.as('ingunn');
    expect((await ingunn.get(pageOf('rune'))).status).toBe(200);
    const { id } = await close({ worker: ref(workers.ingunn), topics: 'everything' });
    expect((await ingunn.get(pageOf('rune'))).said).toBe('404 not-found');
    for (const list of ['/api/my-day', '/api/people'])
      expect((await ingunn.get(list)).text, list).not.toContain(participants.rune.participantId);
    expect((await ingunn.post('/api/people/search', { query: 'Rune' })).text).not.toContain('Lende');
    expect((await ingunn.post(pageOf('rune', 'goals'), { title: 'Nytt' })).said).toBe('404 not-found');
    // The others are as they were, and so is she when it is opened.
    expect((await house.as('christer').get(pageOf('rune'))).status).toBe(200);
    expect((await open(id)).said).toBe('201');
    expect((await ingunn.get(pageOf('rune'))).status).toBe(200);
  });

  test('to an organisation: nobody there sees, whatever has been granted to it', async () => {
    const kari = house.as('kari');
    expect((await kari.get(pageOf('rune'))).status).toBe(200);
    await close({ organisation: ref(organisations.navTime), topics: 'everything' });
    expect((await kari.get(pageOf('rune'))).said).toBe('404 not-found');
    expect((await kari.get<Shared>('/api/shared')).text).not.toContain(participants.rune.participantId);
  });

  test('to one who has nothing to do with me: it holds when they come to have, and in an emergency', async () => {
    const runes = { givenName: 'Rune', familyName: 'Lende', birthDay: RUNE_BORN };
    const find = () => house.as('nora').post('/api/emergency/searches', runes);
    expect((await find()).text).toContain(participants.rune.participantId);
    await close({ worker: ref(workers.nora), topics: 'everything' });
    expect((await find()).text).not.toContain(participants.rune.participantId);
    // Whoever lets her in later does so in vain.
    const joined = await house.as('ingunn').post(pageOf('rune', 'team-memberships'), {
      worker: ref(workers.nora),
      role: 'team-member',
    });
    expect(joined.said).toBe('201');
    expect((await house.as('nora').get(pageOf('rune'))).said).toBe('404 not-found');
    await house.owner('delete from team_membership where id = $1', [joined.id]);
  });

  test('for a part: that part is absent, the rest is as before', async () => {
    const before = (await house.as('ingunn').get<PersonPage>(pageOf('rune'))).body;
    await close({ worker: ref(workers.ingunn), topics: ['wishes', 'related'] });
    const after = (await house.as('ingunn').get<PersonPage>(pageOf('rune'))).body;
    expect(before).toHaveProperty('wishes');
    expect(after).not.toHaveProperty('wishes');
    expect(after).not.toHaveProperty('related');
    expect(after.goals).toEqual(before.goals);
    expect(after.may).toEqual(before.may.filter((topic) => topic !== 'wishes' && topic !== 'related'));
  });

  test('for a part to everyone: only the participant sees it, also where it was granted', async () => {
    expect(
      (await house.as('mamma').get(`/api/close-to-me/${participants.rune.participantId}`)).text,
    ).toContain('crisisPlan');
    await close({ topics: ['crisis-plan'] });
    for (const persona of ['ola', 'siren', 'ingunn'])
      expect((await house.as(persona).get<PersonPage>(pageOf('rune'))).body, persona).not.toHaveProperty(
        'crisisPlan',
      );
    expect(
      (await house.as('mamma').get(`/api/close-to-me/${participants.rune.participantId}`)).text,
    ).not.toContain('crisisPlan');
    expect((await rune().get<MyPlan>('/api/my-plan')).body.crisisPlan).toBeDefined();
  });

  test('counts in no list and no search: who is closed out cannot tell it from nobody', async () => {
    await close({ worker: ref(workers.ingunn), topics: 'everything' });
    const missing = await house.as('ingunn').get(`/api/people/${workers.ingunn.id}`);
    const closed = await house.as('ingunn').get(pageOf('rune'));
    expect([closed.status, closed.text]).toEqual([missing.status, missing.text]);
  });

  test('is the participant’s, and the contact person’s to write down on their word; no other’s', async () => {
    const body = { organisation: ref(organisations.navTime), topics: ['meeting'] };
    expect((await house.as('ola').post(pageOf('rune', 'closed-doors'), body)).said).toBe('201');
    for (const persona of ['ingunn', 'christer', 'kari'])
      expect((await house.as(persona).post(pageOf('rune', 'closed-doors'), body)).said, persona).toBe(
        '403 not-allowed',
      );
    expect((await house.as('per').post(pageOf('rune', 'closed-doors'), body)).said).toBe('404 not-found');
  });

  test.each([
    [{ topics: 'everything' }, '422 door-to-everyone'],
    [{}, '400 bad-request'],
    [{ topics: ['secrets'] }, '422 unknown-topic'],
    [
      { worker: ref(workers.ola), organisation: ref(organisations.navTime), topics: 'everything' },
      '422 one-recipient',
    ],
    [{ worker: ref(workers.per), topics: 'everything' }, '404 not-found'],
    [
      { worker: { municipalityId: workers.ola.municipalityId, id: workers.per.id }, topics: 'everything' },
      '404 not-found',
    ],
    [{ topics: [] }, '400 bad-request'],
  ])('refuses %j', async (body, said) => {
    expect((await close(body)).said).toBe(said);
  });
});

describe('a consent to one person', () => {
  test('opens to that person, and to nobody else who works there', async () => {
    const before = (await house.as('kari').get<PersonPage>(pageOf('rune'))).body;
    expect(before).not.toHaveProperty('wishes');
    const { id } = await give({ worker: ref(workers.kari), topics: ['wishes'] });
    expect((await house.as('kari').get<PersonPage>(pageOf('rune'))).body).toHaveProperty('wishes');
    const given = (await rune().get<MyPlan>('/api/my-plan')).body.sharing.find((one) => one.id === id);
    expect(given).toMatchObject({ recipient: 'Kari Moi', organisation: 'NAV Time', topics: ['wishes'] });
    expect(given?.words).toContain('Kari Moi (NAV Time)');
    await stop(id);

    const { id: other } = await give({ worker: ref(workers.torill), topics: ['wishes'] });
    expect((await house.as('kari').get<PersonPage>(pageOf('rune'))).body).not.toHaveProperty('wishes');
    await stop(other);
  });
});

describe('a consent on paper', () => {
  const paper = { signedDay: '2024-03-12', kept: 'Perm 3 i arkivet på Ny Start' };
  const body = { language: 'nb', organisation: ref(organisations.dps), topics: ['goals'] };

  test('is noted by a worker with when it was signed and where it lies, and the participant reads who noted it', async () => {
    const { said, id } = await house.as('siren').post(pageOf('rune', 'consents'), { ...body, paper });
    expect(said).toBe('201');
    const { sharing } = (await rune().get<MyPlan>('/api/my-plan')).body;
    expect(sharing.find((one) => one.id === id)).toMatchObject({ paper: { ...paper, notedBy: 'Siren Bø' } });
    // A word to anyone on the team stops it.
    const stop = { supersedes: id, reason: 'sa det til meg på tur' };
    expect((await house.as('christer').post(pageOf('rune', `consents/${id}/withdrawals`), stop)).said).toBe(
      '201',
    );
  });

  test.each([
    ['siren', {}, '422 paper-needed'],
    ['siren', { paper: { ...paper, signedDay: '2024-03-15' } }, '422 in-the-future'],
    ['siren', { paper: { ...paper, kept: ' ' } }, '400 bad-request'],
    ['kari', { paper }, '403 not-allowed'],
    ['rune', { paper }, '403 not-yours-to-do'],
  ])('by %s with %j: %s', async (persona, more, said) => {
    expect((await house.as(persona).post(pageOf('rune', 'consents'), { ...body, ...more })).said).toBe(said);
  });
});

describe('a login by code', () => {
  test('opens nothing to anybody, stops what is open, and sees less', async () => {
    const { id } = await give({ organisation: ref(organisations.dps), topics: ['goals'] });
    await house.owner(`update app.login_session set strength = 'code'`, []);
    try {
      const weak = await give({ organisation: ref(organisations.dps), topics: ['goals', 'follow-up'] });
      expect(weak.said).toBe('403 needs-stronger-login');
      const stop = { supersedes: id, reason: 'stopp' };
      expect((await rune().post(pageOf('rune', `consents/${id}/withdrawals`), stop)).said).toBe('201');
      const page = (await rune().get<PersonPage>(pageOf('rune'))).body;
      expect(page.roles).toEqual(['participant-by-code']);
      for (const part of ['lifeAreas', 'related', 'enquiries']) expect(page, part).not.toHaveProperty(part);
      expect((await house.as('ola').get(pageOf('rune'))).status).toBe(404);
      expect((await preview({ organisation: ref(organisations.navTime), topics: [] })).said).toBe(
        '404 not-found',
      );
    } finally {
      await house.owner(`update app.login_session set strength = 'strong'`, []);
    }
  });
});

describe('who sees what', () => {
  test('is for each exactly what the database opens to them', async () => {
    await close({ worker: ref(workers.ingunn), topics: ['wishes', 'children'] });
    await close({ topics: ['turns'] });
    const { body } = await rune().get<WhoSees>(pageOf('rune', 'who-sees'));
    const told = new Map(body.people.map(({ name, topics }) => [name, topics]));
    for (const persona of ['ola', 'siren', 'ingunn', 'christer', 'kari', 'mamma'] as const) {
      const [row] = await house.owner(
        `select u.name as login, s.read_topics[array_position(s.participant_ids, $2::uuid)] as bits
         from app.look_up s join app.login_user u on u.id = s.login_user_id where u.persona = $1 order by s.number desc limit 1`,
        [persona, await lookedAt(persona)],
      );
      const opened = topicsOf(Number(row?.bits));
      expect([persona, told.get(persona === 'mamma' ? 'Mamma' : String(row?.login))]).toEqual([
        persona,
        opened,
      ]);
    }
  });

  test('is the participant’s to read', async () => {
    for (const persona of ['ola', 'kari', 'tone'])
      expect((await house.as(persona).get(pageOf('rune', 'who-sees'))).said, persona).toBe('404 not-found');
  });
});

async function lookedAt(persona: string): Promise<string> {
  const { participantId } = participants.rune;
  await house.as(persona).get(persona === 'mamma' ? `/api/close-to-me/${participantId}` : pageOf('rune'));
  return participantId;
}
