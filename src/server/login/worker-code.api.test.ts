import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodesOf } from '#contract/code.ts';
import type { MyPlan } from '#contract/plan.ts';
import { participants, personas, workers } from '#db/demo/people.ts';
import { pageOf } from '../test-house.ts';
import type { Browser } from './test-browser.ts';
import { type CodeHouse, openCodeHouse } from './test-code-house.ts';

let house: CodeHouse;
beforeAll(async () => {
  house = await openCodeHouse();
});
afterAll(() => house.close());

const made = async (worker = 'siren', lost = false) => {
  const answer = await house.codeFor(worker, 'rune', lost);
  expect(answer.status).toBe(201);
  return answer.body;
};
const { rune } = participants;

describe('a code that a worker gives', () => {
  test('is ten letters that are not taken for each other, and lets its participant in with less', async () => {
    const { code, expiresAt, sessionsEnded } = await made();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect([expiresAt, sessionsEnded]).toEqual(['2024-03-14T07:35:00.000Z', 0]);
    const browser = house.browser();
    expect(await house.use(browser, ` ${code.toLowerCase().replace('-', '  ')} `)).toBe('204');
    expect(await browser.who()).toBe('Rune Lende');
    const { body } = await browser.get('/api/session');
    expect(body).toMatchObject({ strength: 'code', idleUntil: '2024-03-14T07:35:00.000Z' });
    expect((await browser.get(pageOf('rune'))).body['roles']).toEqual(['participant-by-code']);
    expect(await house.sessionsOf('rune')).toContainEqual({ strength: 'code', method: 'worker-code' });
  });

  test('is good once, and only the newest of them', async () => {
    const first = await made();
    const second = await made('ola');
    expect(await house.use(house.browser(), first.code)).toBe('422 code-wrong');
    expect(await house.use(house.browser(), second.code)).toBe('204');
    expect(await house.use(house.browser(), second.code)).toBe('422 code-wrong');
  });

  test('of twenty who type it at once, exactly one gets in', async () => {
    const { code } = await made();
    const came = await Promise.all(Array.from({ length: 20 }, () => house.use(house.browser(), code)));
    expect(came.filter((said) => said === '204')).toHaveLength(1);
    expect(new Set(came)).toEqual(new Set(['204', '422 code-wrong']));
  });

  test('is dead after five wrong tries on it, also for the one who then types it right', async () => {
    const { code } = await made();
    const wrong = `${code.slice(0, 4)}${code[4] === 'A' ? 'B' : 'A'}-AAAAA`;
    for (let time = 0; time < 5; time++)
      expect(await house.use(house.browser(), wrong)).toBe('422 code-wrong');
    expect(await house.use(house.browser(), code)).toBe('422 code-wrong');
    const other = await made();
    for (let time = 0; time < 20; time++)
      expect(await house.use(house.browser(), 'AAAAA-AAAAA')).toBe('422 code-wrong');
    expect(await house.use(house.browser(), other.code), 'tries on nothing are not tries on it').toBe('204');
  });

  test('is good for a quarter of an hour', async () => {
    const { code } = await made();
    await house.clock('2024-03-14T08:34:59+01:00');
    const just = await made('ola');
    await house.clock('2024-03-14T08:49:58+01:00');
    expect(await house.use(house.browser(), just.code)).toBe('204');
    const late = await made();
    await house.clock('2024-03-14T09:04:58+01:00');
    expect(await house.use(house.browser(), late.code)).toBe('422 code-wrong');
    expect(await house.use(house.browser(), code)).toBe('422 code-wrong');
    await house.clock('2024-03-14T08:20+01:00');
  });

  test('gives the browser a new secret, and ends the session it held', async () => {
    const browser = house.browser();
    await browser.post('/api/demo/session', { persona: 'tone' });
    const planted = browser.cookies.get('__Host-medvandrer');
    expect(await house.use(browser, (await made()).code)).toBe('204');
    const cookie = browser.cookies.get('__Host-medvandrer');
    expect(cookie).not.toBe(planted);
    const thief = house.browser();
    thief.cookies.set('__Host-medvandrer', String(planted));
    expect(await thief.who()).toBeUndefined();
    expect(await browser.who()).toBe('Rune Lende');
  });

  test('is not typed by another site for somebody, and one that is wrong leaves nobody logged out', async () => {
    const { code } = await made();
    const browser = house.browser();
    const elsewhere = await browser.post(
      '/api/login/code-uses',
      { code },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(elsewhere.said).toBe('403 forged-request');
    await browser.post('/api/demo/session', { persona: 'tone' });
    expect(await house.use(browser, 'AAAAA-AAAAA')).toBe('422 code-wrong');
    expect(await browser.who()).toBe('Tone Skår');
  });
});

describe('whoever is refused is told the same', () => {
  test('with the same status, body and headers, whatever was wrong', async () => {
    const used = await made();
    expect(await house.use(house.browser(), used.code)).toBe('204');
    const dead = await made();
    await house.owner('update login_code set tries_left = 0 where used_at is null');
    const answers = await Promise.all(
      [used.code, dead.code, 'AAAAA-AAAAA', '', 'x', `${dead.code}A`, '🙂'].map(async (code) => {
        const response = await house.app.inject({
          method: 'POST',
          url: '/api/login/code-uses',
          payload: { code },
        });
        return code === ''
          ? undefined
          : [response.statusCode, response.body, { ...response.headers, date: undefined }];
      }),
    );
    const same = answers.filter((one) => one !== undefined);
    for (const one of same) expect(one).toEqual(same[0]);
  });

  test('and by the same work: one search, one count, one row', async () => {
    const { code } = await made();
    const work = async (typed: string) => {
      const before = house.owner<{ n: number }>('select count(*)::int as n from code_miss');
      const [was] = await before;
      await house.use(house.browser(), typed);
      const [is] = await house.owner<{ n: number }>('select count(*)::int as n from code_miss');
      return (is?.n ?? 0) - (was?.n ?? 0);
    };
    expect(await work('ZZZZZ-ZZZZZ')).toBe(1);
    expect(await work(`${code.slice(0, 4)}Z-ZZZZZ`)).toBe(1);
  });

  test('when so many are wrong that it is guessing, nobody gets in for a while, and who guesses learns nothing', async () => {
    const { code } = await made();
    await house.owner(`insert into code_miss (way) select 'worker-code' from generate_series(1, 300)`);
    expect(await house.use(house.browser(), 'AAAAA-AAAAA')).toBe('429 too-many-codes');
    expect(await house.use(house.browser(), code)).toBe('429 too-many-codes');
    await house.owner('delete from code_miss');
    expect(await house.use(house.browser(), code)).toBe('204');
  });
});

describe('who may give one', () => {
  test.each([
    ['christer', '403 not-allowed', 'a peer'],
    ['kari', '403 not-allowed', 'a partner with consent'],
    ['rune', '403 not-allowed', 'the participant themself'],
    ['tone', '404 not-found', 'another participant'],
    ['terje', '404 not-found', 'a system administrator'],
    ['mamma', '403 not-allowed', 'somebody close'],
    ['anne', '404 not-found', 'a leader'],
  ])('%s: %s', async (who, said) => {
    expect((await house.codeFor(who, 'rune')).said).toBe(said);
  });

  test('not one whose time beside the person has ended; and what they gave opens nothing any more', async () => {
    const { code } = await made('ingunn');
    const end = (to: string) =>
      house.owner(
        `update team_membership set valid_to = ${to} where participant_id = $1 and worker_id = $2`,
        [rune.participantId, workers.ingunn.id],
      );
    await end('app.now()');
    expect((await house.codeFor('ingunn', 'rune')).said).toBe('404 not-found');
    expect(await house.use(house.browser(), code)).toBe('422 code-wrong');
    await end('null');
    expect((await house.codeFor('ingunn', 'rune')).status).toBe(201);
  });

  test('not one the participant has closed the door to, and what they gave before opens nothing', async () => {
    const { code } = await made('siren');
    const block = await house.as('rune').post(pageOf('rune', 'closed-doors'), {
      worker: { municipalityId: workers.siren.municipalityId, id: workers.siren.id },
      topics: ['sharing'],
    });
    expect((await house.codeFor('siren', 'rune')).said).toBe('403 not-allowed');
    expect(await house.use(house.browser(), code)).toBe('422 code-wrong');
    await house
      .as('rune')
      .post(pageOf('rune', `closed-doors/${block.id}/withdrawals`), { supersedes: block.id, reason: 'ok' });
  });

  test('not for a login that is closed, and not with one that was made before it was', async () => {
    const { code } = await made();
    const close = `insert into login_closure (municipality_id, login_user_id, closed_by, because) values ($1, $2, $2, 'prøve')`;
    await house.owner(close, [rune.municipalityId, personas.rune.loginId]);
    expect((await house.codeFor('siren', 'rune')).said).toBe('403 login-closed');
    expect(await house.use(house.browser(), code)).toBe('422 code-wrong');
    await house.owner('delete from login_closure');
  });

  test('not where the municipality has turned it off, from the next request', async () => {
    const { code } = await made();
    const decide = (on: boolean) =>
      house.as('terje').post(`/api/code-settings/${rune.municipalityId}`, {
        way: 'worker-code',
        on,
        because: 'Risikoen er vurdert på nytt',
      });
    expect((await decide(false)).said).toBe('201');
    expect((await house.codeFor('siren', 'rune')).said).toBe('409 code-way-off');
    expect(await house.use(house.browser(), code)).toBe('422 code-wrong');
    expect((await decide(true)).said).toBe('201');
    expect((await house.as('siren').get('/api/code-settings')).said).toBe('404 not-found');
  });

  test('needs the page’s own secret', async () => {
    const { cookie } = await house.as('siren').headers();
    const forged = await house.app.inject({
      method: 'POST',
      url: pageOf('rune', 'login-codes'),
      headers: { cookie },
      payload: { because: 'no-way-in' },
    });
    expect(forged.json().code).toBe('forged-request');
  });
});

describe('somebody who has lost their phone', () => {
  test('is logged out everywhere, gets a new code, and the number gets no more codes: in one go', async () => {
    const old: Browser = house.browser();
    expect(await house.use(old, (await made()).code)).toBe('204');
    const { code, sessionsEnded } = await made('siren', true);
    expect(sessionsEnded).toBeGreaterThan(0);
    expect(await old.who()).toBeUndefined();
    const renewed = house.browser();
    expect(await house.use(renewed, code)).toBe('204');
    const { body } = await house.as('siren').get<CodesOf>(pageOf('rune', 'login-codes'));
    expect(body.phone).toBeUndefined();
    expect(body.given.find(({ lostPhone }) => lostPhone)).toMatchObject({
      madeBy: 'Siren Bø',
      usedAt: expect.any(String),
    });
    const mine = await renewed.get('/api/my-logins');
    expect(JSON.stringify(mine.body)).toContain('"endedBecause":"lost"');
  });

  test('reads what was done, by whom, in words; and the notice goes when it is read', async () => {
    await house.clock('2024-03-14T09:00+01:00');
    const plan = async () => (await house.as('rune').get<MyPlan>('/api/my-plan')).body.wayInNews;
    expect(await plan()).toBeDefined();
    const { body } = await house.as('rune').get('/api/my-look-ups');
    const purposes = JSON.stringify(body);
    for (const purpose of ['login-code.make', 'login-code.reconnect']) expect(purposes).toContain(purpose);
    await house.as('rune').get('/api/my-login-codes');
    expect(await plan()).toBeUndefined();
  });
});

test('no code is in our log, in the log of look-ups, or anywhere in the database in plain', async () => {
  const { code } = await made();
  const plain = code.replace('-', '');
  await house.use(house.browser(), code);
  for (const mark of [code, plain]) {
    expect(house.log()).not.toContain(mark);
    for (const table of [
      'login_code',
      'code_miss',
      'outbox',
      'audit',
      'audit_scope',
      'login_session',
      'sent_code',
    ]) {
      const [row] = await house.owner<{ n: number }>(
        `select count(*)::int as n from ${table} t where t::text like '%' || $1 || '%'`,
        [mark],
      );
      expect(row?.n, table).toBe(0);
    }
  }
});
