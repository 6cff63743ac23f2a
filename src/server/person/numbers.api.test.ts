import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LookUp } from '#contract/look-up.ts';
import type { PersonPage } from '#contract/person.ts';
import type { ShownNumbers } from '#contract/person-number.ts';
import { madeUpNumber } from '#db/demo/numbers.ts';
import { organisations, participants } from '#db/demo/people.ts';
import { type House, nyStart, openHouse, pageOf } from '../test-house.ts';

const RUNES = madeUpNumber('1992-08-19');
const TONES = madeUpNumber('1988-03-04');
const OTHERS = madeUpNumber('1971-11-30');
let house: House;
beforeAll(async () => {
  house = await openHouse({ logLevel: 'trace' });
});
afterAll(() => house.close());

const numbersOf = (who: 'rune' | 'tone', persona: string) =>
  house.as(persona).get<ShownNumbers>(pageOf(who, 'person-numbers'));
const looks = async () => (await house.as('rune').get<LookUp[]>('/api/my-look-ups')).body;

describe('a number', () => {
  test('is shown when it is asked for, and the one it is about reads that it was', async () => {
    expect((await numbersOf('rune', 'ola')).body).toMatchObject([{ kind: 'birth-number', number: RUNES }]);
    expect(await looks()).toContainEqual(
      expect.objectContaining({ who: 'Ola Hauge', purpose: 'person-number.show' }),
    );
  });

  test('is the participant’s own to see', async () => {
    expect((await numbersOf('rune', 'rune')).body).toMatchObject([{ number: RUNES }]);
  });

  test('stands on nobody’s screen unasked', async () => {
    for (const persona of ['ola', 'siren', 'ingunn']) {
      const page = await house.as(persona).get<PersonPage>(pageOf('rune'));
      expect(
        page.body.numbers?.map(({ kind }) => kind),
        persona,
      ).toEqual(['birth-number']);
      expect(page.text).not.toContain(RUNES);
    }
    expect((await house.as('rune').get('/api/my-plan')).text).not.toContain(RUNES);
  });

  test.each(['kari', 'christer', 'mamma', 'per', 'anne', 'jon', 'tone'])(
    'is not there for %s',
    async (persona) => {
      expect((await numbersOf('rune', persona)).said).toBe('404 not-found');
      expect((await house.as(persona).get<PersonPage>(pageOf('rune'))).body.numbers).toBeUndefined();
    },
  );

  test('is written by those who may, once of each kind', async () => {
    const siren = house.as('siren');
    expect(
      (
        await siren.post(pageOf('tone', 'person-numbers'), {
          number: `${TONES.slice(0, 6)} ${TONES.slice(6)}`,
        })
      ).said,
    ).toBe('201');
    expect((await siren.post(pageOf('tone', 'person-numbers'), { number: OTHERS })).said).toBe(
      '409 already-done',
    );
    expect((await siren.post(pageOf('tone', 'person-numbers'), { number: '209900000103' })).said).toBe('201');
    expect((await siren.post(pageOf('tone', 'local-numbers'), { because: 'none-yet' })).said).toBe(
      '409 already-done',
    );
    expect(
      (await house.as('ingunn').post(pageOf('rune', 'person-numbers'), { number: '209900000103' })).said,
    ).toBe('403 not-allowed');
    expect((await house.as('kari').post(pageOf('rune', 'person-numbers'), { number: OTHERS })).said).toBe(
      '403 not-allowed',
    );
  });

  test.each([
    ['01819010193', 'number-check-digits'],
    ['30829011111', 'number-no-such-day'],
    ['1234567890', 'number-shape'],
    ['09749122282', 'number-series-unknown'],
    // In two pieces: no number that may be somebody’s stands whole in the repository.
    [['12478', '021079'].join(''), 'number-may-be-real'],
    [['81234', '567802'].join(''), 'number-may-be-real'],
    ['1121-000007-00', 'number-check-digits'],
  ])('that is %s is refused as %s', async (number, refusal) => {
    const refused = await house.as('siren').post(pageOf('tone', 'person-numbers'), { number });
    expect(refused.said).toBe(`422 ${refusal}`);
    expect(refused.text).not.toContain(number);
  });

  test('that was wrong is put right, and the old one stays in the history', async () => {
    const [before] = (await numbersOf('tone', 'siren')).body;
    const correct = (body: object) =>
      house.as('siren').post(pageOf('tone', `person-numbers/${before?.id}/corrections`), {
        supersedes: before?.versionId,
        reason: 'Skrevet feil',
        ...body,
      });
    expect((await correct({ number: '209900000910' })).said).toBe('422 number-other-kind');
    const both = await Promise.all([correct({ number: OTHERS }), correct({ number: TONES })]);
    expect(both.map(({ said }) => said).sort()).toEqual(['201', '409 stale-version']);
    const versions = await house.owner(
      `select version from person_number where participant_id = $1 and fact_id = $2`,
      [participants.tone.participantId, before?.id],
    );
    expect(versions).toHaveLength(2);
  });

  test('is no text in the database, the log or an address', async () => {
    const [dumped] = await house.owner<{ all: string }>(
      `select string_agg(p::text, '') || (select count(*) from person_number) as all from person_number p`,
    );
    for (const number of [RUNES, TONES, OTHERS]) {
      expect(dumped?.all).not.toContain(number);
      expect(dumped?.all).not.toContain(Buffer.from(number).toString('hex'));
      expect(house.log()).not.toContain(number);
    }
  });

  test('cannot be guessed from what is kept of a request that is sent again', async () => {
    const key = '018e0000-0000-7000-8000-000000000001';
    const path = '/api/enquiries';
    const body = {
      home: organisations.navTime.municipalityId,
      service: nyStart,
      source: 'nav',
      givenName: 'Una',
      words: 'Ringte.',
      personNumber: madeUpNumber('1966-06-06'),
    };
    const sent = await house
      .as('siren')
      .post<{ participantId: string }>(path, body, { 'idempotency-key': key });
    const again = await house
      .as('siren')
      .post<{ participantId: string }>(path, body, { 'idempotency-key': key });
    expect([sent.said, again.body.participantId]).toEqual(['201', sent.body.participantId]);
    const [kept] = await house.owner<{ body_hash: Buffer }>(
      'select body_hash from request_key where key = $1',
      [key],
    );
    const guess = createHash('sha256')
      .update(`${path}\n${JSON.stringify(body)}`)
      .digest();
    expect(kept?.body_hash.equals(guess)).toBe(false);
  });

  test('on somebody else’s row opens no more', async () => {
    await house.owner(
      `update person_number set sealed = (select sealed from person_number where participant_id = $1 limit 1)
        where participant_id = $2 and kind = 'duf'`,
      [participants.rune.participantId, participants.tone.participantId],
    );
    expect((await numbersOf('tone', 'siren')).said).toBe('500 something-broke');
    await house.owner(`delete from person_number where participant_id = $1 and kind = 'duf'`, [
      participants.tone.participantId,
    ]);
  });
});

