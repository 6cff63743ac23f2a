import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Event, MyDay, PersonPage } from '#contract/person.ts';
import type { MyPlan } from '#contract/plan.ts';
import { participants } from '#db/demo/people.ts';
import { type House, openHouse, pageOf, workerRef } from '../test-house.ts';

// Ola is Rune's contact person and away until the 18th; Siren stands in. Ingunn is coordinator, Christer a peer, Kari at NAV.
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
// Each test begins with nothing told and nobody talked to this morning.
beforeEach(async () => {
  await house.clock('2024-03-14T08:20+01:00');
  for (const table of ['relapse_note', 'contact'])
    await house.owner(`delete from ${table} where recorded_at >= '2024-03-14T08:20+01:00'`);
  await house.owner(`delete from clock where rule = 'relapse-contact'`);
});
afterAll(() => house.close());

const rune = participants.rune.participantId;
const tell = (persona: string, more: object = {}) =>
  house.as(persona).post(pageOf('rune', 'tellings'), { kind: 'relapse', ...more });
const takeBack = (persona: string, id: string, version = id) =>
  house.as(persona).post(pageOf('rune', `tellings/${id}/withdrawals`), {
    supersedes: version,
    reason: 'Sagt ved en feil',
  });
const told = async () => (await house.as('rune').get<MyPlan>('/api/my-plan')).body.told;
const needOf = async (persona: string) => {
  const { body } = await house.as(persona).get<MyDay>('/api/my-day');
  return { first: body.needs[0], all: body.needs.filter((need) => need.rule === 'relapse-contact') };
};
const notesOf = async (persona: string): Promise<Event[]> =>
  ((await house.as(persona).get<PersonPage>(pageOf('rune'))).body.events ?? []).filter(
    ({ kind }) => kind === 'relapse_note',
  );

describe('a relapse that is told', () => {
  test('is answered with who is in touch by when, and stands first on the day of those two', async () => {
    const { id, said } = await tell('rune');
    expect(said).toBe('201');
    expect(await told()).toEqual({
      id,
      versionId: id,
      kind: 'relapse',
      at: '2024-03-14T07:20:00.000Z',
      by: '2024-03-15T23:00:00.000Z',
      mine: true,
    });
    for (const persona of ['siren', 'ola']) {
      const { first, all } = await needOf(persona);
      expect(all).toHaveLength(1);
      expect(first).toMatchObject({
        participantId: rune,
        rule: 'relapse-contact',
        subjectId: id,
        act: 'log-phone',
        open: false,
      });
    }
  });

  test('is seen by nobody else, neither the note nor that there is a clock', async () => {
    const words = 'Bare til Ola';
    const { id } = await tell('rune', { words });
    for (const persona of ['ingunn', 'christer', 'kari', 'anne', 'per']) {
      for (const url of ['/api/my-day', '/api/people', '/api/shared', '/api/overview', pageOf('rune')]) {
        const { text } = await house.as(persona).get(url);
        const found = ['relapse_note', 'relapse-contact', words, id].filter((sign) => text.includes(sign));
        expect(found, `${persona} ${url}`).toEqual([]);
      }
    }
    expect((await notesOf('siren')).map((note) => note.words)).toContain(words);
  });

  test('stands in no figure', async () => {
    const figures = async () =>
      (await house.as('anne').get<{ services: object }>('/api/overview')).body.services;
    const before = await figures();
    // Everybody in the service, so that no small number hides it.
    await house.owner(`insert into clock (municipality_id, participant_id, rule, subject_id, shows_at, opens_at, owner_role, topic)
      select municipality_id, id, 'relapse-contact', id, '2024-03-10', '2024-03-11', 'contact-person', 'relapse' from participant`);
    expect(
      await house.owner(`select count(*)::int as n from clock where rule = 'relapse-contact'`),
    ).not.toEqual([{ n: 0 }]);
    expect(await figures()).toEqual(before);
    await house.owner(`delete from clock where rule = 'relapse-contact'`);
  });

  test('twice within an hour is one telling, and is said to be', async () => {
    await tell('rune');
    await house.clock('2024-03-14T09:19+01:00');
    expect((await tell('rune')).said).toBe('409 already-told');
    expect((await tell('siren')).said).toBe('409 already-told');
    const rows = await house.owner(
      `select from relapse_note_now where kind = 'relapse' and happened_at > '2024-03-14'`,
    );
    expect(rows).toHaveLength(1);
    await house.clock('2024-03-14T09:20+01:00');
    const again = await tell('rune');
    expect(again.said).toBe('201');
  });

  test('by two taps at once is one telling', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => tell('rune')));
    expect(answers.map(({ said }) => said).sort()).toEqual(['201', '409 already-told', '409 already-told']);
  });

  test('is another thing than a hard time', async () => {
    await tell('rune');
    const hard = await tell('rune', { kind: 'hard-time' });
    expect(hard.said).toBe('201');
    expect((await needOf('siren')).all).toHaveLength(2);
  });
});

