import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Children } from '#contract/child.ts';
import type { LookUp } from '#contract/look-up.ts';
import type { MyDay, Overview, PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import { participants } from '#db/demo/people.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(() => house.clock('2024-03-14T08:20+01:00'));

const post = (persona: string, path: string, body: object, who: keyof typeof participants = 'rune') =>
  house.as(persona).post(pageOf(who, path), body);
const own = async (persona = 'rune') => (await house.as(persona).get<MyPlan>('/api/my-plan')).body.children;
const seenBy = async (persona: string, who: keyof typeof participants = 'rune') =>
  (await house.as(persona).get<PersonPage>(pageOf(who))).body.children as Children;
const cardOf = async (name: string, persona = 'rune') =>
  (await own(persona)).cards.find((card) => card.name === name);
const needsOf = async (persona: string) =>
  (await house.as(persona).get<MyDay>('/api/my-day')).body.needs.filter(
    ({ participantId }) => participantId === participants.rune.participantId,
  );

describe('the duty to ask', () => {
  test('has no answer that is assumed, and only four that may be given', async () => {
    for (const body of [
      {},
      { children: 'yes' },
      { children: 'yes', siblings: '' },
      { children: null, siblings: 'no' },
    ])
      expect((await post('siren', 'child-questions', body)).said).toBe('400 bad-request');
    for (const answer of ['yes', 'no', 'unknown', 'not-said'])
      expect((await post('siren', 'child-questions', { children: answer, siblings: answer })).said).toBe(
        '201',
      );
  });

  test('is ours until it is done, stops when it is, and comes again when life turns', async () => {
    const asks = async () => (await needsOf('siren')).filter(({ rule }) => rule === 'children-not-asked');
    // Rune was asked in February; the admission in March is a turn.
    await house.owner(
      `insert into child_question (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, recorded_by, said_by, legal_class, children, siblings)
       select municipality_id, app.uuid7(), participant_id, fact_id, version + 1, id, 'test', true, happened_at, recorded_by, said_by, legal_class, children, siblings
       from child_question_now where participant_id = $1 and happened_at > '2024-03-05'`,
      [participants.rune.participantId],
    );
    await post('siren', 'contacts', { kind: 'phone', note: 'x' });
    expect(await asks()).toMatchObject([{ act: 'ask-children', open: false }]);
    expect((await own()).owed).toMatchObject({ since: '2024-03-03T23:00:00.000Z' });
    const { id } = await post('siren', 'child-questions', { children: 'yes', siblings: 'no' });
    expect(await asks()).toEqual([]);
    expect(await own()).toMatchObject({ asked: { children: 'yes', siblings: 'no', by: 'Siren Bø' } });
    expect((await own()).owed).toBeUndefined();
    await post('siren', `child-questions/${id}/withdrawals`, { supersedes: id, reason: 'feil person' });
    expect(await asks()).toHaveLength(1);
    await post('rune', 'child-questions', { children: 'yes', siblings: 'not-said' });
    expect((await own()).asked?.by).toBeUndefined();
    expect(await asks()).toEqual([]);
  });

  test('is counted for the leader as those who were asked, and never as a name', async () => {
    const { body } = await house.as('anne').get<Overview>('/api/overview');
    const [service] = body.services;
    expect(service?.childrenAsked).toSatisfy((part) => part === 'nearly-all' || (part as number) >= 5);
    expect(service?.relatedAsked).toSatisfy((part) => part === 'nearly-all' || (part as number) >= 5);
  });
});

describe('a card for a child', () => {
  const card = { name: 'Vesla', relation: 'child' };

  test('is written by the participant with nothing but a name, and read by those beside', async () => {
    expect((await post('rune', 'children', card)).said).toBe('201');
    const mine = await cardOf('Vesla');
    expect(mine).toMatchObject({ ...card, mine: true, steps: [] });
    expect(Object.keys(mine ?? {}).sort()).toEqual(['id', 'mine', 'name', 'relation', 'steps', 'versionId']);
    for (const persona of ['siren', 'ola', 'ingunn'])
      expect(
        (await seenBy(persona)).cards.map(({ name }) => name),
        persona,
      ).toContain('Vesla');
  });

  test('is not there for a peer, a partner, somebody close or a stranger, and none of them adds one', async () => {
    for (const persona of ['christer', 'kari', 'mamma']) {
      expect(await seenBy(persona), persona).toBeUndefined();
      expect((await post(persona, 'children', card)).said, persona).toBe('403 not-allowed');
      expect((await post(persona, 'child-questions', { children: 'no', siblings: 'no' })).said, persona).toBe(
        '403 not-allowed',
      );
    }
    expect((await post('per', 'children', card)).said).toBe('404 not-found');
    const { text } = await house.as('christer').get('/api/my-day');
    expect(text).not.toMatch(/children-not-asked|child-next|Sara/);
  });

  test('is rewritten and taken away by whose it is; a participant leaves what a service wrote', async () => {
    const theirs = await post('siren', 'children', { ...card, name: 'Fra Siren' });
    const written = await cardOf('Fra Siren');
    expect(written?.mine).toBe(false);
    const again = { ...card, name: 'Annet', supersedes: written?.versionId, reason: 'x' };
    expect((await post('rune', `children/${theirs.id}/corrections`, again)).said).toBe('403 not-yours-to-do');
    const back = { supersedes: written?.versionId, reason: 'x' };
    expect((await post('rune', `children/${theirs.id}/withdrawals`, back)).said).toBe('403 not-yours-to-do');
    expect((await post('siren', `children/${theirs.id}/corrections`, again)).said).toBe('201');
    expect((await post('siren', `children/${theirs.id}/corrections`, again)).said).toBe('409 stale-version');
    const sara = await cardOf('Sara');
    const safeAdult = { name: 'Berit', relation: 'farmor', phone: '900 00 061' };
    const grown = { name: 'Sara', relation: 'child', birthDay: '2014-05-12', safeAdult };
    const act = { ...grown, supersedes: sara?.versionId, reason: 'farmor hjelper' };
    expect((await post('rune', `children/${sara?.id}/corrections`, act)).said).toBe('201');
    expect(await cardOf('Sara')).toMatchObject({ age: 9, safeAdult });
  });

  test.each([
    [{ ...card, birthDay: '2024-03-15' }, '422 day-out-of-range'],
    [{ ...card, birthDay: '2006-03-14' }, '422 day-out-of-range'],
    [{ ...card, birthDay: '2023-02-29' }, '400 bad-request'],
    [{ ...card, name: ' ' }, '400 bad-request'],
    [{ ...card, relation: 'dog' }, '400 bad-request'],
    [{ ...card, safeAdult: { phone: '900 00 061' } }, '400 bad-request'],
    [{ ...card, safeAdult: { name: 'Berit', phone: 'ring' } }, '400 bad-request'],
    [{ ...card, participantId: participants.tone.participantId }, '400 bad-request'],
  ])('%j is refused: %s', async (body, said) => {
    expect((await post('rune', 'children', body)).said).toBe(said);
  });

  test('keeps what the child was told, and asks us to take it up again on its day', async () => {
    const child = await cardOf('Jonas');
    const step = { childId: child?.id, kind: 'told', words: 'Pappa er på avrusing', day: '2024-03-14' };
    const next = async () =>
      (await needsOf('siren')).filter(({ rule, detail }) => rule === 'child-next' && detail === 'Jonas');
    expect((await post('ola', 'child-steps', { ...step, nextDay: '2024-03-14' })).said).toBe('201');
    expect(await next()).toMatchObject([{ act: 'open-child', subjectId: child?.id, open: false }]);
    await house.clock('2024-03-15T00:00:00+01:00');
    expect(await next()).toMatchObject([{ open: true }]);
    const told = await post('rune', 'child-steps', { ...step, words: 'Jeg ringte', day: '2024-03-15' });
    expect(await next()).toEqual([]);
    const steps = (await cardOf('Jonas'))?.steps;
    expect(steps?.[0]).toMatchObject({ words: 'Jeg ringte', mine: true });
    expect(steps?.[1]).toMatchObject({ words: 'Pappa er på avrusing', writtenBy: 'Ola Hauge', mine: false });
    expect(
      (await post('rune', `child-steps/${told.id}/withdrawals`, { supersedes: told.id, reason: 'x' })).said,
    ).toBe('201');
    expect(await next()).toHaveLength(1);
  });

  test('of somebody else is missing, and a day ahead is said out loud', async () => {
    const child = await cardOf('Jonas');
    const step = { childId: child?.id, kind: 'done', words: 'x', day: '2024-03-14' };
    expect((await post('tone', 'child-steps', step, 'tone')).said).toBe('404 not-found');
    expect((await post('rune', 'child-steps', { ...step, day: '2024-03-15' })).said).toBe(
      '422 in-the-future',
    );
    expect((await post('rune', 'child-steps', { ...step, nextDay: '2024-03-01' })).said).toBe(
      '422 day-out-of-range',
    );
    expect((await post('kari', 'child-steps', step)).said).toBe('404 not-found');
  });

  test('stands in the participant’s log in words', async () => {
    await post('siren', 'children', { ...card, name: 'I loggen' });
    const { body } = await house.as('rune').get<LookUp[]>('/api/my-look-ups');
    expect(body.find(({ purpose }) => purpose === 'child.add')).toMatchObject({
      who: 'Siren Bø',
      action: 'change',
    });
  });

  test('two who write at once leave both', async () => {
    const both = await Promise.all([
      post('rune', 'children', { ...card, name: 'Den ene' }),
      post('ola', 'children', { ...card, name: 'Den andre' }),
    ]);
    expect(both.map(({ said }) => said)).toEqual(['201', '201']);
    expect((await own()).cards.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Den ene', 'Den andre']),
    );
  });
});
