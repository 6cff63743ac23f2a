import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WordVersions } from '#contract/own-words.ts';
import type { MyDay, PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { Candidates } from '#contract/wish.ts';
import { type House, openHouse, pageOf, workerRef } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const post = (persona: string, part: string, body: object) =>
  house.as(persona).post(pageOf('tone', part), body);
const wish = (persona: string, words: string, more: object = {}) =>
  post(persona, 'wishes', { words, ...more });
const answer = (persona: string, wishId: string, body: object) =>
  post(persona, 'wish-answers', { wishId, ...body });
const mine = async (id: string) =>
  (await house.as('tone').get<MyPlan>('/api/my-plan')).body.wishes.find((one) => one.id === id);
const owed = async (id: string) =>
  (await house.as('siren').get<MyDay>('/api/my-day')).body.needs.find(({ subjectId }) => subjectId === id);
const back = (persona: string, part: string, id: string) =>
  post(persona, `${part}/${id}/withdrawals`, { supersedes: id, reason: 'Angret' });

describe('a wish', () => {
  test('is the participant’s words, whoever writes them, with the part of life it is about', async () => {
    const own = await wish('tone', 'En stol på balkongen', { lifeArea: 'housing' });
    const told = await wish('siren', 'Noen å gå tur med');
    expect(await mine(own.id)).toMatchObject({
      words: 'En stol på balkongen',
      lifeArea: 'housing',
      answers: [],
    });
    expect(await mine(told.id)).toMatchObject({ words: 'Noen å gå tur med' });
  });

  test('can be taken back', async () => {
    const { id } = await wish('tone', 'Noe annet');
    expect((await back('tone', 'wishes', id)).said).toBe('201');
    expect(await mine(id)).toBeUndefined();
    expect((await answer('siren', id, { outcome: 'given' })).said).toBe('404 not-found');
  });

  test('is said in other words while it waits: the day it was wished stands, and what stood before can be read', async () => {
    const { id } = await wish('tone', 'En benk', { lifeArea: 'housing' });
    const wishedAt = (await mine(id))?.wishedAt;
    const other = { words: ' En benk ute ', supersedes: id, reason: 'Skrevet på en ny måte' };
    const again = await post('tone', `wishes/${id}/corrections`, other);
    expect(again.said).toBe('201');
    expect(await mine(id)).toMatchObject({ words: 'En benk ute', wishedAt, versionId: again.id });
    expect(await mine(id)).not.toHaveProperty('lifeArea');
    for (const persona of ['tone', 'siren']) {
      const { body } = await house.as(persona).get<WordVersions>(pageOf('tone', `wishes/${id}/versions`));
      expect(body.map(({ words, by, reason }) => [words, by, reason])).toEqual([
        ['En benk', 'Tone', undefined],
        ['En benk ute', 'Tone', 'Skrevet på en ny måte'],
      ]);
    }
    expect((await post('tone', `wishes/${id}/corrections`, other)).said).toBe('409 stale-version');
    expect((await house.as('per').post(pageOf('tone', `wishes/${id}/corrections`), other)).said).toBe(
      '404 not-found',
    );
  });

  test('keeps the words that were answered, and is not answered in words that nobody saw', async () => {
    const { id } = await wish('tone', 'En lampe');
    const other = { words: 'En leselampe', supersedes: id, reason: 'Presist' };
    const both = await Promise.all([
      post('tone', `wishes/${id}/corrections`, other),
      answer('siren', id, { outcome: 'given', wishVersion: id }),
    ]);
    expect(both.map(({ said }) => said).toSorted()[0]).toBe('201');
    expect(['409 already-answered', '409 stale-version']).toContain(
      both.map(({ said }) => said).toSorted()[1],
    );
    const { id: second } = await wish('tone', 'En klokke');
    await answer('siren', second, { outcome: 'given' });
    expect((await post('tone', `wishes/${second}/corrections`, { ...other, supersedes: second })).said).toBe(
      '409 already-answered',
    );
  });

  test('for a contact person stays about them, whatever the words are', async () => {
    const { id } = await wish('tone', 'Jeg ønsker Ola', { worker: workerRef('ola') });
    const other = { words: 'Jeg ønsker en jeg kjenner fra før', supersedes: id, reason: 'Bedre sagt' };
    const again = await post('tone', `wishes/${id}/corrections`, other);
    expect(await mine(id)).toMatchObject({ words: other.words, workerName: 'Ola Hauge' });
    await post('tone', `wishes/${id}/withdrawals`, { supersedes: again.id, reason: 'Angret' });
  });

  test('is written by nobody who may not, and seen by nobody else', async () => {
    expect((await wish('per', 'x')).said).toBe('404 not-found');
    expect((await house.as('rune').post(pageOf('rune', 'wishes'), { words: 'Buss 52 oftere' })).said).toBe(
      '201',
    );
    for (const persona of ['christer', 'kari']) {
      const { body } = await house.as(persona).get<PersonPage>(pageOf('rune'));
      expect(body.wishes).toBeUndefined();
      const refused = await house.as(persona).post(pageOf('rune', 'wishes'), { words: 'x' });
      expect(refused.said).toBe('403 not-allowed');
    }
    const { body } = await house.as('ingunn').get<PersonPage>(pageOf('rune'));
    expect(body.wishes).toContainEqual(expect.objectContaining({ words: 'Buss 52 oftere' }));
  });
});

describe('an answer', () => {
  const no = { outcome: 'not-given', reason: 'money', reasonWords: 'Kommunen har ikke satt av penger' };

  test('says why, and the participant reads it', async () => {
    const { id } = await wish('tone', 'Drosje til gruppa');
    expect((await answer('siren', id, { outcome: 'not-given' })).said).toBe('422 reason-needed');
    expect((await answer('siren', id, { ...no, reason: 'laziness' })).said).toBe('400 bad-request');
    expect((await answer('siren', id, no)).said).toBe('201');
    expect((await mine(id))?.answers).toMatchObject([{ ...no, by: 'Siren Bø', byAct: false }]);
  });

  test('may change what it comes to, by one who has seen the one before; what is given stays', async () => {
    const { id } = await wish('tone', 'Kino en gang i måneden');
    const later = { outcome: 'later', reason: 'full', untilDay: '2024-04-02' };
    const first = await answer('siren', id, later);
    expect((await answer('siren', id, no)).said).toBe('409 stale-version');
    const instead = { outcome: 'other-instead', reason: 'money', instead: 'Filmkveld på Sandtangen' };
    const second = await answer('siren', id, { ...instead, after: first.id });
    const third = await answer('siren', id, { outcome: 'given', after: second.id });
    expect((await mine(id))?.answers.map(({ outcome }) => outcome)).toEqual([
      'given',
      'other-instead',
      'later',
    ]);
    expect((await answer('siren', id, { ...no, after: third.id })).said).toBe('409 already-done');
    expect((await back('siren', 'wish-answers', third.id)).said).toBe('201');
    expect((await mine(id))?.answers[0]?.outcome).toBe('other-instead');
  });

  test('given by two at once is one answer', async () => {
    const { id } = await wish('tone', 'Nye gardiner');
    const both = await Promise.all([answer('siren', id, no), answer('siren', id, { outcome: 'given' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await mine(id))?.answers).toHaveLength(1);
  });

  test('is not the participant’s to give, nor to take back', async () => {
    const { id } = await wish('tone', 'Et svar');
    expect((await answer('tone', id, { outcome: 'given' })).said).toBe('403 not-yours-to-do');
    const given = await answer('siren', id, no);
    expect((await back('tone', 'wish-answers', given.id)).said).toBe('403 not-yours-to-do');
    expect((await answer('per', id, no)).said).toBe('404 not-found');
  });

  test('is judged by the participant when something came of it, and judged anew', async () => {
    const { id } = await wish('tone', 'Tur til sjøen');
    const refused = await answer('siren', id, no);
    const judge = (answerId: string, wanted: string) => post('tone', 'wish-views', { answerId, wanted });
    expect((await judge(refused.id, 'no')).said).toBe('409 nothing-came-yet');
    const given = await answer('siren', id, { outcome: 'given', after: refused.id });
    await judge(given.id, 'partly');
    await judge(given.id, 'yes');
    expect((await mine(id))?.answers[0]?.view).toMatchObject({ wanted: 'yes' });
    expect(
      await house.owner('select version, wanted from wish_view where wish_answer_id = $1 order by 1', [
        given.id,
      ]),
    ).toEqual([
      { version: 1, wanted: 'partly' },
      { version: 2, wanted: 'yes' },
    ]);
  });
});

describe('a wish for a contact person', () => {
  const candidates = async (persona: string) =>
    (await house.as(persona).get<Candidates>(pageOf('tone', 'contact-person-candidates'))).body;
  const become = () =>
    post('siren', 'team-memberships', { role: 'contact-person', worker: workerRef('ola') });

  test('names one of those who work where the participant is, and is not it already', async () => {
    const near = await candidates('tone');
    expect(near).toContainEqual({
      worker: workerRef('ola'),
      name: 'Ola Hauge',
      organisation: 'Ny Start Jæren',
    });
    expect(new Set(near.map(({ organisation }) => organisation))).toEqual(new Set(['Ny Start Jæren']));
    expect(near.map(({ name }) => name)).not.toContain('Siren Bø');
    for (const name of ['per', 'kari', 'siren', 'anne'] as const)
      expect((await wish('tone', 'x', { worker: workerRef(name) })).said).toBe('422 not-near');
  });

  test('is answered by the act that makes them so, and open again when that is taken back', async () => {
    const { id } = await wish('tone', 'Jeg ønsker Ola', { worker: workerRef('ola') });
    expect(await mine(id)).toMatchObject({ workerName: 'Ola Hauge', answers: [] });
    const member = await become();
    expect((await mine(id))?.answers).toMatchObject([{ outcome: 'given', byAct: true, by: 'Siren Bø' }]);
    const end = { supersedes: member.id, reason: 'feil person' };
    expect((await post('siren', `team-memberships/${member.id}/endings`, end)).said).toBe('201');
    expect((await mine(id))?.answers).toEqual([]);
    expect(
      await house.owner('select version, withdrawn from wish_answer where wish_id = $1 order by 1', [id]),
    ).toEqual([
      { version: 1, withdrawn: false },
      { version: 2, withdrawn: true },
    ]);
    await back('tone', 'wishes', id);
  });
});

// The last one, since it moves the clock.
test('a wish without an answer shows after a week, is a hole after two, and «later» brings it back on its day', async () => {
  const { id } = await wish('tone', 'Et svar i tide');
  expect(await owed(id)).toBeUndefined();
  await house.clock('2024-03-21T08:20+01:00');
  expect(await owed(id)).toMatchObject({
    rule: 'wish-unanswered',
    detail: 'Et svar i tide',
    open: false,
    act: 'answer-wish',
    opensAt: '2024-03-28T23:00:00.000Z',
  });
  await house.clock('2024-03-29T08:20+01:00');
  expect(await owed(id)).toMatchObject({ open: true });
  await answer('siren', id, { outcome: 'later', reason: 'full', untilDay: '2024-05-02' });
  expect(await owed(id)).toBeUndefined();
  await house.clock('2024-05-02T08:20+02:00');
  expect(await owed(id)).toMatchObject({ open: false });
});
