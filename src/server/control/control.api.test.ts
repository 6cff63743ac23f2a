import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Breach, Control, FoundForControl, LogLines, Register } from '#contract/control.ts';
import type { LookUp, MyControl } from '#contract/look-up.ts';
import { participants, personas } from '#db/demo/people.ts';
import { RUNE_BORN } from '#db/demo/story-rune.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const rune = participants.rune.participantId;
const control = async (persona = 'randi') => (await house.as(persona).get<Control>('/api/control')).body;
const today = { from: '2024-03-14T00:00:00+01:00', to: '2024-03-15T00:00:00+01:00' };
const search = (body: object, persona = 'randi') =>
  house.as(persona).post<LogLines>('/api/control/log/search', { ...today, ...body });
const find = (body: object, persona = 'randi') =>
  house.as(persona).post<FoundForControl>('/api/control/people/search', body);
const runesLog = async () => (await house.as('rune').get<LookUp[]>('/api/my-look-ups')).body;
const raised = async (login: string, people: string[]) => {
  const [row] = await house.owner<{ id: string }>(
    `insert into look_up_case (municipality_id, rule, key, login_user_id, participant_ids, from_at, to_at, look_ups, due_at)
      values ($1, 'night', gen_random_uuid()::text, $2, $3, app.now(), app.now(), 1, app.now() + interval '14 days') returning id`,
    [participants.rune.municipalityId, login, people],
  );
  return row?.id ?? '';
};
const close = (persona: string, id: string, words = 'Vakt den natta.') =>
  house.as(persona).post(`/api/control/cases/${id}/closings`, { words });

describe('«Logg og kontroll»', () => {
  test.each(['rune', 'siren', 'anne', 'kari', 'terje', 'jon', 'mamma'])(
    'is no place for %s',
    async (persona) => {
      expect((await house.as(persona).get('/api/control')).said).toBe('404 not-found');
      expect((await search({ person: rune }, persona)).said).toBe('404 not-found');
      expect(
        (await find({ givenName: 'Rune', familyName: 'Lende', birthDay: RUNE_BORN }, persona)).said,
      ).toBe('404 not-found');
      const period = { account: personas.siren.loginId, ...today };
      expect((await house.as(persona).post('/api/control/breaches', period)).said).toBe('404 not-found');
      const moment = { person: rune, at: today.from };
      expect((await house.as(persona).post('/api/control/registers', moment)).said).toBe('404 not-found');
      const rule = { rule: 'night', on: false, limit: 1, within: 2 };
      expect((await house.as(persona).post('/api/control/rules', rule)).said).toBe('404 not-found');
      expect((await close(persona, await raised(personas.siren.loginId, [rune]))).said).toBe('404 not-found');
    },
  );

  test('shows who, when and what for, never content, and stands in the log of whom it names', async () => {
    await house.as('siren').get(pageOf('rune'));
    const { body, text } = await search({ person: rune });
    expect(body.lines).toContainEqual(
      expect.objectContaining({
        who: 'Siren Bø',
        purpose: 'person-page',
        people: [{ id: rune, name: 'Rune Lende' }],
        topics: expect.arrayContaining(['goals']),
      }),
    );
    expect(text).not.toMatch(/depositum|sprekk|900 00/);
    expect(await runesLog()).toContainEqual(
      expect.objectContaining({ who: 'Randi Undheim', action: 'control', purpose: 'log.person' }),
    );
  });

  test('goes through an account, and names people of one’s own municipality only', async () => {
    await house.as('siren').get(pageOf('tone'));
    await house.as('siren').get(pageOf('rune'));
    const { body, text } = await search({ account: personas.siren.loginId });
    expect(body.lines[0]?.people).toEqual([{ id: rune, name: 'Rune Lende' }]);
    // Siren's login is another municipality's: her look at Tone of Klepp is not Time's to see.
    expect(text).not.toMatch(/Tone|Skår/);
    expect(text).not.toContain(participants.tone.participantId);
    expect(await runesLog()).toContainEqual(expect.objectContaining({ purpose: 'log.account' }));
  });

  test('is asked for one of the two, in a period that goes forwards', async () => {
    expect((await search({})).said).toBe('422 one-to-search-for');
    expect((await search({ person: rune, account: personas.siren.loginId })).said).toBe(
      '422 one-to-search-for',
    );
    expect((await search({ person: rune, from: today.to, to: today.from })).said).toBe(
      '422 period-backwards',
    );
    expect((await search({ person: participants.tone.participantId })).body.lines).toEqual([]);
  });

  test('goes on from where a hundred ended', async () => {
    for (let n = 0; n < 101; n += 1) await house.as('ingunn').get(pageOf('rune'));
    const first = (await search({ account: personas.ingunn.loginId })).body;
    expect([first.lines.length, first.more]).toEqual([100, true]);
    const next = (await search({ account: personas.ingunn.loginId, below: first.lines.at(-1)?.number })).body;
    expect(next.lines.length).toBeGreaterThan(0);
    expect(next.lines[0]?.number).toBeLessThan(first.lines.at(-1)?.number ?? 0);
  });

  test('finds a person by exactly their name and birth day, and the search is in their log', async () => {
    const exact = { givenName: 'rune', familyName: 'Lende', birthDay: RUNE_BORN };
    expect((await find(exact)).body.people).toEqual([{ id: rune, name: 'Rune Lende' }]);
    expect((await find({ ...exact, birthDay: '1992-08-18' })).body.people).toEqual([]);
    expect((await find({ ...exact, familyName: 'Len' })).body.people).toEqual([]);
    expect(await runesLog()).toContainEqual(
      expect.objectContaining({ who: 'Randi Undheim', purpose: 'log.find' }),
    );
  });
});

