// The demonstration as those who try it meet it: enough people, everywhere one can stand, and nothing that is anybody's.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contactKinds } from '#contract/contact.ts';
import { enquirySources } from '#contract/enquiry.ts';
import type { MyDay, Overview } from '#contract/person.ts';
import { relationships } from '#contract/related.ts';
import { type House, openHouse } from '#server/test-house.ts';
import { redDay } from '../population/red-days.ts';
import { factTables } from '../population/tables.ts';
import { participants } from './people.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const values = async (statement: string): Promise<unknown[]> =>
  (await house.owner<{ value: unknown }>(statement)).map(({ value }) => value);
const distinct = (table: string, column: string) =>
  values(`select distinct ${column} as value from ${table} where ${column} is not null order by 1`);
const sorted = (all: readonly string[]) => all.toSorted();

describe('the people of the demonstration', () => {
  const latest = `select distinct on (e.participant_id, e.fact_id) e.participant_id, s.state, s.ended_because, r.anchor_day
    from enrolment_now e
    join enrolment_state_now s on s.participant_id = e.participant_id and s.enrolment_id = e.fact_id
    left join pathway_run_now r on r.participant_id = e.participant_id and r.enrolment_id = e.fact_id
    order by e.participant_id, e.fact_id, s.happened_at desc`;

  test('are at least sixty, over a year and a half', async () => {
    const [people] = await house.owner<{ count: number }>('select count(*)::int as count from participant');
    expect(people?.count).toBeGreaterThanOrEqual(60);
    const [first] = await house.owner<{ ago: number }>(
      `select extract(day from app.now() - min(happened_at))::int as ago from enquiry`,
    );
    expect(first?.ago).toBeGreaterThan(420);
  });

  test('stand in every state, in each of the six weeks, and have left for each reason', async () => {
    expect(await values(`select distinct state as value from (${latest}) l order by 1`)).toEqual(
      sorted(['asked', 'declined', 'waiting', 'mapping', 'active', 'paused', 'ended']),
    );
    expect(
      await values(
        `select distinct ended_because as value from (${latest}) l where state = 'ended' order by 1`,
      ),
    ).toEqual(sorted(['own-wish', 'reached', 'moved', 'other-service', 'died']));
    const weeks = `select distinct ((app.now() at time zone 'Europe/Oslo')::date - anchor_day) / 7 + 1 as value
      from (${latest}) l where state in ('mapping', 'active') order by 1`;
    const inWeek = (await values(weeks)).map(Number);
    expect(inWeek).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6]));
    expect(inWeek.some((week) => week > 20)).toBe(true);
  });

  test('some have been met outside only, and some have come back after an end', async () => {
    const outside = await values(`select participant_id as value from outreach o
      where not exists (select from enquiry e where e.participant_id = o.participant_id) group by 1`);
    expect(outside.length).toBeGreaterThanOrEqual(3);
    const back = await values(
      `select participant_id as value from enrolment group by 1 having count(distinct fact_id) > 1`,
    );
    expect(back.length).toBeGreaterThanOrEqual(3);
  });

  test('say each their own: no two have the same sentence of what matters', async () => {
    const said = await values(`select words as value from statement_now`);
    expect(said.length).toBeGreaterThan(50);
    expect(new Set(said).size).toBe(said.length);
  });

  test('write in the scripts they use', async () => {
    const said = (await values(`select string_agg(words, ' ') as value from statement`)).join('');
    for (const script of [
      /\p{Script=Arabic}/u,
      /\p{Script=Tamil}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Emoji_Presentation}/u,
      /[łśżę]/,
      /[čđŋšŧžá]/,
    ])
      expect(said).toMatch(script);
  });

  test('have no number that could be somebody’s', async () => {
    for (const table of ['profile', 'related_person', 'worker', 'service']) {
      const phones = await values(`select phone as value from ${table} where phone is not null`);
      expect(phones.length, table).toBeGreaterThan(1);
      expect(
        phones.filter((phone) => !/^900 00 \d{3}$/.test(String(phone))),
        table,
      ).toEqual([]);
    }
  });
});