describe('searching by a number', () => {
  const find = async (persona: string, query: string) =>
    (
      await house.as(persona).post<{ people: { participantId: string }[] }>('/api/people/search', { query })
    ).body.people.map(({ participantId }) => participantId);

  test('finds the one among one’s own, also as it stands on paper, and is told in the log', async () => {
    expect(await find('ola', RUNES)).toEqual([participants.rune.participantId]);
    expect(await find('ola', `${RUNES.slice(0, 6)} ${RUNES.slice(6)}`)).toEqual([
      participants.rune.participantId,
    ]);
    expect(await looks()).toContainEqual(expect.objectContaining({ purpose: 'person-number.find' }));
  });

  test('finds nobody by a part of it', async () => {
    expect(await find('ola', RUNES.slice(0, 10))).toEqual([]);
    expect(await find('ola', OTHERS.replace(/^./, '4'))).toEqual([]);
  });

  test.each(['kari', 'christer', 'per'])('tells %s, who may not see it, nothing', async (persona) => {
    expect(await find(persona, RUNES)).toEqual([]);
  });
});

describe('an enquiry with a number', () => {
  const enquiry = {
    home: organisations.navTime.municipalityId,
    service: nyStart,
    source: 'nav',
    givenName: 'Ukjent',
    words: 'Vil ha noen å snakke med.',
  };
  test('about one’s own says who it is, and adds nobody', async () => {
    const before = await house.counts();
    const answer = await house
      .as('siren')
      .post<{ known?: { name: string }[] }>('/api/enquiries', { ...enquiry, personNumber: RUNES });
    expect(answer.said).toBe('409 already-known');
    expect(answer.body.known).toMatchObject([{ name: 'Rune Lende' }]);
    expect(await house.counts()).toEqual(before);
  });

  test('about somebody others know, or nobody, looks the same, and keeps the number', async () => {
    const strangers = [];
    for (const personNumber of [RUNES, OTHERS])
      strangers.push(
        await house
          .as('kari')
          .post<{ participantId: string }>('/api/enquiries', { ...enquiry, personNumber }),
      );
    expect(strangers.map(({ said }) => said)).toEqual(['201', '201']);
    for (const [at, number] of [RUNES, OTHERS].entries()) {
      const page = `/api/people/${strangers[at]?.body.participantId}/person-numbers`;
      const kept = await house.owner('select from person_number where participant_id = $1', [
        strangers[at]?.body.participantId,
      ]);
      expect(kept, number).toHaveLength(1);
      expect((await house.as('kari').get(page)).said).toBe('404 not-found');
    }
  });

  test('that is no number is refused before anybody is looked for', async () => {
    expect(
      (await house.as('siren').post('/api/enquiries', { ...enquiry, personNumber: '01819010193' })).said,
    ).toBe('422 number-check-digits');
  });

  test('makes the new person findable by it', async () => {
    const number = madeUpNumber('1979-05-17');
    const { body } = await house
      .as('siren')
      .post<{ participantId: string }>('/api/enquiries', { ...enquiry, personNumber: number });
    const found = await house
      .as('siren')
      .post<{ people: { participantId: string }[] }>('/api/people/search', { query: number });
    expect(found.body.people.map(({ participantId }) => participantId)).toEqual([body.participantId]);
  });
});

test('a local number is made by the municipality, and two at once get two', async () => {
  const made = await Promise.all(
    ['Ada', 'Bo'].map((givenName) =>
      house.as('siren').post<{ participantId: string }>('/api/enquiries', {
        home: organisations.navTime.municipalityId,
        service: nyStart,
        source: 'street',
        givenName,
        words: 'Kom innom.',
      }),
    ),
  );
  const given = await Promise.all(
    made.map(({ body }) =>
      house.as('siren').post(`/api/people/${body.participantId}/local-numbers`, { because: 'none-yet' }),
    ),
  );
  expect(given.map(({ said }) => said)).toEqual(['201', '201']);
  const numbers = await Promise.all(
    made.map(
      async ({ body }) =>
        (await house.as('siren').get<ShownNumbers>(`/api/people/${body.participantId}/person-numbers`))
          .body[0]?.number,
    ),
  );
  expect(new Set(numbers).size).toBe(2);
  expect(numbers[0]).toMatch(/^1121-00000[12]-\d\d$/);
  expect((await house.as('rune').post(pageOf('rune', 'local-numbers'), { because: 'none-yet' })).said).toBe(
    '403 not-yours-to-do',
  );
});
