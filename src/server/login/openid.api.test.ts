import { beforeEach, describe, expect, test } from 'vitest';
import { personas } from '#db/demo/people.ts';
import { openRelyingParty } from './relying-party.ts';
import type { Browser } from './test-browser.ts';
import { HERE, houseForTests, rune, siren } from './test-openid-house.ts';

const house = await houseForTests();
let browser: Browser;
beforeEach(async () => {
  browser = house.browser();
  await house.owner('update login_session set ended_at = app.now() where ended_at is null');
});

describe('logging in by an issuer', () => {
  test('leads a worker to where they were going, with two factors proved', async () => {
    const landed = await house.logIn(browser, 'arbeid', siren, '/deltakere');
    expect([landed.status, landed.place]).toEqual([303, '/deltakere']);
    expect(await browser.who()).toBe('Siren Bø');
    expect((await browser.get('/api/my-day')).status).toBe(200);
    expect(await house.sessionsOf(personas.siren.loginId)).toEqual([
      { strength: 'strong', method: 'openid', issuer_session: expect.stringMatching(/.{10}/) },
    ]);
  });

  test('leads a participant to their plan, by a key instead of a secret', async () => {
    expect((await house.logIn(browser, 'id-porten', rune)).place).toBe('/');
    expect(await browser.who()).toBe('Rune Lende');
    expect((await browser.get('/api/my-plan')).status).toBe(200);
  });

  test('asks with PKCE, state, nonce and the level, and pushes them where the issuer takes that', async () => {
    const { body } = await browser.post('/api/login/attempts', { provider: 'id-porten' });
    const address = new URL(String(body['address']));
    // Pushed, so that nothing of it stands in an address.
    expect([...address.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
    const [attempt] = await house.owner('select * from login_attempt where provider = $1', ['id-porten']);
    for (const secret of ['state', 'nonce', 'verifier'])
      expect(String(attempt?.[secret])).toMatch(/^[\w-]{43}$/);
  });

  test('gives a new secret, and what the browser held before opens nothing', async () => {
    await house.logIn(browser, 'arbeid', siren);
    const before = new Map(browser.cookies);
    await house.logIn(browser, 'arbeid', siren);
    expect(browser.cookies.get('__Host-medvandrer')).not.toBe(before.get('__Host-medvandrer'));
    const held = house.browser();
    for (const [name, value] of before) held.cookies.set(name, value);
    expect(await held.who()).toBeUndefined();
    expect(await house.sessionsOf(personas.siren.loginId)).toHaveLength(1);
  });

  test('lands only in here, wherever it is asked to', async () => {
    for (const back of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:1',
      '/a\nb',
      '',
    ])
      expect((await browser.post('/api/login/attempts', { provider: 'arbeid', back })).said, back).toBe(
        '400 bad-request',
      );
  });

  test('of an issuer that is away is said in words, and is no fault of ours', async () => {
    const begun = await browser.post('/api/login/attempts', { provider: 'borte' });
    expect(begun.said).toBe('503 issuer-away');
    expect((await browser.post('/api/login/attempts', { provider: 'ukjent' })).said).toBe('404 not-found');
  });

  test('is not begun from another site', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await browser.post('/api/login/attempts', { provider: 'arbeid' }, foreign)).said).toBe(
      '403 forged-request',
    );
  });
});