describe('a case', () => {
  test('is closed by a named person with words, once, and not by the one it is about', async () => {
    const id = await raised(personas.siren.loginId, [rune]);
    const open = (await control()).cases.find((one) => one.id === id);
    expect(open).toMatchObject({
      rule: 'night',
      who: 'Siren Bø',
      people: [{ id: rune, name: 'Rune Lende' }],
      late: false,
      aboutMe: false,
    });
    expect((await close('randi', id, '   ')).said).toBe('400 bad-request');
    expect((await close('randi', id)).said).toBe('201');
    expect((await close('randi', id)).said).toBe('409 already-answered');
    expect((await control()).cases.find((one) => one.id === id)?.closed).toMatchObject({
      by: 'Randi Undheim',
      words: 'Vakt den natta.',
    });
    const own = await raised(personas.randi.loginId, [rune]);
    expect((await control()).cases.find((one) => one.id === own)?.aboutMe).toBe(true);
    expect((await close('randi', own)).said).toBe('403 not-yours-to-do');
  });

  test('of another municipality is not there', async () => {
    const [row] = await house.owner<{ id: string }>(
      `insert into look_up_case (municipality_id, rule, key, login_user_id, participant_ids, from_at, to_at, look_ups, due_at)
        values ($1, 'night', 'k', $2, $3, app.now(), app.now(), 1, app.now()) returning id`,
      [participants.tone.municipalityId, personas.siren.loginId, [participants.tone.participantId]],
    );
    expect((await control()).cases.map(({ id }) => id)).not.toContain(row?.id);
    expect((await close('randi', row?.id ?? '')).said).toBe('404 not-found');
  });

  test('that nobody closes in time is late and stands first', async () => {
    const id = await raised(personas.siren.loginId, [rune]);
    await house.owner(`update look_up_case set due_at = app.now() - interval '1 minute' where id = $1`, [id]);
    expect((await control()).cases[0]).toMatchObject({ id, late: true });
  });
});

describe('a question', () => {
  test('about one who was refused, or that has waited too long, is the auditor’s to answer', async () => {
    await house.as('per').get(pageOf('rune'));
    const look = (await runesLog()).find(({ who }) => who === 'Per Nygård');
    const { id } = await house.as('rune').post(pageOf('rune', 'look-up-questions'), { number: look?.number });
    expect((await control()).questions).toContainEqual(
      expect.objectContaining({
        id,
        who: 'Per Nygård',
        refused: true,
        person: { id: rune, name: 'Rune Lende' },
      }),
    );
    const said = await house
      .as('randi')
      .post(`/api/look-up-questions/${id}/answers`, { words: 'Per skrev feil nummer.' });
    expect(said.said).toBe('201');
    const mine = (await house.as('rune').get<MyControl>('/api/my-look-ups/control')).body.cases;
    expect(mine.find((one) => one.id === id)?.answer).toMatchObject({ by: 'Randi Undheim', asAuditor: true });
    expect((await control()).questions.map((one) => one.id)).not.toContain(id);

    const waiting = (await house.as('christer').get<{ asked: { id: string }[] }>('/api/my-day')).body.asked[0]
      ?.id;
    expect((await control()).questions.map((one) => one.id)).not.toContain(waiting);
    await house.clock('2024-03-22T08:20+01:00');
    expect((await control()).questions).toContainEqual(expect.objectContaining({ id: waiting, late: true }));
    await house.clock('2024-03-14T08:20+01:00');
  });
});

