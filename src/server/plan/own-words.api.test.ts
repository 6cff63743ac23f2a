import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StatementHistory, WordVersions } from '#contract/own-words.ts';
import type { PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import { idOf } from '#db/demo/ids.ts';
import { participants } from '#db/demo/people.ts';
import { type House, openHouse, pageOf, workerRef } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const plan = async (persona: 'rune' | 'tone') => (await house.as(persona).get<MyPlan>('/api/my-plan')).body;
const page = async (persona: string) => (await house.as(persona).get<PersonPage>(pageOf('rune'))).body;
const post = (persona: string, part: string, body: object) =>
  house.as(persona).post(pageOf('rune', part), body);
const versions = (persona: string, path: string) =>
  house.as(persona).get<WordVersions>(pageOf('rune', `${path}/versions`));

describe('a strength', () => {
  const add = (persona: string, words: string) => post(persona, 'strengths', { kind: 'has-helped', words });
  const mine = async (words: string) => (await plan('rune')).strengths.find((one) => one.words === words);

  test('is the participant’s words, also when a worker writes it down', async () => {
    await add('rune', 'Å gå til Bryne og tilbake');
    await add('siren', 'En melding om kvelden');
    expect(await mine('Å gå til Bryne og tilbake')).toMatchObject({ kind: 'has-helped' });
    expect(await mine('En melding om kvelden')).toBeDefined();
    expect(
      await house.owner(
        'select count(distinct said_by)::int as voices from strength where participant_id = $1',
        [(await plan('rune')).participantId],
      ),
    ).toEqual([{ voices: 1 }]);
  });

  test('is rewritten, with what stood before behind it, and taken back', async () => {
    const { id } = await add('rune', 'Musikk');
    const rewritten = await post('rune', `strengths/${id}/corrections`, {
      kind: 'good-at',
      words: 'Spille gitar',
      supersedes: id,
      reason: 'mer presist',
    });
    expect(await mine('Musikk')).toBeUndefined();
    expect(await mine('Spille gitar')).toMatchObject({ id, versionId: rewritten.id, kind: 'good-at' });
    expect((await versions('ingunn', `strengths/${id}`)).body).toMatchObject([
      { version: 1, words: 'Musikk' },
      { version: 2, words: 'Spille gitar', reason: 'mer presist', by: 'Rune' },
    ]);
    const again = { kind: 'good-at', words: 'x', supersedes: id, reason: 'x' };
    expect((await post('siren', `strengths/${id}/corrections`, again)).said).toBe('409 stale-version');
    const back = { supersedes: rewritten.id, reason: 'ikke nå' };
    expect((await post('rune', `strengths/${id}/withdrawals`, back)).said).toBe('201');
    expect(await mine('Spille gitar')).toBeUndefined();
  });

  test('is read by those who read goals, written by those who write them, and nothing to others', async () => {
    expect((await page('christer')).strengths).toBeDefined();
    expect((await add('christer', 'x')).said).toBe('403 not-allowed');
    expect((await add('kari', 'x')).said).toBe('403 not-allowed');
    expect((await add('per', 'x')).said).toBe('404 not-found');
  });
});

describe('what matters', () => {
  const say = (words: string, supersedes?: string) =>
    post('rune', 'statements', { words, ...(supersedes ? { supersedes } : {}) });
  const history = (persona: string) => house.as(persona).get<StatementHistory>(pageOf('rune', 'statements'));

  test('said in other words keeps its ratings, and what was said before stays readable', async () => {
    const { statement: before } = await plan('rune');
    await say('Jeg vil være far igjen', before?.versionId);
    const { statement: now } = await plan('rune');
    expect(now).toMatchObject({ id: before?.id, words: 'Jeg vil være far igjen', ratings: before?.ratings });
    expect(now?.saidBefore).toBe((before?.saidBefore ?? 0) + 1);
    expect((await say('To på en gang', before?.versionId)).said).toBe('409 stale-version');
    const said = (await history('siren')).body;
    expect(said.slice(0, 2)).toMatchObject([
      { words: 'Jeg vil være far igjen', standing: true },
      { words: before?.words, standing: false },
    ]);
    expect(said).toHaveLength((now?.saidBefore ?? 0) + 1);
  });

  test('that is something else begins afresh, and can be taken back', async () => {
    const { statement: before } = await plan('rune');
    const { id } = await say('Jeg vil ha en jobb');
    expect((await plan('rune')).statement).toMatchObject({ words: 'Jeg vil ha en jobb', ratings: [] });
    await post('rune', `statements/${id}/withdrawals`, { supersedes: id, reason: 'Angret' });
    expect((await plan('rune')).statement).toEqual(before);
  });

  test('is no history to those who do not read goals', async () => {
    expect((await history('per')).said).toBe('404 not-found');
    expect((await house.as('ola').get(pageOf('tone', 'statements'))).said).toBe('404 not-found');
  });
});

describe('a goal', () => {
  const goalId = idOf('goal', 'rune/bolig');
  const goal = async (id = goalId) => (await plan('rune')).goals.find((one) => one.id === id);

  test('is rewritten with a part of life and a reason, and the old words stay readable', async () => {
    const before = await goal();
    const body = {
      title: 'Et sted der barna kan sove over',
      wanted: 'to rom',
      lifeArea: 'housing',
      supersedes: before?.versionId,
      reason: 'med mine ord',
    };
    const { id } = await post('rune', `goals/${goalId}/corrections`, body);
    expect(await goal()).toMatchObject({
      versionId: id,
      version: 2,
      title: body.title,
      lifeArea: 'housing',
      saidByParticipant: true,
    });
    expect((await goal())?.present).toBeUndefined();
    expect((await versions('kari', `goals/${goalId}`)).body).toMatchObject([
      { words: before?.title, wanted: 'to rom', ways: before?.ways },
      { words: body.title, reason: 'med mine ord', by: 'Rune' },
    ]);
    expect((await post('siren', `goals/${goalId}/corrections`, body)).said).toBe('409 stale-version');
    expect((await post('kari', `goals/${goalId}/corrections`, { ...body, supersedes: id })).said).toBe(
      '403 not-allowed',
    );
  });

  test('written by a mistake is taken back, unless somebody has promised something for it', async () => {
    const { id } = await post('siren', 'goals', { title: 'Feil person' });
    const back = { supersedes: id, reason: 'feil person' };
    const action = await post('siren', 'actions', { goalId: id, title: 'Ringe', doer: 'participant' });
    expect((await post('siren', `goals/${id}/withdrawals`, back)).said).toBe('409 goal-has-actions');
    const gone = { supersedes: action.id, reason: 'feil person' };
    await post('siren', `actions/${action.id}/withdrawals`, gone);
    expect((await post('siren', `goals/${id}/withdrawals`, back)).said).toBe('201');
    expect(await goal(id)).toBeUndefined();
  });
});

describe('what somebody is to do', () => {
  const goalId = idOf('goal', 'rune/bolig');
  const actionsNow = async () => (await plan('rune')).goals.flatMap(({ actions }) => actions ?? []);
  const action = async (id: string) => (await actionsNow()).find((one) => one.id === id);
  const owed = async () =>
    (await house.as('siren').get<{ needs: { detail?: string }[] }>('/api/my-day')).body.needs.map(
      ({ detail }) => detail,
    );
  const add = (persona: string, title: string) =>
    post(persona, 'actions', {
      goalId,
      title,
      doer: 'worker',
      worker: workerRef('kari'),
      dueDay: '2024-03-14',
    });

  test('gets another day by those who plan together, and the clock follows', async () => {
    const { id } = await add('siren', 'Finne en sofa');
    expect(await owed()).toContain('Finne en sofa');
    const moved = await post('ola', `actions/${id}/corrections`, {
      title: 'Finne en sovesofa',
      doer: 'worker',
      worker: workerRef('ola'),
      dueDay: '2024-04-02',
      supersedes: id,
      reason: 'Fretex er stengt',
    });
    expect(moved.said).toBe('201');
    expect(await owed()).not.toContain('Finne en sofa');
    expect(await action(id)).toMatchObject({
      title: 'Finne en sovesofa',
      doerName: 'Ola Hauge',
      dueDay: '2024-04-02',
      worker: workerRef('ola'),
    });
    expect((await versions('rune', `actions/${id}`)).body).toMatchObject([
      { words: 'Finne en sofa', dueDay: '2024-03-14' },
      { words: 'Finne en sovesofa', dueDay: '2024-04-02', reason: 'Fretex er stengt', by: 'Ola Hauge' },
    ]);
  });

  test('keeps a day that has passed, but gets no new day that has', async () => {
    const late = (await actionsNow()).find(({ title }) => title === 'Svare på søknaden om depositum');
    const body = {
      title: 'Svare om depositum',
      doer: 'worker',
      worker: workerRef('kari'),
      supersedes: late?.versionId,
      reason: 'kortere',
    };
    const correct = (dueDay: string) => post('siren', `actions/${late?.id}/corrections`, { ...body, dueDay });
    expect((await correct('2024-03-12')).said).toBe('422 day-out-of-range');
    expect((await correct('2024-03-11')).said).toBe('201');
  });

  test('is a partner’s to rewrite only where they wrote it', async () => {
    const { id } = await add('siren', 'Sirens ord');
    const own = await add('kari', 'Karis ord');
    const body = (supersedes: string) => ({
      title: 'Andre ord',
      doer: 'participant',
      supersedes,
      reason: 'x',
    });
    expect((await post('kari', `actions/${id}/corrections`, body(id))).said).toBe('403 not-yours-to-do');
    const back = { supersedes: id, reason: 'x' };
    expect((await post('kari', `actions/${id}/withdrawals`, back)).said).toBe('403 not-yours-to-do');
    expect((await post('kari', `actions/${own.id}/corrections`, body(own.id))).said).toBe('201');
  });

  test('says so when it is done already', async () => {
    const { id } = await add('siren', 'Ringe huseieren');
    const done = await post('siren', 'action-completions', { actionId: id });
    const back = { supersedes: id, reason: 'x' };
    expect((await post('siren', `actions/${id}/withdrawals`, back)).said).toBe('409 already-done');
    await post('siren', `action-completions/${done.id}/withdrawals`, { supersedes: done.id, reason: 'x' });
    expect((await post('siren', `actions/${id}/withdrawals`, back)).said).toBe('201');
    expect(await action(id)).toBeUndefined();
  });
});

test('a crisis plan that the contact person may not read is not written a second time over it', async () => {
  const siren = house.as('siren');
  const { body: page } = await siren.get<PersonPage>(pageOf('rune'));
  expect(page).not.toHaveProperty('crisisPlan');
  const plans = () =>
    house.owner<{ signs: string }>('select signs from crisis_plan_now where participant_id = $1', [
      participants.rune.participantId,
    ]);
  const before = await plans();
  expect(before).toHaveLength(1);
  const second = { signs: 'x', helps: 'x', call: 'x' };
  expect((await siren.post(pageOf('rune', 'crisis-plans'), second)).said).toBe('409 crisis-plan-not-shared');
  expect(await plans()).toEqual(before);
});
