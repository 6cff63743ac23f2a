import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LookUp, MyControl, WhyAsked } from '#contract/look-up.ts';
import type { MyDay } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { Shared } from '#contract/shared.ts';
import { personas } from '#db/demo/people.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const lookUps = async (persona = 'rune') => (await house.as(persona).get<LookUp[]>('/api/my-look-ups')).body;
const control = async (persona = 'rune') =>
  (await house.as(persona).get<MyControl>('/api/my-look-ups/control')).body;
const ask = (persona: 'rune' | 'tone', body: object) =>
  house.as(persona).post(pageOf(persona, 'look-up-questions'), body);
const answer = (persona: string, id: string, words = 'Jeg skulle ringe deg.') =>
  house.as(persona).post(`/api/look-up-questions/${id}/answers`, { words });
const newestBy = async (who: string, persona = 'rune') => {
  const found = (await lookUps(persona)).find((look) => look.who === who);
  if (found === undefined) throw new Error(`${who} has not looked`);
  return found;
};
const askedOf = async (persona: string): Promise<WhyAsked[]> =>
  (await house.as(persona).get<MyDay>('/api/my-day')).body.asked;

describe('the participant’s log', () => {
  test('says who, from where, what they are to one, and what for', async () => {
    await house.as('siren').get(pageOf('rune'));
    expect(await newestBy('Siren Bø')).toMatchObject({
      organisation: 'Ny Start Jæren',
      roles: ['contact-person'],
      action: 'read',
      purpose: 'person-page',
      topics: expect.arrayContaining(['identity', 'goals']),
      mine: false,
      related: false,
    });
  });

  test('says what somebody was then, and not what they are now', async () => {
    await house.as('kari').get(pageOf('rune'));
    expect((await newestBy('Kari Moi')).roles).toEqual(['nav']);
    await house.as('per').get(pageOf('rune'));
    expect(await newestBy('Per Nygård')).toMatchObject({ roles: [], topics: [] });
  });
});