test('a breach report is exactly who was open to the account in the period, which topics, and from when to when', async () => {
  await house.clock('2024-03-16T10:00+01:00');
  const seen = ['rune', 'grete'] as const;
  await house.as('siren').get(pageOf('rune'));
  await house.clock('2024-03-16T11:00+01:00');
  for (const who of seen) await house.as('siren').get(pageOf(who));
  await house.as('siren').get(pageOf('tone'));
  await house.clock('2024-03-16T11:45+01:00');
  await house.as('siren').get(pageOf('grete'));
  await house.clock('2024-03-16T12:00+01:00');
  const { body, text } = await house.as('randi').post<Breach>('/api/control/breaches', {
    account: personas.siren.loginId,
    from: '2024-03-16T10:30:00+01:00',
    to: '2024-03-16T11:30:00+01:00',
  });
  const truth = await house.owner<{ id: string; first: Date; last: Date; looks: number }>(
    `select x.id, min(at) as first, max(at) as last, count(*)::int as looks from look_up l, unnest(l.participant_ids, l.read_topics) x (id, bits)
      where l.login_user_id = $1 and x.bits <> 0 and x.id in (select id from participant where municipality_id = $2) and at >= '2024-03-16T10:30+01:00' and at < '2024-03-16T11:30+01:00' group by x.id`,
    [personas.siren.loginId, participants.rune.municipalityId],
  );
  expect(truth.length).toBe(2);
  expect(
    body.people
      .map(({ person, firstAt, lastAt, lookUps }) => [person?.id, firstAt, lastAt, lookUps])
      .toSorted(),
  ).toEqual(
    truth
      .map(({ id, first, last, looks }) => [id, first.toISOString(), last.toISOString(), looks])
      .toSorted(),
  );
  for (const one of body.people) expect(one.read).toEqual(expect.arrayContaining(['identity', 'goals']));
  expect(text).not.toMatch(/Tone/);
  expect(await runesLog()).toContainEqual(expect.objectContaining({ purpose: 'log.breach' }));
  await house.clock('2024-03-14T08:20+01:00');
});

test('the register says who had been let in at a moment, by whom, and not what came later', async () => {
  const ask = async (at: string) =>
    (await house.as('randi').post<Register>('/api/control/registers', { person: rune, at })).body.entries;
  const then = await ask('2024-02-25T12:00:00+01:00');
  expect(then.map(({ who, role }) => `${who} ${role}`)).toEqual([
    'Ingunn Vik coordinator',
    'Ola Hauge contact-person',
    'Christer Tunheim peer',
  ]);
  const now = await ask('2024-03-14T08:00:00+01:00');
  expect(now.map(({ who, role }) => `${who} ${role}`)).toEqual(
    expect.arrayContaining([
      'Siren Bø contact-person',
      'Kari Moi nav',
      'undefined nav',
      'Mamma related-person',
    ]),
  );
  expect(now.find(({ role, who }) => role === 'nav' && who === undefined)).toMatchObject({
    organisation: 'NAV Time',
    topics: expect.arrayContaining(['goals', 'meeting']),
    givenBy: 'Rune Lende',
  });
  const night = await ask('2024-03-10T01:00:00+01:00');
  expect(night.map(({ who, role }) => `${who} ${role}`)).toContain('Nora Vold emergency');
  expect(await ask('2020-01-01T00:00:00Z')).toEqual([]);
});

describe('a rule', () => {
  const set = (body: object) => house.as('randi').post('/api/control/rules', body);
  const night = async () => (await control()).rules.find(({ rule }) => rule === 'night');

  test('is as the product has it until the municipality sets it, with a name', async () => {
    expect(await night()).toEqual({ rule: 'night', on: true, limit: 23, within: 6 });
    expect((await set({ rule: 'night', on: true, limit: 22, within: 5 })).said).toBe('201');
    expect((await set({ rule: 'night', on: false, limit: 22, within: 7 })).said).toBe('201');
    expect(await night()).toMatchObject({ on: false, limit: 22, within: 7, setBy: 'Randi Undheim' });
    expect((await house.owner('select from look_up_rule_setting')).length).toBe(2);
  });

  test.each([
    [{ rule: 'night', on: true, limit: 24, within: 6 }, '422 hour-out-of-range'],
    [{ rule: 'gossip', on: true, limit: 1, within: 6 }, '404 not-found'],
    [{ rule: 'volume', on: true, limit: -1, within: 6 }, '400 bad-request'],
    [{ rule: 'volume', on: true, limit: 1.5, within: 6 }, '400 bad-request'],
  ])('is not set so: %o', async (body, said) => {
    expect((await set(body)).said).toBe(said);
  });
});
