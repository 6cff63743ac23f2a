import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { participants } from '#db/demo/people.ts';
import { pageOf } from '../test-house.ts';
import type { Browser } from './test-browser.ts';
import { type CodeHouse, openCodeHouse, RUNES_PHONE } from './test-code-house.ts';

let house: CodeHouse;
let browser: Browser;
beforeAll(async () => {
  house = await openCodeHouse();
});
beforeEach(async () => {
  browser = house.browser();
  house.away(false);
  // Other tests' askings are not this one's.
  await house.owner(
    `update sent_code set asked_at = asked_at - interval '2 days', expires_at = least(expires_at, app.now())`,
  );
  await house.owner('delete from code_miss');
});
afterAll(() => house.close());

const UNKNOWN = '900 00 199';
const ask = async (phone = RUNES_PHONE, by = browser) =>
  (await by.post('/api/login/phone-codes', { phone })).said;
const type = async (code: string, by = browser) =>
  (await by.post('/api/login/phone-code-uses', { code })).said;
const askAndReceive = async (by = browser) => {
  expect(await ask(RUNES_PHONE, by)).toBe('204');
  await house.deliver();
  return house.digits();
};
const wrong = (code: string) => code.replace(/^./, (digit) => String((Number(digit) + 1) % 10));

describe('a code by SMS', () => {
  test('comes to the agreed number, says nothing of whom it comes from, and lets its owner in with less', async () => {
    const code = await askAndReceive();
    expect(code).toMatch(/^[0-9]{6}$/);
    expect(house.received()[0]).toBe(
      `Koden din er ${code}. Den gjelder i 10 minutter. Skriv den selv, og gi den ikke til noen. Har du ikke bedt om den, kan du se bort fra meldingen.`,
    );
    expect(await type(` ${code.slice(0, 3)} ${code.slice(3)} `)).toBe('204');
    expect(await browser.who()).toBe('Rune Lende');
    expect((await browser.get('/api/session')).body).toMatchObject({ strength: 'code' });
    expect(await house.sessionsOf('rune')).toContainEqual({ strength: 'code', method: 'sms-code' });
    expect(browser.cookies.get('__Host-medvandrer-login')).toBeUndefined();
  });

  test('comes in the language of the one who asked', async () => {
    await browser.post('/api/login/phone-codes', { phone: RUNES_PHONE }, { 'accept-language': 'nn' });
    await house.deliver();
    expect(house.received()[0]).toContain('Han gjeld i 10 minutt.');
  });

  test('is good once, in the browser that asked for it, and only the newest', async () => {
    const first = await askAndReceive();
    const second = await askAndReceive();
    expect(await type(second, house.browser())).toBe('409 code-gone');
    if (first !== second) expect(await type(first)).toBe('422 code-wrong');
    expect(await type(second)).toBe('204');
    const again = house.browser();
    expect(await type(second, again)).toBe('409 code-gone');
  });

  test('of twenty who type it at once, exactly one gets in', async () => {
    const code = await askAndReceive();
    const cookie = `__Host-medvandrer-login=${browser.cookies.get('__Host-medvandrer-login')}`;
    const came = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { statusCode } = await house.app.inject({
          method: 'POST',
          url: '/api/login/phone-code-uses',
          headers: { cookie },
          payload: { code },
        });
        return statusCode;
      }),
    );
    expect(came.filter((status) => status === 204)).toHaveLength(1);
  });

  test('is dead after three wrong tries', async () => {
    const code = await askAndReceive();
    expect(await type(wrong(code))).toBe('422 code-wrong');
    expect(await type(wrong(code))).toBe('422 code-wrong');
    expect(await type(wrong(code))).toBe('409 code-gone');
    expect(await type(code)).toBe('409 code-gone');
  });

  test('is good for ten minutes', async () => {
    const code = await askAndReceive();
    await house.clock('2024-03-14T08:30+01:00');
    expect(await type(code)).toBe('409 code-gone');
    await house.clock('2024-03-14T08:20+01:00');
  });

  test('is not asked for or typed by another site for somebody', async () => {
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    for (const [path, body] of [
      ['phone-codes', { phone: RUNES_PHONE }],
      ['phone-code-uses', { code: '123456' }],
    ] as const)
      expect((await browser.post(`/api/login/${path}`, body, elsewhere)).said).toBe('403 forged-request');
  });

  test('opens nothing when the number has been taken away since it was sent', async () => {
    const code = await askAndReceive();
    await house.owner(
      'begin; set local session_replication_role = replica; update login_phone set superseded = true; commit',
    );
    expect(await type(code)).toBe('422 code-wrong');
    await house.owner('update login_phone set superseded = false');
    expect(await type(code)).toBe('204');
  });

  test('does not come when the municipality has said no, the login is closed, or several have agreed on the number', async () => {
    const came = async () => {
      const before = house.received().length;
      expect(await ask()).toBe('204');
      await house.deliver();
      return house.received().length - before;
    };
    const { municipalityId, participantId } = participants.rune;
    const decide = (on: boolean) =>
      house
        .as('terje')
        .post(`/api/code-settings/${municipalityId}`, { way: 'sms-code', on, because: 'Prøve' });
    await decide(false);
    expect(await came()).toBe(0);
    await decide(true);
    await house.owner(
      `insert into login_closure (municipality_id, login_user_id, closed_by, because) select $1, id, id, 'x' from login_user where participant_id = $2`,
      [municipalityId, participantId],
    );
    expect(await came()).toBe(0);
    await house.owner('delete from login_closure');
    await house.owner(
      `insert into login_phone (municipality_id, id, participant_id, fact_id, happened_at, recorded_by, said_by, legal_class, phone, agreed_how, notices)
        select $1, x, $2, x, app.now(), $2, $2, 'shared-plan', '+4790000101', 'self', false from app.uuid7() x`,
      [participants.tone.municipalityId, participants.tone.participantId],
    );
    expect(await came()).toBe(0);
    await house.owner('delete from login_phone where participant_id = $1', [participants.tone.participantId]);
    expect(await came()).toBe(1);
  });
});