describe('words to it', () => {
  const say = (persona: string, id: string, words: string, version = id) =>
    house.as(persona).post(pageOf('rune', `tellings/${id}/words`), { supersedes: version, words });

  test('come after, from the one who told it, and move no deadline', async () => {
    const { id } = await tell('rune');
    await house.clock('2024-03-15T21:00+01:00');
    const added = await say('rune', id, 'Det var i helga');
    expect(added.said).toBe('201');
    expect(await told()).toMatchObject({
      id,
      versionId: added.id,
      words: 'Det var i helga',
      by: '2024-03-15T23:00:00.000Z',
    });
    expect((await say('siren', id, 'Ikke mine ord', added.id)).said).toBe('403 not-yours-to-do');
    expect((await say('rune', id, 'Fra en gammel skjerm')).said).toBe('409 stale-version');
  });
});

describe('the one who told it', () => {
  test('can take it back, and the clock goes; nobody else can', async () => {
    const { id } = await tell('rune');
    expect((await takeBack('siren', id)).said).toBe('403 not-yours-to-do');
    expect((await takeBack('ingunn', id)).said).toBe('404 not-found');
    expect((await takeBack('rune', id)).said).toBe('201');
    expect(await told()).toBeUndefined();
    expect((await needOf('siren')).all).toEqual([]);
  });

  test('may tell it to the contact person or the substitute, who writes it down and can take that back', async () => {
    const { id, said } = await tell('siren', { words: 'Fortalte det på telefonen' });
    expect(said).toBe('201');
    expect((await notesOf('siren')).find((note) => note.factId === id)).toMatchObject({
      by: 'Siren Bø',
      mayCorrect: true,
    });
    expect(await told()).toMatchObject({ id, mine: false });
    expect((await takeBack('rune', id)).said).toBe('403 not-yours-to-do');
    expect((await takeBack('siren', id)).said).toBe('201');
  });

  test.each([
    ['ingunn', '403 not-yours-to-do'],
    ['christer', '403 not-yours-to-do'],
    ['kari', '403 not-yours-to-do'],
    ['anne', '404 not-found'],
    ['per', '404 not-found'],
    ['tone', '404 not-found'],
  ])('does not have it written by %s', async (persona, answer) => {
    expect((await tell(persona)).said).toBe(answer);
  });
});

describe('we are in touch', () => {
  const contact = (kind: string, more: object = {}) =>
    house.as('siren').post(pageOf('rune', 'contacts'), { kind, note: 'Snakket sammen.', ...more });

  test('when two have really talked since, and not by a message or by something from before', async () => {
    const { id } = await tell('rune');
    await house.clock('2024-03-14T10:00+01:00');
    for (const kind of ['message', 'missed', 'consultant-call']) await contact(kind);
    await contact('phone', { happenedAt: '2024-03-14T08:19:00+01:00' });
    expect(await told()).toMatchObject({ id });
    const call = await contact('phone');
    expect(await told()).toBeUndefined();
    expect((await needOf('ola')).all).toEqual([]);
    // Taken back, it is owed again, by the same time as before.
    await house.as('siren').post(pageOf('rune', `contacts/${call.id}/withdrawals`), {
      supersedes: call.id,
      reason: 'feil person',
    });
    expect(await told()).toMatchObject({ id, by: '2024-03-15T23:00:00.000Z' });
  });

  test('or it is a hole from the midnight after the next day', async () => {
    const { id } = await tell('rune');
    await house.clock('2024-03-16T00:00:01+01:00');
    expect((await needOf('siren')).first).toMatchObject({ subjectId: id, open: true });
  });
});

describe('when there is no contact person to tell', () => {
  test('the coordinator is told that there is none, and nothing of what was told', async () => {
    const tone = pageOf('tone', 'team-memberships');
    const { body } = await house.as('siren').get<PersonPage>(pageOf('tone'));
    await house.as('siren').post(tone, { role: 'coordinator', worker: workerRef('ingunn') });
    const siren = body.team?.find(({ role }) => role === 'contact-person');
    const ended = await house.as('siren').post(pageOf('tone', `team-memberships/${siren?.id}/endings`), {
      supersedes: siren?.versionId,
      reason: 'Slutter',
    });
    expect(ended.said).toBe('201');
    const telling = await house.as('tone').post(pageOf('tone', 'tellings'), { kind: 'relapse' });
    expect(telling.said).toBe('201');
    const { body: plan } = await house.as('tone').get<MyPlan>('/api/my-plan');
    expect(plan.told).toMatchObject({ id: telling.id });
    expect(plan.people.filter(({ role }) => role === 'contact-person')).toEqual([]);
    const day = await house.as('ingunn').get<MyDay>('/api/my-day');
    expect(
      day.body.needs.filter((need) => need.participantId === participants.tone.participantId),
    ).toContainEqual(expect.objectContaining({ rule: 'contact-person-missing' }));
    expect(day.text).not.toContain('relapse');
  });
});
