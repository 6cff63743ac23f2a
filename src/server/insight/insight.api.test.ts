import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LookUp } from '#contract/look-up.ts';
import { madeUpNumber } from '#db/demo/numbers.ts';
import { participants } from '#db/demo/people.ts';
import type { Tally } from '#domain/insight/withheld.ts';
import { type House, openHouse, pageOf } from '../test-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

interface Copy {
  participantId: string;
  facts: Record<
    string,
    { id: string; legal_class: string; withdrawn: boolean; version: number; words?: string }[]
  >;
  lookUps: { who: string; purpose: string }[];
  names: { id: string; name: string }[];
  writers: { id: string; name: string }[];
  messages: unknown[];
  logins: unknown[];
  counts: Tally[];
  withheld: { items: object[] };
}
const copyOf = async (persona: string) => (await house.as(persona).get<Copy>('/api/my-copy')).body;
const pageFor = async (persona: string, language = 'nb') =>
  house.app.inject({
    url: `/api/my-copy/page?language=${language}`,
    headers: await house.as(persona).headers(),
  });

/** Tables with something about a participant, as the database itself has them. */
const tablesAbout = (facts: boolean) =>
  house.owner<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> 'fact'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'participant_id')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'supersedes') = $1 order by 1`,
    [facts],
  );

describe('a copy of everything about me', () => {
  test.each(['rune', 'tone'] as const)('has every version of every fact there is about %s', async (who) => {
    const copy = await copyOf(who);
    const tables = await tablesAbout(true);
    expect(tables.length).toBeGreaterThan(40);
    expect(Object.keys(copy.facts)).toEqual(tables.map(({ name }) => name));
    for (const { name } of tables) {
      const rows = await house.owner<{ id: string }>(
        `select id from ${name} where participant_id = $1 and legal_class <> 'relative-own'`,
        [participants[who].participantId],
      );
      expect(new Set(copy.facts[name]?.map(({ id }) => id)), name).toEqual(new Set(rows.map(({ id }) => id)));
    }
    expect(copy.withheld.items).toEqual([]);
  });

  test('has nothing that somebody close has confided, and does not tell that there is anything', async () => {
    const confided = await house.owner<{ id: string; words: string }>(
      `select id, words from confided where participant_id = $1 and legal_class = 'relative-own'`,
      [participants.rune.participantId],
    );
    expect(confided.length).toBeGreaterThan(0);
    const copy = await house.as('rune').get<Copy>('/api/my-copy');
    const page = await pageFor('rune');
    for (const { id, words } of confided)
      for (const secret of [id, words])
        for (const text of [copy.text, page.body]) expect(text).not.toContain(secret);
    expect(copy.body.withheld.items).toEqual([]);
    expect(page.body).toContain('Vi sier aldri om det finnes noe slikt');
  });

  test('leaves out no table that is about a participant and is not of facts', async () => {
    const named = [
      'clock',
      'login_code',
      'login_invitation',
      'login_user',
      'outbox',
      'person_merge',
      'retention_hold',
      'retention_item',
      'same_person',
      'sent_code',
    ];
    const others = (await tablesAbout(false)).map(({ name }) => name);
    expect(
      others.filter((name) => !named.includes(name)),
      'add it to besidesOf in insight-rows.ts',
    ).toEqual([]);
  });

  test('has what was taken back and what was corrected', async () => {
    const { id } = await house.as('rune').post(pageOf('rune', 'wishes'), { words: 'Et kjæledyr' });
    await house
      .as('rune')
      .post(pageOf('rune', `wishes/${id}/withdrawals`), { supersedes: id, reason: 'ikke nå' });
    const versions = (await copyOf('rune')).facts['wish']?.filter(({ words }) => words === 'Et kjæledyr');
    expect(versions?.map(({ version, withdrawn }) => [version, withdrawn])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  test('has my number in plain, and nothing of what it is sealed with', async () => {
    const [number] = (await copyOf('rune')).facts['person_number'] ?? [];
    expect(number).toMatchObject({ number: madeUpNumber('1992-08-19'), kind: 'birth-number' });
    expect(Object.keys(number ?? {})).not.toContain('sealed');
  });

  test('has everyone who has looked, itself too, and says who has written', async () => {
    await house.as('ola').get(pageOf('rune'));
    await copyOf('rune');
    const copy = await copyOf('rune');
    const [counted] = await house.owner<{ count: number }>(
      `select count(*)::int from look_up where participant_ids @> array[$1::uuid]`,
      [participants.rune.participantId],
    );
    expect(copy.lookUps).toHaveLength(counted?.count ?? 0);
    expect(copy.lookUps).toContainEqual(
      expect.objectContaining({ who: 'Ola Hauge', purpose: 'person-page' }),
    );
    expect(copy.lookUps.at(-1)).toMatchObject({ who: 'Rune Lende', purpose: 'rights.copy' });
    expect(copy.writers.map(({ name }) => name)).toContain('Ola Hauge');
    expect(copy.logins.length).toBeGreaterThan(0);
  });

  test('stands in my own log', async () => {
    const looks = (await house.as('rune').get<LookUp[]>('/api/my-look-ups')).body;
    expect(looks.some(({ purpose, mine }) => purpose === 'rights.copy' && mine)).toBe(true);
  });

  test('has nothing of anybody else', async () => {
    const rune = JSON.stringify(await copyOf('rune'));
    const others = await house.owner<{ id: string }>('select id from contact where participant_id <> $1', [
      participants.rune.participantId,
    ]);
    expect(others.length).toBeGreaterThan(50);
    for (const { id } of others) expect(rune).not.toContain(id);
  });

  test.each(['ola', 'siren', 'ingunn', 'kari', 'anne', 'mamma', 'per'])(
    'is not for %s to make',
    async (persona) => {
      expect((await house.as(persona).get('/api/my-copy')).said).toBe('404 not-found');
      expect((await pageFor(persona)).statusCode).toBe(404);
    },
  );

  test('takes more than a code', async () => {
    await house.as('tone').get('/api/my-plan');
    await house.owner(
      `update login_session set strength = 'code' where login_user_id = (select id from login_user where persona = 'tone')`,
    );
    expect((await house.as('tone').get('/api/my-copy')).said).toBe('403 needs-stronger-login');
    expect((await pageFor('tone')).statusCode).toBe(403);
    await house.owner(`update login_session set strength = 'strong'`);
    expect((await house.as('tone').get('/api/my-copy')).said).toBe('200');
  });

  test('asked for from another site is refused', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await house.as('rune').get('/api/my-copy', headers)).said).toBe('403 forged-request');
  });
});

describe('the page to read', () => {
  test.each([
    ['nb', 'Alt om Rune Lende', 'Hvem som har sett på dette'],
    ['nn', 'Alt om Rune Lende', 'Kven som har sett på dette'],
    ['en', 'Everything about Rune Lende', 'Who has looked'],
  ])(
    'in %s has every item, who said it, the law it is kept under, and what is withheld',
    async (language, title, looked) => {
      const copy = await copyOf('rune');
      const page = await pageFor('rune', language);
      expect(page.headers['content-disposition']).toBe('attachment; filename="alt-om-meg.html"');
      expect(page.headers['cache-control']).toBe('no-store');
      expect(page.body).toContain(`<h1>${title}</h1>`);
      expect(page.body).toContain(looked);
      expect(page.body.match(/<article/g)).toHaveLength(Object.values(copy.facts).flat().length);
      expect(page.body).toContain('GDPR art. 6 (1) c');
      expect(page.body).toContain('datatilsynet.no');
      expect(page.body).not.toMatch(/undefined|\[object|Invalid Date/);
    },
  );

  test('shows what somebody has written as text, whatever it is', async () => {
    await house.as('rune').post(pageOf('rune', 'wishes'), { words: '<script>alert("x")</script>' });
    const { body } = await pageFor('rune');
    expect(body).not.toContain('<script');
    expect(body).toContain('&#60;script&#62;');
  });

  test('reaches for nothing outside itself', async () => {
    expect((await pageFor('rune')).body).not.toMatch(/src=|href=|url\(|@import/);
  });
});

test('a fact that I may not read is counted and told, and never in silence', async () => {
  await house.owner(
    `drop policy opened on app.contact; create policy opened on app.contact for select to app_user using (legal_class <> 'health-record')`,
  );
  const copy = await copyOf('rune');
  const [there] = await house.owner<{ count: number }>(
    `select count(*)::int from contact where participant_id = $1 and legal_class = 'health-record'`,
    [participants.rune.participantId],
  );
  expect(copy.withheld.items).toMatchObject([
    {
      table: 'contact',
      legalClass: 'health-record',
      count: there?.count,
      reason: 'closed',
      complaint: 'statsforvalteren',
    },
  ]);
  expect((await pageFor('rune')).body).toContain(`${there?.count} av typen «Kontakt» er holdt tilbake`);
});
