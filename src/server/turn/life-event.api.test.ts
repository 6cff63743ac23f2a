import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MyDay, PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { LifeEventVersions } from '#contract/turn.ts';
import { participants } from '#db/demo/people.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

// Tone’s contact person is Siren. Rune’s is Ola, who is away until the 18th; Siren stands in, and Rune was discharged yesterday.
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(() => house.clock('2024-03-14T08:20+01:00'));
afterAll(() => house.close());

const write = (persona: string, more: object = {}) =>
  house.as(persona).post(pageOf('tone', 'life-events'), {
    kind: 'discharge',
    setting: 'inpatient-treatment',
    day: '2024-03-15',
    ...more,
  });
const move = (persona: string, id: string, supersedes: string, day: string, reason = 'Legen ville det') =>
  house.as(persona).post(pageOf('tone', `life-events/${id}/corrections`), {
    kind: 'discharge',
    setting: 'inpatient-treatment',
    day,
    supersedes,
    reason,
  });
const takeBack = (persona: string, id: string, supersedes: string) =>
  house
    .as(persona)
    .post(pageOf('tone', `life-events/${id}/withdrawals`), { supersedes, reason: 'feil person' });
const needOf = async (persona: string, id: string) =>
  (await house.as(persona).get<MyDay>('/api/my-day')).body.needs.find((need) => need.subjectId === id);
const seen = async (persona: string, id: string) =>
  (await house.as(persona).get<PersonPage>(pageOf('tone'))).body.lifeEvents?.find((event) => event.id === id);
const contact = (kind: string, more: object = {}) =>
  house.as('siren').post(pageOf('tone', 'contacts'), { kind, note: 'Møttes.', ...more });

describe('a discharge ahead', () => {
  test('stands on the day from the day before, and is a hole when nobody has met them that day', async () => {
    const { id } = await write('siren');
    await house.clock('2024-03-14T00:00+01:00');
    expect(await needOf('siren', id)).toMatchObject({
      rule: 'discharge-unmet',
      detail: 'inpatient-treatment',
      open: false,
      act: 'open-person',
      opensAt: '2024-03-15T23:00:00.000Z',
    });
    await house.clock('2024-03-15T09:00+01:00');
    expect(await needOf('siren', id)).toMatchObject({ open: false, act: 'log-contact' });
    await house.clock('2024-03-16T00:00+01:00');
    expect(await needOf('siren', id)).toMatchObject({ open: true, act: 'log-contact' });
    expect(await seen('siren', id)).toMatchObject({ owedBy: '2024-03-15T23:00:00.000Z' });
  });

  test('that is moved twice keeps every version with its reason, and its clock goes with it', async () => {
    const { id } = await write('siren');
    const first = await move('siren', id, id, '2024-03-18', 'Ingen plass hjemme ennå');
    expect(first.said).toBe('201');
    expect(await needOf('siren', id)).toBeUndefined();
    const second = await move('siren', id, first.id, '2024-03-14', 'Plass likevel');
    expect(second.said).toBe('201');
    expect(await needOf('siren', id)).toMatchObject({ opensAt: '2024-03-14T23:00:00.000Z' });
    const { body } = await house
      .as('tone')
      .get<LifeEventVersions>(pageOf('tone', `life-events/${id}/versions`));
    expect(body.map(({ version, day, reason, by }) => [version, day, reason, by])).toEqual([
      [1, '2024-03-15', undefined, 'Siren Bø'],
      [2, '2024-03-18', 'Ingen plass hjemme ennå', 'Siren Bø'],
      [3, '2024-03-14', 'Plass likevel', 'Siren Bø'],
    ]);
    const clocks = await house.owner(`select from clock where rule = 'discharge-unmet' and subject_id = $1`, [
      id,
    ]);
    expect(clocks).toHaveLength(1);
  });

  test('that two move at once is moved by one, and the other is told', async () => {
    const { id } = await write('siren');
    const answers = await Promise.all(['2024-03-18', '2024-03-19'].map((day) => move('siren', id, id, day)));
    expect(answers.map(({ said }) => said).sort()).toEqual(['201', '409 stale-version']);
    expect((await move('siren', id, id, '2024-03-20')).said).toBe('409 stale-version');
  });
});

