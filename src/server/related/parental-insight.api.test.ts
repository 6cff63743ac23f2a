import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LookUp } from '#contract/look-up.ts';
import type { PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import type { ClosePerson, CloseToMe } from '#contract/related.ts';
import type { WhoSees } from '#contract/sharing.ts';
import { participants } from '#db/demo/people.ts';
import { parentalLevel } from '#domain/close/parental-insight.ts';
import type { Day } from '#domain/time/day.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
let mother = '';
const tone = participants.tone.participantId;
beforeAll(async () => {
  house = await openHouse();
  const named = { name: 'Mor', relationship: 'mother' };
  mother = (await house.as('tone').post(pageOf('tone', 'related-persons'), named)).id;
});
afterAll(() => house.close());
beforeEach(() => house.clock('2024-03-14T08:20+01:00'));

const born = (day: string | null) =>
  house.owner('update profile set birth_day = $1 where participant_id = $2', [day, tone]);
const decide = (body: object, persona = 'siren', who = mother) =>
  house.as(persona).post(pageOf('tone', `related-persons/${who}/insights`), body);
const meetings = { topics: ['meeting'], because: 'Mor kjører til møtene.', youngSaid: 'Det er greit' };
const home = async () => (await house.as(mother).get<CloseToMe>('/api/close-to-me')).body.people;
const asNamed = async () =>
  (await house.as('tone').get<MyPlan>('/api/my-plan')).body.related.find(({ id }) => id === mother);
/** The parent, on the young person's own page of who sees what. */
const sees = async () =>
  (await house.as('tone').get<WhoSees>(pageOf('tone', 'who-sees'))).body.people.find(
    ({ to }) => to.relatedPersonId === mother,
  );
const view = () => house.as(mother).get<ClosePerson>(`/api/close-to-me/${tone}`);

describe('a parent of a minor', () => {
  test('sees nothing by being a parent: it takes a decision, with the reason and what the young person says', async () => {
    await born('2007-03-15');
    const page = await house.as('siren').get<PersonPage>(pageOf('tone'));
    expect(page.body.parentalLevel).toBe('necessary-only');
    expect((await decide({ ...meetings, youngSaid: undefined })).said).toBe('422 young-not-asked');
    expect((await decide({ ...meetings, because: ' ' })).said).toBe('400 bad-request');
    expect((await decide({ ...meetings, topics: [] })).said).toBe('400 bad-request');
    expect((await decide({ ...meetings, topics: ['relapse'] })).said).toBe('422 unknown-topic');
    expect((await decide(meetings)).said).toBe('201');
    expect(await home()).toEqual([
      { participantId: tone, name: 'Tone', topics: ['meeting'], until: '2025-03-14T23:00:00.000Z' },
    ]);
    expect(Object.keys((await view()).body).sort()).toEqual(['meetings', 'name', 'now', 'until']);
  });

  test.each([
    ['the 12th', '2012-03-15', ['goals']],
    ['the 16th', '2008-03-15', ['goals']],
    ['the 18th', '2006-03-15', ['goals']],
  ])(
    'is shut out on %s birthday, at midnight in Norway, in the next request',
    async (_, birthDay, topics) => {
      await born(birthDay);
      await decide({ ...meetings, topics });
      await house.clock('2024-03-14T23:59:59+01:00');
      expect((await view()).said).toBe('200');
      expect((await asNamed())?.asParent?.until).toBe('2024-03-15');
      expect(await sees()).toEqual(expect.objectContaining({ topics, until: '2024-03-14T23:00:00.000Z' }));
      await house.clock('2024-03-15T00:00:00+01:00');
      expect((await view()).said).toBe('404 not-found');
      expect(await home()).toEqual([]);
      expect((await asNamed())?.asParent).toBeUndefined();
      expect(await sees()).toBeUndefined();
      // What was decided at one age does not open at the next by itself.
      await house.clock('2024-06-01T12:00:00+02:00');
      expect((await view()).said).toBe('404 not-found');
    },
  );

  test('is shut out the moment the birth day is put right, or is not known', async () => {
    await born('2007-03-15');
    await decide(meetings);
    expect((await view()).said).toBe('200');
    await born('2006-03-14');
    expect((await view()).said).toBe('404 not-found');
    await born('2007-03-15');
    expect((await view()).said).toBe('200');
    await born(null);
    expect((await view()).said).toBe('404 not-found');
    expect((await decide(meetings)).said).toBe('422 not-a-minor');
  });

  test('is shut out when it is not necessary any more; the young person reads what, why and who', async () => {
    await born('2007-03-15');
    const { id } = await decide({ ...meetings, topics: ['goals', 'team'] });
    const mine = async () => (await asNamed())?.asParent;
    expect(await mine()).toMatchObject({ topics: ['goals', 'team'], because: meetings.because });
    const { body } = await house.as('tone').get<LookUp[]>('/api/my-look-ups');
    expect(body.find(({ purpose }) => purpose === 'related.parent')).toMatchObject({ who: 'Siren Bø' });
    await house
      .as('siren')
      .post(pageOf('tone', `parental-insights/${id}/withdrawals`), { supersedes: id, reason: 'x' });
    expect(await mine()).toBeUndefined();
    expect((await view()).said).toBe('404 not-found');
  });

  test('decided anew replaces what was decided, and two at once leave one', async () => {
    await born('2007-03-15');
    const both = await Promise.all([decide(meetings), decide({ ...meetings, topics: ['team'] })]);
    expect(both.map(({ said }) => said)).toEqual(['201', '201']);
    const [row] = await house.owner(
      'select count(*)::int as n from parental_insight_now where participant_id = $1',
      [tone],
    );
    expect(row).toEqual({ n: 1 });
  });

  test('is not decided by the young person, a partner or a stranger, nor for somebody who is no parent', async () => {
    await born('2007-03-15');
    expect((await decide(meetings, 'tone')).said).toBe('403 not-yours-to-do');
    expect((await decide(meetings, 'per')).said).toBe('404 not-found');
    expect((await decide(meetings, mother)).said).toMatch(/^40[34] /);
    const sister = await house
      .as('tone')
      .post(pageOf('tone', 'related-persons'), { name: 'Søster', relationship: 'sibling' });
    expect((await decide(meetings, 'siren', sister.id)).said).toBe('422 not-a-parent');
    expect((await decide(meetings, 'siren', participants.rune.participantId)).said).toBe('404 not-found');
  });

  test('who is named no longer sees no more', async () => {
    await born('2007-03-15');
    await decide(meetings);
    const { versionId } = (await asNamed()) ?? {};
    const back = { supersedes: versionId, reason: 'ikke nå' };
    await house.as('tone').post(pageOf('tone', `related-persons/${mother}/withdrawals`), back);
    expect((await view()).said).toBe('404 not-found');
  });
});

test('the database counts ages as the rule does, also for those born on a leap day', async () => {
  const days = [
    '2024-02-28',
    '2024-02-29',
    '2024-03-01',
    '2026-02-28',
    '2026-03-01',
    '2024-03-14',
    '2024-12-31',
  ];
  const births = ['2012', '2008', '2006'].flatMap((year) =>
    ['02-28', '02-29', '03-01', '03-14', '03-15', '12-31']
      .filter((day) => year !== '2006' || day !== '02-29')
      .map((day) => `${year}-${day}`),
  );
  const pairs = [...births, null].flatMap((birth) => days.map((day) => [birth, day] as const));
  const rows = await house.owner<{ level: string }>(
    'select parental_level(b, d) as level from unnest($1::date[], $2::date[]) with ordinality as t (b, d, n) order by n',
    [pairs.map(([birth]) => birth), pairs.map(([, day]) => day)],
  );
  expect(rows.map(({ level }) => level)).toEqual(
    pairs.map(([birth, day]) => parentalLevel(birth as Day | null, day as Day)),
  );
});