describe('why', () => {
  let look: LookUp;
  beforeEach(async () => {
    await house.as('siren').get(pageOf('rune'));
    look = await newestBy('Siren Bø');
  });

  test('is asked once about a look-up of oneself, and stands with the one who looked until a day', async () => {
    const asked = await ask('rune', { number: look.number, words: 'Hva var det?' });
    expect(asked.said).toBe('201');
    expect((await ask('rune', { number: look.number })).said).toBe('409 already-done');
    expect((await control()).cases).toContainEqual(
      expect.objectContaining({
        id: asked.id,
        number: look.number,
        who: 'Siren Bø',
        purpose: 'person-page',
        words: 'Hva var det?',
        dueAt: '2024-03-21T23:00:00.000Z',
      }),
    );
    expect(await askedOf('siren')).toContainEqual({
      id: asked.id,
      askedAt: expect.any(String),
      dueAt: '2024-03-21T23:00:00.000Z',
      late: false,
      lookedAt: look.at,
      purpose: 'person-page',
      words: 'Hva var det?',
      person: { participantId: expect.any(String), name: 'Rune Lende' },
    });
    expect((await askedOf('ingunn')).map(({ id }) => id)).not.toContain(asked.id);
    // Owed by the one who looked, and not by everyone beside the person.
    const { body } = await house.as('siren').get<MyDay>('/api/my-day');
    expect(body.needs.map(({ rule }) => rule)).not.toContain('look-unexplained');
  });

  test('is answered by the one who looked, once, and read by the one who asked', async () => {
    const { id } = await ask('rune', { number: look.number });
    expect((await answer('siren', id, 'Jeg skulle ringe deg om bussen.')).said).toBe('201');
    expect((await answer('siren', id)).said).toBe('409 already-answered');
    const one = (await control()).cases.find((each) => each.id === id);
    expect(one).toMatchObject({
      answer: { words: 'Jeg skulle ringe deg om bussen.', by: 'Siren Bø', asAuditor: false },
    });
    expect(one).not.toHaveProperty('dueAt');
    expect((await askedOf('siren')).map((each) => each.id)).not.toContain(id);
    expect(await lookUps()).toContainEqual(
      expect.objectContaining({ who: 'Siren Bø', action: 'control', purpose: 'why.answer' }),
    );
  });

  test('is answered once also when two answers come at the same time', async () => {
    const { id } = await ask('rune', { number: look.number });
    const both = await Promise.all([answer('siren', id, 'a'), answer('siren', id, 'b')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const kept = await house.owner('select from why_answered where asked_id = $1', [id]);
    expect(kept.length).toBe(1);
  });

  test.each(['ola', 'ingunn', 'kari', 'anne', 'per', 'tone', 'rune', 'mamma'])(
    'is not %s’s to answer for somebody else',
    async (persona) => {
      const { id } = await ask('rune', { number: look.number });
      expect((await answer(persona, id)).said).toBe('404 not-found');
      expect((await answer(persona, crypto.randomUUID())).said).toBe('404 not-found');
    },
  );

  test('is not asked about one’s own look, somebody else’s, or one that never was', async () => {
    await house.as('rune').get('/api/my-plan');
    const own = (await lookUps()).find(({ mine }) => mine);
    expect((await ask('rune', { number: own?.number })).said).toBe('422 own-look-up');
    expect((await ask('tone', { number: look.number })).said).toBe('404 not-found');
    expect((await ask('rune', { number: 999_999_999 })).said).toBe('404 not-found');
    expect((await ask('rune', { number: 0 })).said).toBe('400 bad-request');
    const siren = house.as('siren').post(pageOf('rune', 'look-up-questions'), { number: look.number });
    expect((await siren).said).toBe('403 not-yours-to-do');
  });

  test('is asked of a partner at their home, and named only while the person is open to them', async () => {
    await house.as('kari').get(pageOf('rune'));
    const { id } = await ask('rune', { number: (await newestBy('Kari Moi')).number });
    const asked = async () =>
      (await house.as('kari').get<Shared>('/api/shared')).body.asked.find((one) => one.id === id);
    expect((await asked())?.person?.name).toBe('Rune Lende');
    const ended = await house.owner(
      `with c as (update consent set valid_to = app.now() where participant_id = $1 and recipient_organisation_id is not null returning 1),
        t as (update team_membership set valid_to = app.now() where participant_id = $1 and role = 'nav' returning 1) select from c`,
      [personas.rune.participant?.participantId],
    );
    expect(ended.length).toBeGreaterThan(0);
    expect(await asked()).toMatchObject({ id });
    expect(await asked()).not.toHaveProperty('person');
    expect((await answer('kari', id)).said).toBe('201');
  });

  test('of one who was refused tells them of nobody: it is not theirs to answer', async () => {
    await house.as('per').get(pageOf('rune'));
    const { id } = await ask('rune', { number: (await newestBy('Per Nygård')).number });
    expect(await askedOf('per')).toEqual([]);
    expect((await answer('per', id)).said).toBe('404 not-found');
  });

  test('that has no answer in time says so, to both', async () => {
    const { id } = await ask('rune', { number: look.number });
    await house.clock('2024-03-22T08:20+01:00');
    expect((await askedOf('siren')).find((one) => one.id === id)?.late).toBe(true);
    const one = (await control()).cases.find((each) => each.id === id);
    expect(one?.dueAt).toBe('2024-03-21T23:00:00.000Z');
    await house.clock('2024-03-14T08:20+01:00');
  });
});

describe('being told', () => {
  test('is what the participant chooses, and can be chosen anew', async () => {
    expect((await control('tone')).digest).toBe('none');
    const choose = (every: string) => house.as('tone').post(pageOf('tone', 'look-up-digests'), { every });
    expect((await choose('weekly')).said).toBe('201');
    expect((await choose('weekly')).said).toBe('409 already-done');
    expect((await choose('new-person')).said).toBe('201');
    expect((await choose('hourly')).said).toBe('400 bad-request');
    expect((await control('tone')).digest).toBe('new-person');
    expect((await house.as('siren').post(pageOf('tone', 'look-up-digests'), { every: 'none' })).said).toBe(
      '403 not-yours-to-do',
    );
  });

  test('counts the last seven days: who, who of them is new, and whether somebody was refused', async () => {
    const before = (await control()).week;
    expect(before.newPeople).not.toContain('Anne Obrestad');
    await house.as('anne').get(pageOf('rune'));
    const after = (await control()).week;
    expect(after).toEqual({
      people: before.people + 1,
      newPeople: [...before.newPeople, 'Anne Obrestad'].toSorted(),
      refused: before.refused + 1,
    });
    await house.clock('2024-03-30T08:20+01:00');
    expect((await control()).week).toEqual({ people: 0, newPeople: [], refused: 0 });
    await house.clock('2024-03-14T08:20+01:00');
  });

  test('stands in the plan until the participant has seen who', async () => {
    const rune = personas.rune.participant;
    await house.owner(
      `insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
        values ($1, gen_random_uuid(), $2, 'look-up-new-person', 'in-app', 'participant', $2, app.now())`,
      [rune?.municipalityId, rune?.participantId],
    );
    const news = async () => (await house.as('rune').get<MyPlan>('/api/my-plan')).body.lookUpNews?.code;
    expect(await news()).toBe('look-up-new-person');
    expect(await news()).toBe('look-up-new-person');
    await control();
    expect(await news()).toBeUndefined();
  });
});
