import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { participants, personas, type Someone } from '#db/demo/people.ts';
import { masksOf } from '#domain/access/masks.ts';
import { topicBit } from '#domain/access/topics.ts';

import { type House, nyStart, openHouse, pageOf, samlingAt } from './test-house.ts';

let house: House;
let last = 0;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  for (const persona of ['siren', 'ola', 'kari', 'per', 'rune', 'anne', 'christer'])
    await house.as(persona).headers();
  last =
    (await house.owner<{ number: number }>('select coalesce(max(number), 0)::int as number from audit'))[0]
      ?.number ?? 0;
});
afterAll(() => house.close());

interface Row {
  action: string;
  purpose: string;
  who: string;
  ids: string[];
  reads: number[];
  writes: number[] | null;
}
/** What was logged since the test began. */
const logged = () =>
  house.owner<Row>(
    `select a.action, a.purpose, u.persona as who, a.participant_ids as ids, a.read_topics as reads, a.write_topics as writes
      from look_up a join login_user u on u.id = a.login_user_id where a.number > $1 order by a.number`,
    [last],
  );
const idsIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/"participantId":"([^"]+)"/g)].map((match) => match[1] ?? ''))].sort();
const rune: Someone = participants.rune;

describe('a look at people leaves one row in the log', () => {
  test('that names the one whose page it was, with the topics that were open', async () => {
    await house.as('ola').get(pageOf('rune'));
    const reads = masksOf('contact-person').readAlways;
    expect(await logged()).toEqual([
      {
        action: 'read',
        purpose: 'person-page',
        who: 'ola',
        ids: [rune.participantId],
        reads: [reads],
        writes: null,
      },
    ]);
  });

  test.each([
    ['siren', '/api/my-day'],
    ['siren', '/api/people'],
    ['siren', '/api/enquiries'],
    ['kari', '/api/shared'],
    ['rune', '/api/my-plan'],
    ['christer', `/api/group-sessions/${nyStart.municipalityId}/${samlingAt('2024-03-15T09:30').id}`],
  ])('that names everyone who was shown to %s at %s', async (persona, url) => {
    const { status, text } = await house.as(persona).get(url);
    expect(status).toBe(200);
    const [row, ...more] = await logged();
    expect(more).toEqual([]);
    expect(row?.who).toBe(persona);
    expect(idsIn(text).length).toBeGreaterThan(0);
    expect(row?.ids).toEqual(expect.arrayContaining(idsIn(text)));
    const identity = 1 << topicBit('identity');
    expect(row?.reads.every((mask) => (mask & identity) !== 0)).toBe(true);
  });

  test.each([
    ['siren', '/api/my-day'],
    ['siren', '/api/people'],
    ['rune', '/api/my-plan'],
    ['kari', '/api/shared'],
    ['christer', `/api/group-sessions/${nyStart.municipalityId}/${samlingAt('2024-03-15T09:30').id}`],
  ])('that names nobody who was not shown to %s at %s', async (persona, url) => {
    const { text } = await house.as(persona).get(url);
    const named = (await logged())[0]?.ids ?? [];
    // Somebody registered twice is shown once, by the row that stands, from both of them: the log names both.
    const stands = new Map(
      (
        await house.owner<{ id: string; stands: string }>(
          'select participant_id as id, same_participant_id as stands from same_person where same_place = 0',
        )
      ).map((one) => [one.id, one.stands]),
    );
    const shown = new Set(named.map((id) => stands.get(id) ?? id));
    expect([...shown].toSorted()).toEqual(idsIn(text));
    expect(named.filter((id) => idsIn(text).includes(id)).toSorted()).toEqual(idsIn(text));
  });

  test('that names those who were found by a search, and nobody else', async () => {
    const { body } = await house
      .as('siren')
      .post<{ people: { participantId: string }[] }>('/api/people/search', { query: 'tone' });
    expect(body.people.map((person) => person.participantId)).toEqual([participants.tone.participantId]);
    expect(await logged()).toMatchObject([
      { action: 'search', who: 'siren', ids: [participants.tone.participantId], writes: null },
    ]);
  });

  test('that names nobody when a search finds nobody', async () => {
    await house.as('per').post('/api/people/search', { query: 'Rune' });
    expect(await logged()).toMatchObject([{ action: 'search', who: 'per', ids: [] }]);
  });

  test('that says a change was a change, and to what', async () => {
    expect((await house.as('ola').post(pageOf('rune', 'contacts'), { kind: 'phone', note: 'x' })).said).toBe(
      '201',
    );
    const [row, ...more] = await logged();
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      action: 'change',
      purpose: 'contact.log',
      who: 'ola',
      ids: [rune.participantId],
    });
    expect((row?.writes?.[0] ?? 0) & (1 << topicBit('follow-up'))).not.toBe(0);
  });

  test('that says figures were figures, and names nobody', async () => {
    expect((await house.as('anne').get('/api/overview')).status).toBe(200);
    expect(await logged()).toMatchObject([{ action: 'figure', who: 'anne', ids: [], reads: [] }]);
  });
});

describe('a look that is refused', () => {
  test.each([
    ['a page', () => house.as('per').get(pageOf('rune')), 'read'],
    [
      'a contact’s history',
      () => house.as('per').get(pageOf('rune', `contacts/${rune.participantId}/versions`)),
      'read',
    ],
    [
      'a change',
      () => house.as('per').post(pageOf('rune', 'contacts'), { kind: 'phone', note: 'x' }),
      'change',
    ],
  ])('is in the log with nothing opened: %s', async (_, look, action) => {
    expect((await look()).status).toBe(404);
    expect(await logged()).toMatchObject([
      { action, who: 'per', ids: [rune.participantId], reads: [0], writes: action === 'change' ? [0] : null },
    ]);
  });

  test('is seen by the one it was about', async () => {
    await house.as('per').get(pageOf('rune'));
    const { body } = await house.as('rune').get<{ who: string; topics: string[] }[]>('/api/my-look-ups');
    expect(body).toContainEqual(expect.objectContaining({ who: personas.per.name, topics: [] }));
  });

  test('by nobody is not in the log, because nothing was asked of the database', async () => {
    await house.nobody.get(pageOf('rune'));
    expect(await logged()).toEqual([]);
  });
});

describe('what opens nobody leaves no row', () => {
  test.each(['/api/session', '/api/directory', '/api/group-sessions', '/api/my-look-ups'])(
    '%s',
    async (url) => {
      const { status, text } = await house.as('rune').get(url);
      expect([status, await logged()]).toEqual([200, []]);
      expect(text).not.toMatch(/Tone|Skår|Jafari/);
    },
  );
});

describe('when the log cannot be written', () => {
  beforeEach(() =>
    house.owner(`create function app.no_more() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$;
      create trigger no_more before insert on app.audit for each row execute function app.no_more()`),
  );
  afterEach(() => house.owner('drop trigger no_more on app.audit; drop function app.no_more'));

  test.each(['/api/people', '/api/my-day', '/api/enquiries', '/api/my-plan', '/api/shared', pageOf('tone')])(
    'nothing is read: %s',
    async (url) => {
      const { status, body, text } = await house.as(url === '/api/my-plan' ? 'rune' : 'siren').get(url);
      expect([status, body['code']]).toEqual([500, 'something-broke']);
      expect(text).not.toMatch(/Tone|Rune|disk full/);
    },
  );

  test('nothing is written either', async () => {
    const before = await house.counts();
    expect(
      (await house.as('siren').post(pageOf('tone', 'contacts'), { kind: 'talk', note: 'x' })).status,
    ).toBe(500);
    expect(await house.counts()).toEqual(before);
  });
});
