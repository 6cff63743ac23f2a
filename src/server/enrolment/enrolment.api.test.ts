import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GroupSessionPage } from '#contract/group.ts';
import type { MyDay, PersonPage, Standing, Step } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import { addDays, type Day, daysBetween } from '#domain/time/day.ts';
import { type House, openHouse, pageOf, samlingAt, workerRef } from '../test-house.ts';

// Tone is in week 2 of 6, and Siren is her contact person. Each test goes on an hour or more after the one before.
let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.as('siren').post(pageOf('tone', 'team-memberships'), {
    role: 'coordinator',
    worker: workerRef('ingunn'),
  });
});
afterAll(() => house.close());

const at = (moment: string) => house.clock(moment);
const page = async (persona = 'siren') => (await house.as(persona).get<PersonPage>(pageOf('tone'))).body;
const standing = async (persona = 'siren'): Promise<Standing> => {
  const [first] = (await page(persona)).standings ?? [];
  if (first === undefined) throw new Error('Tone is in no service');
  return first;
};
/** What is said when nothing is. */
const silent: Record<string, object> = {
  holds: { why: '' },
  returns: { welcome: '' },
  reopenings: { welcome: '' },
};
const turn = async (persona: string, what: string, body = silent[what]) => {
  const { enrolmentId } = await standing();
  return house.as(persona).post(pageOf('tone', `enrolments/${enrolmentId}/${what}`), body);
};
const stepsLeft = (steps: readonly Step[] = []) =>
  steps
    .filter(({ doneAt }) => doneAt === undefined)
    .map(({ code, dueFrom, dueTo }) => ({ code, dueFrom, dueTo }));
const stepNeeds = async () =>
  (await house.as('siren').get<MyDay>('/api/my-day')).body.needs.filter(
    (need) => need.rule === 'step-due' && need.name.startsWith('Tone'),
  );

describe('on hold', () => {
  const why = 'Avrusing fra i dag, sa Tone selv';

  test('everybody sees that, and the closest few alone see why', async () => {
    await at('2024-03-14T09:00+01:00');
    expect(await standing()).toMatchObject({ state: 'active', week: 2 });
    expect((await turn('siren', 'holds', { why })).said).toBe('201');
    for (const persona of ['siren', 'ingunn']) expect((await standing(persona)).state).toBe('paused');
    const closest = (await page('siren')).events?.find(({ words }) => words === why);
    expect(closest).toMatchObject({ kind: 'relapse_note', detail: 'on-hold' });
    for (const persona of ['ingunn', 'christer', 'anne', 'kari']) {
      for (const url of [pageOf('tone'), '/api/my-day', '/api/people', '/api/overview']) {
        const { text } = await house.as(persona).get(url);
        expect([persona, url, text.includes(why) || text.includes('on-hold')]).toEqual([persona, url, false]);
      }
    }
  });

  test('steps wait, the week stands still, and nobody is expected in a group', async () => {
    await at('2024-03-14T10:00+01:00');
    expect(await stepNeeds()).toEqual([]);
    await at('2024-03-25T09:00+01:00');
    expect(await standing()).toMatchObject({ state: 'paused', week: 2, hold: { from: '2024-03-14' } });
    const { municipalityId, id } = samlingAt('2024-03-26T09:30');
    const group = await house
      .as('siren')
      .get<GroupSessionPage>(`/api/group-sessions/${municipalityId}/${id}`);
    expect(group.body.people.map(({ name }) => name)).not.toContain('Tone Skår');
  });

  test('cannot be begun twice, nor ended by those who may not', async () => {
    await at('2024-03-14T11:00+01:00');
    expect((await turn('siren', 'holds')).said).toBe('409 already-on-hold');
    expect((await turn('tone', 'returns')).said).toBe('403 not-allowed');
    expect((await turn('per', 'returns')).said).toBe('404 not-found');
    expect((await turn('anne', 'returns')).said).toBe('404 not-found');
  });

  test('the coordinator may put on hold, and does not write why', async () => {
    await at('2024-03-14T12:00+01:00');
    await turn('siren', 'returns');
    await at('2024-03-14T12:30+01:00');
    expect((await turn('ingunn', 'holds', { why: 'Noe jeg har hørt' })).said).toBe('403 not-allowed');
    expect((await standing()).state).toBe('active');
    expect((await turn('ingunn', 'holds')).said).toBe('201');
  });
});

