import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MyLogins } from '#contract/login.ts';
import { personas } from '#db/demo/people.ts';
import { type Body, type House, openHouse } from '../test-house.ts';
import { type Browser, openBrowser } from './test-browser.ts';

const START = '2024-03-14T08:20+01:00';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1';
const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  await house.owner('delete from login_session');
  await house.clock(START);
});
afterAll(() => house.close());

async function loggedIn(persona: string, userAgent = IPHONE): Promise<Browser> {
  const browser = openBrowser(house.app, userAgent);
  expect((await browser.post('/api/demo/session', { persona })).said).toBe('204');
  return browser;
}
const wait = (minutes: number) =>
  house.owner('update installation set frozen_at = frozen_at + make_interval(mins => $1)', [minutes]);
const cookieOf = (browser: Browser) => browser.cookies.get('__Host-medvandrer');
/** The same browser with another cookie, as a request that is still on its way has. */
function holding(cookie: string | undefined): Browser {
  const browser = openBrowser(house.app);
  browser.cookies.set('__Host-medvandrer', cookie ?? '');
  return browser;
}
const logins = async (browser: Browser) => (await browser.get('/api/my-logins')).body as unknown as MyLogins;

describe('the secret of a session', () => {
  test('is turned after a quarter of an hour, and the forgery token stays', async () => {
    const siren = await loggedIn('siren');
    const [cookie, { body }] = [cookieOf(siren), await siren.get('/api/session')];
    expect(cookieOf(siren)).toBe(cookie);
    await wait(16);
    const later = await siren.get('/api/session');
    expect(cookieOf(siren)).not.toBe(cookie);
    expect(later.body['csrf']).toBe(body['csrf']);
    expect((await siren.get('/api/my-day')).status).toBe(200);
  });

  test('of before lives until the newer is used, and a minute more', async () => {
    const siren = await loggedIn('siren');
    const old = cookieOf(siren);
    await wait(16);
    await siren.get('/api/session');
    // The answer with the newer one got lost: the old one works on, however long that takes.
    await wait(10);
    expect((await holding(old).get('/api/my-day')).status).toBe(200);
    expect((await siren.get('/api/my-day')).status).toBe(200);
    expect((await holding(old).get('/api/my-day')).status).toBe(200);
    await wait(1);
    expect((await holding(old).get('/api/my-day')).said).toBe('401 not-logged-in');
    expect((await siren.get('/api/my-day')).status).toBe(200);
  });

  test('breaks no request among many at once, and is handed out once', async () => {
    const siren = await loggedIn('siren');
    await wait(16);
    const old = cookieOf(siren);
    const asked = Array.from({ length: 12 }, (_, n) => {
      const one = holding(old);
      return one.get(n % 2 === 0 ? '/api/session' : '/api/my-day').then((answer) => ({ answer, one }));
    });
    const answers = await Promise.all(asked);
    expect(answers.map(({ answer }) => answer.status)).toEqual(answers.map(() => 200));
    const newer = new Set(answers.map(({ one }) => cookieOf(one)).filter((cookie) => cookie !== old));
    expect(newer.size).toBe(1);
    const [next] = [...newer];
    const both = await Promise.all(
      [old, next, old, next, next].map((cookie) => holding(cookie).get('/api/my-day')),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  test('that was lost on the way is handed out again', async () => {
    const siren = await loggedIn('siren');
    const old = cookieOf(siren);
    await wait(16);
    const first = holding(old);
    await first.get('/api/session');
    await wait(2);
    const second = holding(old);
    await second.get('/api/session');
    expect(cookieOf(second)).not.toBe(old);
    expect((await second.get('/api/my-day')).status).toBe(200);
    // The first one never became the session's.
    expect((await first.get('/api/my-day')).said).toBe('401 not-logged-in');
  });
});

describe('how long a login lives', () => {
  test.each([
    ['siren', 12],
    ['rune', 8],
  ])('%s has half an hour unused, and %i hours at most', async (persona, hours) => {
    const idle = await loggedIn(persona);
    await wait(29);
    expect((await idle.get('/api/session')).status).toBe(200);
    await wait(30);
    expect((await idle.get('/api/session')).said).toBe('401 not-logged-in');

    const busy = await loggedIn(persona);
    for (let quarters = 0; quarters < 4 * hours; quarters++) {
      expect((await busy.get('/api/session')).status, `${quarters} quarters`).toBe(200);
      await wait(15);
    }
    expect((await busy.get('/api/session')).said).toBe('401 not-logged-in');
  });

  test('is told without being used', async () => {
    const siren = await loggedIn('siren');
    const told = async () => (await siren.get('/api/session/time-left')).body;
    const { idleUntil, endsAt } = await told();
    expect([idleUntil, endsAt]).toEqual(['2024-03-14T07:50:00.000Z', '2024-03-14T19:20:00.000Z']);
    await wait(28);
    expect((await told())['idleUntil']).toBe(idleUntil);
    await siren.get('/api/session');
    expect((await told())['idleUntil']).toBe('2024-03-14T08:18:00.000Z');
    await wait(30);
    expect((await siren.get('/api/session/time-left')).said).toBe('401 not-logged-in');
  });
});

describe('one’s own logins', () => {
  test('are told by device, this one marked, and when last used', async () => {
    const phone = await loggedIn('siren');
    await wait(10);
    const computer = await loggedIn('siren', WINDOWS);
    const { sessions } = await logins(computer);
    const alive = sessions.filter(({ endedAt }) => endedAt === undefined);
    expect(alive.map(({ device, here, method }) => [device?.system, device?.browser, here, method])).toEqual([
      ['windows', 'edge', true, 'demo'],
      ['ios', 'safari', false, 'demo'],
    ]);
    await phone.get('/api/my-day');
    const again = (await logins(computer)).sessions.find(({ device }) => device?.system === 'ios');
    expect(again?.usedAt).toBe('2024-03-14T07:30:00.000Z');
  });

  test('end one by one, at the next request', async () => {
    const [phone, computer] = [await loggedIn('siren'), await loggedIn('siren', WINDOWS)];
    const other = (await logins(computer)).sessions.find(
      ({ here, endedAt }) => !here && endedAt === undefined,
    );
    expect(await computer.post('/api/my-logins/session-endings', { which: other?.id })).toMatchObject({
      said: '200',
      body: { ended: 1 },
    });
    expect((await phone.get('/api/my-day')).said).toBe('401 not-logged-in');
    expect((await computer.post('/api/my-logins/session-endings', { which: other?.id })).said).toBe(
      '404 not-found',
    );
    const ended = (await logins(computer)).sessions.find(({ id }) => id === other?.id);
    expect(ended?.endedBecause).toBe('elsewhere');
  });

  test('end everywhere else at once', async () => {
    const others = await Promise.all([loggedIn('ola'), loggedIn('ola'), loggedIn('ola')]);
    const here = await loggedIn('ola', WINDOWS);
    expect((await here.post('/api/my-logins/session-endings', { which: 'others' })).body).toEqual({
      ended: 3,
    });
    for (const other of others) expect(await other.who()).toBeUndefined();
    expect(await here.who()).toBe('Ola Hauge');
  });

  test('are nobody else’s to see or to end', async () => {
    const siren = await loggedIn('siren');
    const [session] = (await logins(siren)).sessions;
    const rune = await loggedIn('rune');
    expect((await rune.post('/api/my-logins/session-endings', { which: session?.id })).said).toBe(
      '404 not-found',
    );
    expect((await logins(rune)).sessions.map(({ id }) => id)).not.toContain(session?.id);
    expect(await siren.who()).toBe('Siren Bø');
  });

  test('are ended with a token of the page only', async () => {
    const siren = await loggedIn('siren');
    const bare = await siren.post(
      '/api/my-logins/session-endings',
      { which: 'others' },
      { 'x-csrf-token': 'x' },
    );
    expect(bare.said).toBe('403 forged-request');
  });
});

test('ending and using at once leaves nobody in', async () => {
  const [phone, computer] = [await loggedIn('siren'), await loggedIn('siren', WINDOWS)];
  const ask = () => Promise.all(Array.from({ length: 20 }, () => phone.get('/api/my-day')));
  const [, ended] = await Promise.all([
    ask(),
    computer.post('/api/my-logins/session-endings', { which: 'others' }),
  ]);
  expect(ended.said).toBe('200');
  expect(new Set((await ask()).map(({ said }) => said))).toEqual(new Set(['401 not-logged-in']));
});

describe('a login by a code alone', () => {
  const byCode = (login: string) =>
    house.owner<{ id: Body }>(`select open_session($1, $2, 'openid', 'code', null, null, null, null) as id`, [
      login,
      'c'.repeat(43),
    ]);

  test('opens a participant’s own, for a shorter time', async () => {
    const [row] = await byCode(personas.rune.loginId);
    expect(row?.id).not.toBeNull();
    const browser = holding(`${'k'.repeat(43)}.${'c'.repeat(43)}`);
    expect((await browser.get('/api/session')).body).toMatchObject({ name: 'Rune Lende', strength: 'code' });
    await wait(15);
    expect(await browser.who()).toBeUndefined();
  });

  test('opens nothing at all for a worker', async () => {
    const [row] = await byCode(personas.siren.loginId);
    expect(row?.id).toBeNull();
  });
});

test('what lets somebody in is limited by address, and says so in words', async () => {
  const limited = await openHouse({ loginLimit: 3 });
  const browser = openBrowser(limited.app);
  const tries = [];
  for (let time = 0; time < 4; time++)
    tries.push((await browser.post('/api/login/attempts', { provider: 'ukjent' })).said);
  expect(tries).toEqual(['404 not-found', '404 not-found', '404 not-found', '429 too-many-requests']);
  for (let time = 0; time < 4; time++) await browser.get('/api/login/ukjent/callback?code=x&state=x');
  const landed = await browser.get('/api/login/ukjent/callback?code=x&state=x');
  expect([landed.status, landed.place]).toEqual([303, '/?feil=too-many-requests']);
  await limited.close();
});