describe('a login is refused, and nobody is logged in', () => {
  const expectRefused = async (answer: { place: string | undefined }, code: string) => {
    expect(answer.place).toBe(`/?feil=${code}`);
    expect(await browser.who()).toBeUndefined();
    expect(await house.sessionsOf(personas.siren.loginId)).toEqual([]);
    expect(await house.sessionsOf(personas.rune.loginId)).toEqual([]);
  };

  test.each([
    ['below what was asked', 'idporten-loa-low'],
    ['that nobody knows', 'idporten-loa-supreme'],
    ['that is missing', undefined],
  ])('with a level %s', async (_, acr) => {
    const weak = { subject: 'sub-rune', ...(acr === undefined ? {} : { acr }) };
    await expectRefused(await house.logIn(browser, 'id-porten', weak), 'login-too-weak');
  });

  test.each([
    ['one factor', ['pwd']],
    ['no word on factors', undefined],
  ])('for a worker with %s', async (_, amr) => {
    const weak = { subject: 'sub-siren', ...(amr === undefined ? {} : { amr }) };
    await expectRefused(await house.logIn(browser, 'arbeid', weak), 'login-too-weak');
  });

  test('when the way in is for somebody else', async () => {
    const workerAmongParticipants = { subject: 'sub-siren', acr: 'idporten-loa-high' };
    await expectRefused(
      await house.logIn(browser, 'id-porten', workerAmongParticipants),
      'way-in-not-for-you',
    );
    await expectRefused(
      await house.logIn(browser, 'arbeid', { subject: 'sub-rune', amr: ['mfa'] }),
      'way-in-not-for-you',
    );
  });

  test.each([
    ['nothing', undefined],
    ['another organisation', [{ type: 'ansattporten:orgno', orgno: { ID: '0192:999999999' } }]],
    ['the right one by another type', [{ type: 'mine:orgno', orgno: { ID: '0192:964978751' } }]],
  ])('when the token acts for %s', async (_, details) => {
    await house.owner(
      `update organisation set organisation_number = '964978751' where id in (select organisation_id from worker w join login_worker k on k.worker_id = w.id where k.login_user_id = $1)`,
      [personas.kari.loginId],
    );
    const kari = {
      subject: 'sub-kari',
      amr: ['mfa'],
      claims: details === undefined ? {} : { authorization_details: details },
    };
    await expectRefused(await house.logIn(browser, 'virksomhet', kari), 'organisation-not-represented');
  });

  test('and is not when it acts for where one works', async () => {
    const details = [
      { type: 'ansattporten:orgno', orgno: { authority: 'iso6523-actorid-upis', ID: '0192:964978751' } },
    ];
    const kari = { subject: 'sub-kari', amr: ['mfa'], claims: { authorization_details: details } };
    expect((await house.logIn(browser, 'virksomhet', kari)).place).toBe('/');
  });

  test('when somebody turned back at the issuer', async () => {
    await browser.post('/api/login/attempts', { provider: 'arbeid' });
    const [attempt] = await house.owner<{ state: string }>(
      'select state from login_attempt order by expires_at desc limit 1',
    );
    const query = new URLSearchParams({
      error: 'access_denied',
      state: attempt?.state ?? '',
      iss: house.issuer.issuer,
    });
    await expectRefused(await browser.get(`/api/login/arbeid/callback?${query}`), 'login-cancelled');
  });

  test('without state, with another browser’s, with one used before, or one too old', async () => {
    const begun = await browser.post('/api/login/attempts', { provider: 'arbeid' });
    const answer = await house.answerTo(begun, siren);
    await expectRefused(await browser.get('/api/login/arbeid/callback?code=x'), 'login-attempt-gone');
    await expectRefused(
      await browser.get(answer.replace(/state=[^&]+/, 'state=other')),
      'login-attempt-gone',
    );
    // Somebody else's browser is made to take the answer: login CSRF.
    const victim = house.browser();
    await victim.post('/api/login/attempts', { provider: 'arbeid' });
    expect((await victim.get(answer)).place).toBe('/?feil=login-attempt-gone');
    expect(await victim.who()).toBeUndefined();
    // The answer of one issuer brought to another's door.
    await expectRefused(await browser.get(answer.replace('/arbeid/', '/begge/')), 'login-attempt-gone');
    await house.owner(`update login_attempt set expires_at = app.now()`);
    await expectRefused(await browser.get(answer), 'login-attempt-gone');
  });

  test('with an answer that was used already', async () => {
    const begun = await browser.post('/api/login/attempts', { provider: 'arbeid' });
    const answer = await house.answerTo(begun, siren);
    expect((await browser.get(answer)).place).toBe('/');
    await browser.delete('/api/session');
    await expectRefused(await browser.get(answer), 'login-attempt-gone');
  });

  test.each([
    ['a code that was used already', { code: true }],
    ['another verifier than was promised (PKCE)', { verifier: true }],
    ['another place to come back to', { redirect: true }],
  ])('with %s, by the issuer itself', async (_, wrong) => {
    const begun = await browser.post('/api/login/attempts', { provider: 'arbeid' });
    const answer = await house.answerTo(begun, siren);
    const [attempt] = await house.owner<{ state: string; nonce: string; verifier: string }>(
      'select state, nonce, verifier from login_attempt where state = $1',
      [new URL(answer, HERE).searchParams.get('state')],
    );
    if (attempt === undefined) throw new Error('no attempt');
    const provider = house.providers.find(({ id }) => id === 'arbeid');
    if (provider === undefined) throw new Error('no provider');
    const { search } = new URL(answer, HERE);
    if ('code' in wrong) await openRelyingParty([provider], HERE).receive(provider, search.slice(1), attempt);
    const elsewhere = openRelyingParty([provider], 'redirect' in wrong ? 'http://localhost:1' : HERE);
    const verifier = 'verifier' in wrong ? attempt.nonce : attempt.verifier;
    await expect(
      elsewhere.receive(provider, search.slice(1), { ...attempt, verifier }),
    ).rejects.toMatchObject({ fault: { refusal: 'login-not-trusted', reason: 'code-refused' } });
  });
});

test('nothing that came from the issuer stands in our log, and the reason does', async () => {
  const begun = await browser.post('/api/login/attempts', { provider: 'arbeid' });
  const answer = await house.answerTo(begun, siren);
  await browser.get(answer.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example'));
  expect(house.log()).toContain('"reason":"wrong-issuer"');
  const { searchParams } = new URL(answer, HERE);
  for (const secret of [searchParams.get('code'), searchParams.get('state'), 'sub-siren', 'evil.example'])
    expect(house.log()).not.toContain(secret);
});