describe('asking tells nobody anything', () => {
  const answerTo = async (url: string, payload: object, cookie = '') => {
    const response = await house.app.inject({ method: 'POST', url, payload, headers: { cookie } });
    const { 'set-cookie': set } = response.headers;
    // What counts requests, whoever sends them, and what tells the time.
    const headers = Object.entries(response.headers).filter(
      ([name]) => !/^(set-cookie|date|x-ratelimit-.*)$/.test(name),
    );
    return {
      answer: [response.statusCode, response.body, headers, String(set).replace(/=[\w-]{43}/, '=…')],
      cookie: String(set).split(';')[0] ?? '',
    };
  };
  const rowsNow = async () => {
    const [row] = await house.owner<{ rows: string }>(
      `select concat_ws(' ', (select count(*) from sent_code), (select count(*) from outbox), (select count(*) from audit), (select count(*) from code_miss)) as rows`,
    );
    return (row?.rows ?? '').split(' ').map(Number);
  };

  test('the answers are the same to a number that is known, one that is not, and one that cannot be', async () => {
    const work: number[][] = [];
    const answers = [];
    for (const phone of [RUNES_PHONE, UNKNOWN, '51 00 00 00']) {
      const before = await rowsNow();
      answers.push((await answerTo('/api/login/phone-codes', { phone })).answer);
      work.push((await rowsNow()).map((count, place) => count - (before[place] ?? 0)));
    }
    for (const one of answers) expect(one).toEqual(answers[0]);
    expect(work).toEqual([
      [1, 0, 0, 0],
      [1, 0, 0, 0],
      [1, 0, 0, 0],
    ]);
  });

  test('and so are those to a wrong code, also when the right one would not have helped', async () => {
    const said = [];
    for (const phone of [RUNES_PHONE, UNKNOWN]) {
      const { cookie } = await answerTo('/api/login/phone-codes', { phone });
      await house.deliver();
      const tries = [];
      for (let time = 0; time < 4; time++)
        tries.push((await answerTo('/api/login/phone-code-uses', { code: 'abcdef' }, cookie)).answer);
      said.push(tries);
    }
    expect(said[1]).toEqual(said[0]);
  });

  test('a number nobody has agreed on is not kept, and nobody can come in by its code', async () => {
    await ask(UNKNOWN);
    await house.deliver();
    const rows = await house.owner<{ sealed: null; participant: null; hash: Buffer }>(
      `select sealed, participant_id as participant, code_hash as hash from sent_code where expires_at > app.now()`,
    );
    expect(rows).toMatchObject([{ sealed: null, participant: null }]);
    expect(house.received(UNKNOWN)).toEqual([]);
  });

  test('four an hour and ten a day to one number, whether it is known or not', async () => {
    for (const phone of [RUNES_PHONE, UNKNOWN]) {
      for (let time = 0; time < 4; time++) expect(await ask(phone, house.browser())).toBe('204');
      expect(await ask(phone, house.browser())).toBe('429 too-many-codes');
    }
    for (const [hour, more] of [
      ['10', 4],
      ['12', 2],
    ] as const) {
      await house.clock(`2024-03-14T${hour}:00+01:00`);
      for (let time = 0; time < more; time++) expect(await ask()).toBe('204');
    }
    expect(await ask()).toBe('429 too-many-codes');
    await house.clock('2024-03-14T08:20+01:00');
  });

  test('many at once are counted as many', async () => {
    const said = await Promise.all(Array.from({ length: 12 }, () => ask(RUNES_PHONE, house.browser())));
    expect(said.filter((one) => one === '204')).toHaveLength(4);
  });

  test('five hundred to everyone in ten minutes, and no more', async () => {
    await house.owner(
      `insert into sent_code (purpose, browser_hash, phone_mark, code_hash, expires_at, tries_left, looked_up_at)
        select 'login', 'x', int4send(n), 'x', app.now() + interval '10 minutes', 3, app.now() from generate_series(1, 500) n`,
    );
    expect(await ask()).toBe('429 too-many-codes');
    await house.owner(`delete from sent_code where browser_hash = 'x'`);
    expect(await ask()).toBe('204');
  });

  test('a number that is guessed at for days gets no more codes, until its owner has come in again', async () => {
    const [row] = await house.owner<{ mark: Buffer }>(
      `select phone_mark as mark from sent_code where participant_id is not null limit 1`,
    );
    await house.owner(
      `insert into sent_code (purpose, browser_hash, phone_mark, code_hash, asked_at, expires_at, tries_left, looked_up_at)
        select 'login', 'y', $1, 'x', app.now() + interval '1 minute' - make_interval(days => 2), app.now() - interval '1 day', 0, app.now() from generate_series(1, 10) n`,
      [row?.mark],
    );
    await house.owner(`update sent_code set used_at = null where phone_mark = $1`, [row?.mark]);
    const before = house.received().length;
    expect(await ask()).toBe('204');
    await house.deliver();
    expect(house.received()).toHaveLength(before);
    await house.owner(`delete from sent_code where browser_hash = 'y'`);
  });
});