describe('the facts of the demonstration', () => {
  test.each(factTables.map((table) => [table]))('%s has some', async (table) => {
    expect(await values(`select 1 as value from ${table} limit 1`)).toEqual([1]);
  });

  const kinds: [string, string, readonly string[]][] = [
    ['contact', 'kind', contactKinds],
    ['enquiry', 'source', enquirySources],
    ['outreach', 'outcome', ['met', 'not-met', 'called', 'message-left']],
    ['strength', 'kind', ['good-at', 'has-helped', 'who-is-there', 'how-to-meet-me']],
    ['wish_answer', 'outcome', ['given', 'other-instead', 'not-given', 'later']],
    ['wish_view', 'wanted', ['yes', 'partly', 'no']],
    ['relapse_note', 'kind', ['came-intoxicated', 'relapse', 'hard-time', 'on-hold']],
    ['goal_closure', 'outcome', ['reached', 'not-wanted']],
    ['attendance', 'answer', ['coming', 'said-no', 'came', 'did-not-come']],
    ['profile', 'gender', ['woman', 'man', 'other']],
    [
      'acknowledgement',
      'code',
      ['confidentiality-and-group-rules', 'offers', 'rights', 'treatment-choice', 'expectations'],
    ],
  ];
  test.each(kinds)('%s has every %s', async (table, column, all) => {
    expect(await distinct(table, column)).toEqual(sorted(all));
  });

  test('life has turned in many ways, and those who are close are of many kinds', async () => {
    expect((await distinct('life_event', 'kind')).length).toBeGreaterThanOrEqual(6);
    const near = (await distinct('related_person', 'relationship')).map(String);
    expect(near.length).toBeGreaterThanOrEqual(4);
    expect(near.every((one) => (relationships as readonly string[]).includes(one))).toBe(true);
  });

  test('promises have been kept in time, kept late, and not kept', async () => {
    const told =
      await values(`select distinct case when k.id is null then 'not' when (k.happened_at at time zone 'Europe/Oslo')::date <= d.due_day then 'in time' else 'late' end as value
      from decision_now d left join decision_kept_now k on k.participant_id = d.participant_id and k.decision_id = d.fact_id
      where d.due_day < (app.now() at time zone 'Europe/Oslo')::date order by 1`);
    expect(told).toEqual(['in time', 'late', 'not']);
  });
});

describe('the year around the groups', () => {
  const planned = () =>
    house.owner<{ day: string; because: string | null }>(
      `select series_day as day, cancelled_because as because from group_session order by 1`,
    );

  test('has no group on a red day, and says which day it is', async () => {
    const sessions = (await planned()).map(({ day, because }) => ({
      because,
      holiday: redDay(dayText(day)),
    }));
    const red = sessions.filter(({ holiday }) => holiday !== undefined);
    expect(red.length).toBeGreaterThan(10);
    for (const { because, holiday } of red) expect(because).toBe(`Rød dag: ${holiday}`);
  });

  test('has fewer in July, and somebody comes all summer', async () => {
    const july = (await planned()).filter(({ day }) => dayText(day).slice(5, 7) === '07');
    const held = july.filter(({ because }) => because === null);
    expect(held.length).toBeGreaterThan(5);
    expect(held.length).toBeLessThan(july.length / 2);
    const came = await values(`select 1 as value from attendance a join group_session g on g.id = a.session_id
      where a.answer = 'came' and extract(month from g.starts_at) = 7`);
    expect(came.length).toBeGreaterThan(5);
  });

  test('has nobody at a group that was not held', async () => {
    expect(
      await values(
        `select 1 as value from attendance a join group_session g on g.id = a.session_id where g.cancelled_at is not null`,
      ),
    ).toEqual([]);
  });

  // The driver of the tests reads a day as a date.
  const dayText = (day: unknown) =>
    (day instanceof Date
      ? new Date(day.getTime() + 12 * 3_600_000).toISOString().slice(0, 10)
      : String(day)) as Parameters<typeof redDay>[0];
});

describe('what is owed', () => {
  test('has not been owed for longer than a believable service would leave it', async () => {
    const late = await house.owner<{ rule: string; days: number }>(
      `select rule, extract(day from app.now() - opens_at)::int as days from clock where opens_at < app.now() - interval '6 weeks' order by 2 desc`,
    );
    expect(late).toEqual([]);
  });
});

describe('what the personas meet first', () => {
  test('Siren’s day begins with Rune, who came home and was not met', async () => {
    const { body } = await house.as('siren').get<MyDay>('/api/my-day');
    expect(body.needs[0]).toMatchObject({
      participantId: participants.rune.participantId,
      rule: 'discharge-unmet',
      open: true,
    });
  });

  test('the leader’s counts are large enough to be shown', async () => {
    const { body } = await house.as('anne').get<Overview>('/api/overview');
    const [service] = body.services;
    for (const part of [
      'waiting',
      'active',
      'answered',
      'answeredWithinADay',
      'medianAnswerHours',
      'asked',
    ] as const)
      expect(service?.[part], part).toEqual(part === 'asked' ? expect.anything() : expect.any(Number));
    expect(service?.gaps.filter(({ open }) => open !== null).length).toBeGreaterThan(0);
  });
});