describe('welcome back', () => {
  const words = 'Godt å se deg. Plassen din har stått her.';

  test('moves what is left by the days on hold, and touches nothing that is done', async () => {
    const before = (await page()).steps ?? [];
    await at('2024-03-23T10:00+01:00');
    expect((await turn('siren', 'returns', { welcome: words })).said).toBe('201');
    const after = (await page()).steps ?? [];
    expect(stepsLeft(after)).toEqual(
      stepsLeft(before).map((step) => ({
        ...step,
        dueFrom: addDays(step.dueFrom as Day, 9),
        dueTo: addDays(step.dueTo as Day, 9),
      })),
    );
    const done = (steps: readonly Step[]) => steps.filter(({ doneAt }) => doneAt !== undefined);
    expect(done(after)).toEqual(done(before));
    expect(done(after).length).toBeGreaterThan(0);
    expect(await standing()).toMatchObject({
      state: 'active',
      week: 2,
      of: 6,
      hold: { from: '2024-03-14', until: '2024-03-22' },
    });
  });

  test('keeps the days as they were behind the new ones', async () => {
    const versions = await house.owner<{
      version: number;
      due_from: string;
      correction_reason: string | null;
    }>(
      `select s.version, to_char(s.due_from, 'YYYY-MM-DD') as due_from, s.correction_reason from pathway_step s
        join participant p on p.id = s.participant_id where p.id = $1 and s.code = 'meeting-held' order by s.version`,
      [pageOf('tone').split('/').at(-1)],
    );
    expect(versions.map(({ version, correction_reason: reason }) => [version, reason])).toEqual([
      [1, null],
      [2, 'away for 9 days'],
    ]);
    const [first, second] = versions.map((row) => row.due_from as Day);
    expect(daysBetween(first as Day, second as Day)).toBe(9);
  });

  test('is said to the participant, and what leaves the house says nothing', async () => {
    await at('2024-03-23T11:00+01:00');
    const { body } = await house.as('tone').get<MyPlan>('/api/my-plan');
    expect(body.enrolments[0]).toMatchObject({ state: 'active', welcome: { words, by: 'Siren Bø' } });
    const sent = await house.owner<{ code: string }>(
      `select code from outbox where code = 'something-to-read'`,
    );
    expect(sent).toHaveLength(1);
  });

  test('a step that is due again stands on the day in its new week', async () => {
    await at('2024-03-23T11:00+01:00');
    expect((await stepNeeds()).map(({ week }) => week)).toContain(2);
  });

  test('to somebody who is not on hold is refused', async () => {
    await at('2024-03-23T12:00+01:00');
    expect((await turn('siren', 'returns')).said).toBe('409 not-on-hold');
    expect((await turn('siren', 'reopenings')).said).toBe('409 not-ended');
  });
});

describe('an end', () => {
  test.each(['relapse', 'intoxication', 'missed-meetings', 'did-not-come'])(
    'is never for %s',
    async (because) => {
      await at('2024-03-24T09:00+01:00');
      expect((await turn('siren', 'endings', { because })).said).toBe('400 bad-request');
    },
  );

  test('by going on elsewhere names where', async () => {
    await at('2024-03-24T09:00+01:00');
    expect((await turn('siren', 'endings', { because: 'other-service' })).said).toBe(
      '422 next-place-missing',
    );
    expect((await turn('tone', 'endings', { because: 'own-wish' })).said).toBe('403 not-allowed');
    expect((await turn('per', 'endings', { because: 'own-wish' })).said).toBe('404 not-found');
    expect((await standing()).state).toBe('active');
  });

  test('closes no door: what was told before is still owed, and it is opened again with the steps moved', async () => {
    await at('2024-03-24T10:00+01:00');
    const { id: told } = await house.as('tone').post(pageOf('tone', 'tellings'), { kind: 'relapse' });
    const ended = await turn('siren', 'endings', {
      because: 'other-service',
      nextPlace: 'Blå Kors, Stavanger',
    });
    expect(ended.said).toBe('201');
    expect((await standing()).week).toBeUndefined();
    expect(await stepNeeds()).toEqual([]);
    expect((await house.as('tone').get<MyPlan>('/api/my-plan')).body.told).toMatchObject({ id: told });
    await at('2024-03-24T11:00+01:00');
    expect((await turn('siren', 'endings', { because: 'own-wish' })).said).toBe('409 has-ended');
    expect((await turn('siren', 'holds')).said).toBe('409 has-ended');
    const before = (await page()).steps ?? [];
    await at('2024-04-03T11:00+02:00');
    expect((await turn('siren', 'reopenings')).said).toBe('201');
    expect(await standing()).toMatchObject({ state: 'active' });
    const [was, is] = [stepsLeft(before), stepsLeft((await page()).steps)];
    expect(is.map((step, place) => daysBetween(was[place]?.dueFrom as Day, step.dueFrom as Day))).toEqual(
      is.map(() => 10),
    );
  });

  test('of two at once is one', async () => {
    await at('2024-04-04T11:00+02:00');
    const answers = await Promise.all([1, 2].map(() => turn('siren', 'endings', { because: 'own-wish' })));
    expect(answers.map(({ said }) => said).sort()).toEqual(['201', '409 has-ended']);
  });

  test('by death leaves nothing owed, and is put right when it was a mistake', async () => {
    await at('2024-04-04T12:00+02:00');
    await turn('siren', 'reopenings');
    await at('2024-04-04T13:00+02:00');
    expect((await turn('siren', 'endings', { because: 'died' })).said).toBe('201');
    const clocks = () =>
      house.owner('select from clock where participant_id = $1', [pageOf('tone').split('/').at(-1)]);
    expect(await clocks()).toEqual([]);
    await at('2024-04-04T14:00+02:00');
    expect((await turn('siren', 'reopenings')).said).toBe('201');
    expect((await clocks()).length).toBeGreaterThan(0);
  });
});

test('an enrolment that is somebody else’s is not found', async () => {
  const { enrolmentId } = await standing();
  const other = await house.as('siren').post(pageOf('rune', `enrolments/${enrolmentId}/holds`), {
    why: '',
  });
  expect(other.said).toBe('404 not-found');
});