describe('somebody who lives with another', () => {
  test('reads nothing in the log of look-ups that is not there: nobody looked', async () => {
    const [before] = await house.owner<{ n: number }>('select count(*)::int as n from audit');
    await ask();
    await house.deliver();
    const [after] = await house.owner<{ n: number }>('select count(*)::int as n from audit');
    expect(after).toEqual(before);
    expect((await house.as('rune').get(pageOf('rune', 'login-codes'))).status).toBe(200);
  });
});

test('neither number nor code is in our log or in the database in plain, before or after it is sent', async () => {
  const marks = ['90000177', '+4790000177'];
  await browser.post('/api/login/phone-codes', { phone: marks[0] });
  const stands = async (mark: string) => {
    expect(house.log()).not.toContain(mark);
    for (const table of ['sent_code', 'outbox', 'audit', 'audit_scope', 'code_miss']) {
      const [row] = await house.owner<{ n: number }>(
        `select count(*)::int as n from ${table} t where t::text like '%' || $1 || '%'`,
        [mark],
      );
      expect(row?.n, table).toBe(0);
    }
  };
  for (const mark of marks) await stands(mark);
  const code = await askAndReceive();
  await type(wrong(code));
  expect(house.log()).not.toContain(code);
  await type(code);
  await house.deliver();
  for (const mark of [...marks, '90000101']) await stands(mark);
  expect(house.log()).not.toContain(code);
  const [sealed] = await house.owner<{ n: number }>(
    'select count(*)::int as n from sent_code where sealed is not null and used_at is not null',
  );
  expect(sealed?.n).toBe(0);
});