describe('to be met', () => {
  test.each(['home', 'phone', 'walk', 'accompaniment', 'talk'])(
    'takes a %s on the day or later',
    async (kind) => {
      const { id } = await write('siren', { day: '2024-03-14' });
      const { id: met } = await contact(kind);
      expect(await needOf('siren', id)).toBeUndefined();
      expect(await seen('siren', id)).not.toHaveProperty('owedBy');
      await house
        .as('siren')
        .post(pageOf('tone', `contacts/${met}/withdrawals`), { supersedes: met, reason: 'feil' });
      expect(await needOf('siren', id)).toBeDefined();
      await takeBack('siren', id, id);
    },
  );

  test.each(['message', 'missed', 'consultant-call'])('takes more than a %s', async (kind) => {
    const { id } = await write('siren', { day: '2024-03-14' });
    await contact(kind);
    expect(await needOf('siren', id)).toBeDefined();
    await takeBack('siren', id, id);
  });

  test('takes more than a talk the day before', async () => {
    const { id } = await write('siren', { day: '2024-03-14' });
    const { id: before } = await contact('talk', { happenedAt: '2024-03-13T23:59:00+01:00' });
    expect(await needOf('siren', id)).toBeDefined();
    await house
      .as('siren')
      .post(pageOf('tone', `contacts/${before}/withdrawals`), { supersedes: before, reason: 'feil' });
    await takeBack('siren', id, id);
  });

  test('is owed nobody who has gone in again', async () => {
    const { id } = await write('siren', { day: '2024-03-13' });
    expect(await needOf('siren', id)).toMatchObject({ open: true });
    const { id: again } = await write('siren', { kind: 'admission', setting: 'detox', day: '2024-03-14' });
    expect(await needOf('siren', id)).toBeUndefined();
    await takeBack('siren', again, again);
    expect(await needOf('siren', id)).toBeDefined();
    await takeBack('siren', id, id);
  });
});

describe('what the participant tells of themself', () => {
  const own = async (id: string) =>
    (await house.as('tone').get<MyPlan>('/api/my-plan')).body.lifeEvents.find((event) => event.id === id);

  test('is theirs, is seen by those who follow up, and they are met as if a worker had written it', async () => {
    const { id, said } = await write('tone', { metAtDoor: 'wanted', words: 'Jeg tar toget' });
    expect(said).toBe('201');
    expect(await own(id)).toMatchObject({
      own: true,
      by: 'Tone',
      metAtDoor: 'wanted',
      words: 'Jeg tar toget',
    });
    expect(await seen('siren', id)).toMatchObject({ own: true, by: 'Tone', metAtDoor: 'wanted' });
    expect(
      await house.owner(
        `select said_by = participant_id as own, legal_class as law from life_event where id = $1`,
        [id],
      ),
    ).toEqual([{ own: true, law: 'participant-own' }]);
    expect(await needOf('siren', id)).toMatchObject({ rule: 'discharge-unmet', open: false });
    await house.clock('2024-03-16T08:00+01:00');
    expect(await needOf('siren', id)).toMatchObject({ open: true, act: 'log-contact' });
    expect(await own(id)).toHaveProperty('owedBy');
  });

  test('to whoever would rather not be met nothing is owed at the door, until they change their mind', async () => {
    const { id } = await write('tone', { metAtDoor: 'not-wanted' });
    expect(await needOf('siren', id)).toBeUndefined();
    const changed = await house.as('tone').post(pageOf('tone', `life-events/${id}/corrections`), {
      kind: 'discharge',
      day: '2024-03-15',
      metAtDoor: 'wanted',
      supersedes: id,
      reason: 'Jeg ombestemte meg',
    });
    expect(changed.said).toBe('201');
    expect(await needOf('siren', id)).toBeDefined();
    const { body } = await house
      .as('siren')
      .get<LifeEventVersions>(pageOf('tone', `life-events/${id}/versions`));
    expect(body.map(({ metAtDoor, by }) => [metAtDoor, by])).toEqual([
      ['not-wanted', 'Tone'],
      ['wanted', 'Tone'],
    ]);
    expect((await takeBack('tone', id, changed.id)).said).toBe('201');
    expect(await needOf('siren', id)).toBeUndefined();
  });

  test('is moved by a worker too, and stays theirs to move and take back', async () => {
    const { id } = await write('tone', { metAtDoor: 'wanted' });
    const moved = await move('siren', id, id, '2024-03-18');
    expect(await own(id)).toMatchObject({ own: true, by: 'Siren Bø', day: '2024-03-18' });
    const again = await move('tone', id, moved.id, '2024-03-19');
    expect(again.said).toBe('201');
    expect((await takeBack('tone', id, again.id)).said).toBe('201');
  });

  test('opens nothing else to be written: a contact is still for those who follow up', async () => {
    const talk = { kind: 'talk', note: 'Møttes.' };
    expect((await house.as('tone').post(pageOf('tone', 'contacts'), talk)).said).toBe('403 not-allowed');
  });

  test('of being met is asked of a homecoming alone', async () => {
    const moving = { kind: 'moved-home', setting: undefined, metAtDoor: 'wanted' };
    expect((await write('tone', moving)).said).toBe('422 not-a-homecoming');
    expect((await write('tone', { metAtDoor: 'maybe' })).said).toBe('400 bad-request');
  });
});

