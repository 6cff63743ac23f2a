import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf } from '#db/demo/ids.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

interface Plan {
  goals: { id: string; closed?: { id: string; outcome: string } }[];
}
const goalId = idOf('goal', 'rune/bolig');
const goal = async () =>
  (await house.as('rune').get<Plan>('/api/my-plan')).body.goals.find(({ id }) => id === goalId);
const close = (persona: string, outcome = 'reached') =>
  house.as(persona).post(pageOf('rune', 'goal-closures'), { goalId, outcome });

interface Day {
  needs: { rule: string; participantId: string; detail?: string }[];
}
const owed = async () =>
  (await house.as('siren').get<Day>('/api/my-day')).body.needs.map(({ detail }) => detail ?? '');

describe('a goal', () => {
  test('that ends takes what was to be done for it off the professionals’ list, until it goes on', async () => {
    const action = 'Svare på søknaden om depositum';
    expect(await owed()).toContain(action);
    const ended = await close('rune', 'not-wanted');
    expect(await owed()).not.toContain(action);
    const back = { supersedes: ended.id, reason: 'opp igjen' };
    await house.as('rune').post(pageOf('rune', `goal-closures/${ended.id}/withdrawals`), back);
    expect(await owed()).toContain(action);
  });

  test('is reached when the participant says so, once', async () => {
    expect((await close('rune')).status).toBe(201);
    expect((await goal())?.closed).toMatchObject({ outcome: 'reached' });
    expect((await close('siren')).said).toBe('409 already-done');
  });

  test('goes on when that is taken back, and the history keeps both', async () => {
    const id = (await goal())?.closed?.id;
    const back = await house
      .as('rune')
      .post(pageOf('rune', `goal-closures/${id}/withdrawals`), { supersedes: id, reason: 'opp igjen' });
    expect(back.status).toBe(201);
    expect((await goal())?.closed).toBeUndefined();
    expect(
      await house.owner(
        'select version, withdrawn from goal_closure where goal_id = $1 and fact_id = $2 order by version',
        [goalId, id],
      ),
    ).toEqual([
      { version: 1, withdrawn: false },
      { version: 2, withdrawn: true },
    ]);
  });

  test('is not closed by NAV, who may read it', async () => {
    expect((await house.as('kari').get(pageOf('rune'))).body['goals']).toBeDefined();
    expect((await close('kari')).said).toBe('403 not-allowed');
    expect((await goal())?.closed).toBeUndefined();
  });

  test('is nobody’s to close in another municipality', async () => {
    expect((await close('per')).said).toBe('404 not-found');
  });
});