test('the substitute has somebody who came home first on the day, while the contact person is away', async () => {
  const { body } = await house.as('siren').get<MyDay>('/api/my-day');
  expect(body.needs[0]).toMatchObject({
    participantId: participants.rune.participantId,
    rule: 'discharge-unmet',
    detail: 'detox',
    open: true,
  });
});

describe('a life event', () => {
  test('is seen by the participant and by those who follow up, and by nobody else', async () => {
    const { id } = await write('siren', {
      kind: 'eviction-notice',
      setting: undefined,
      words: 'Frist 1. april',
    });
    expect(await seen('siren', id)).toMatchObject({ kind: 'eviction-notice', words: 'Frist 1. april' });
    const { body: plan } = await house.as('tone').get<MyPlan>('/api/my-plan');
    expect(plan.lifeEvents).toContainEqual(expect.objectContaining({ id }));
    for (const persona of ['kari', 'christer', 'anne', 'per', 'ingunn']) {
      const { text } = await house.as(persona).get(pageOf('tone'));
      expect([persona, text.includes('Frist 1. april'), text.includes('lifeEvents')]).toEqual([
        persona,
        false,
        false,
      ]);
    }
  });

  test('that a service wrote is moved and taken back by those who follow up, and others write none', async () => {
    expect((await write('ingunn')).said).toBe('404 not-found');
    expect((await write('per')).said).toBe('404 not-found');
    const { id } = await write('siren');
    expect((await move('tone', id, id, '2024-03-18')).said).toBe('403 not-yours-to-do');
    expect((await takeBack('tone', id, id)).said).toBe('403 not-yours-to-do');
    expect((await takeBack('per', id, id)).said).toBe('404 not-found');
    const runes = await house.as('siren').get<PersonPage>(pageOf('rune'));
    const discharge = runes.body.lifeEvents?.find(({ kind }) => kind === 'discharge');
    const elsewhere = pageOf('rune', `life-events/${discharge?.id}/versions`);
    expect((await house.as('kari').get(elsewhere)).said).toBe('404 not-found');
    expect((await house.as('christer').get(elsewhere)).said).toBe('404 not-found');
    expect((await house.as('ingunn').get<LifeEventVersions>(elsewhere)).body).toHaveLength(3);
  });

  test('stands in the timeline on the day it happens', async () => {
    const { id } = await write('siren', { kind: 'moved-home', setting: undefined, day: '2024-02-01' });
    const { body } = await house.as('siren').get<PersonPage>(pageOf('tone'));
    expect(body.events?.find((event) => event.factId === id)).toMatchObject({
      kind: 'life_event',
      detail: 'moved-home',
      happenedAt: '2024-01-31T23:00:00.000Z',
    });
  });

  test('in a place that does not fit, or on a day out of reach, is refused by name', async () => {
    expect((await write('siren', { kind: 'job-start' })).said).toBe('422 setting-does-not-fit');
    expect((await write('siren', { setting: 'prison' })).said).toBe('422 setting-does-not-fit');
    expect((await write('siren', { day: '2034-03-15' })).said).toBe('422 day-out-of-range');
    expect((await write('siren', { kind: 'party' })).said).toBe('400 bad-request');
  });
});
