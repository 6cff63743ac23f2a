import { beforeEach, describe, expect, test } from 'vitest';
import type { MyLogins } from '#contract/login.ts';
import { personas } from '#db/demo/people.ts';
import type { Browser } from './test-browser.ts';
import { HERE, houseForTests, siren } from './test-openid-house.ts';

const house = await houseForTests();
let browser: Browser;
beforeEach(async () => {
  browser = house.browser();
  await house.owner('update login_session set ended_at = app.now() where ended_at is null');
});

describe('logging out', () => {
  test('leads to the issuer’s own way out, by a token that only this browser could open', async () => {
    await house.logIn(browser, 'arbeid', siren);
    const [kept] = await house.owner<{ logout_hint: Buffer }>(
      'select logout_hint from login_session where ended_at is null and identity_id is not null',
    );
    expect(kept?.logout_hint.toString('latin1')).not.toContain('eyJ');
    const { body } = await browser.delete('/api/session');
    const address = new URL(String(body['address']));
    expect(address.origin).toBe(house.issuer.issuer);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${HERE}/`);
    expect(address.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    expect(await browser.who()).toBeUndefined();
    expect(
      await house.owner(
        `select from login_session where logout_hint is not null and ended_because = 'logged-out'`,
      ),
    ).toEqual([]);
  });

  test('at the issuer ends the session here by its name alone, without a cookie, and the old cookie is dead', async () => {
    await house.logIn(browser, 'arbeid', siren);
    const [{ issuer_session: sid } = { issuer_session: null }] = await house.sessionsOf(
      personas.siren.loginId,
    );
    const frame = house.browser();
    const farewell = (iss: string, name: string) =>
      frame.get(`/api/login/arbeid/logged-out?${new URLSearchParams({ iss, sid: name })}`);
    expect((await farewell('https://evil.example', sid ?? '')).said).toBe('204');
    expect((await farewell(house.issuer.issuer, 'another')).said).toBe('204');
    expect(await browser.who()).toBe('Siren Bø');
    expect((await farewell(house.issuer.issuer, sid ?? '')).said).toBe('204');
    expect(await browser.who()).toBeUndefined();
    expect((await frame.get('/api/login/arbeid/logged-out')).said).toBe('400 bad-request');
  });
});

describe('a second way in', () => {
  test('is added by proving both, in one browser', async () => {
    await house.logIn(browser, 'arbeid', siren);
    const begun = await browser.post('/api/login/attempts', { provider: 'begge', linking: true });
    const answer = await house.answerTo(begun, { subject: 'sub-siren-2', amr: ['mfa'] });
    expect((await browser.get(answer)).place).toBe('/innlogginger?lagt-til=begge');
    const { body } = await browser.get('/api/my-logins');
    expect((body as unknown as MyLogins).waysIn.map(({ provider, here }) => [provider, here])).toEqual([
      ['arbeid', true],
      ['begge', false],
    ]);
  });

  test('is not added without the login it is added to, nor for one with a code alone', async () => {
    expect((await browser.post('/api/login/attempts', { provider: 'begge', linking: true })).said).toBe(
      '401 not-logged-in',
    );
    await house.logIn(browser, 'arbeid', siren);
    const begun = await browser.post('/api/login/attempts', { provider: 'begge', linking: true });
    const answer = await house.answerTo(begun, { subject: 'sub-stranger', amr: ['mfa'] });
    await browser.delete('/api/session');
    expect((await browser.get(answer)).place).toBe('/innlogginger?feil=not-logged-in');
    expect(await house.owner(`select from login_identity where subject = 'sub-stranger'`)).toEqual([]);
  });

  test('is not added when it is somebody else’s', async () => {
    await house.logIn(browser, 'arbeid', siren);
    const begun = await browser.post('/api/login/attempts', { provider: 'begge', linking: true });
    const answer = await house.answerTo(begun, { subject: 'sub-kari', amr: ['mfa'] });
    expect((await browser.get(answer)).place).toBe('/innlogginger?feil=identity-taken');
  });

  test('opens the same login, and is taken away with what is open through it', async () => {
    expect((await house.logIn(browser, 'begge', { subject: 'sub-siren-2', amr: ['mfa'] })).place).toBe('/');
    expect(await browser.who()).toBe('Siren Bø');
    const first = house.browser();
    await house.logIn(first, 'arbeid', siren);
    const waysIn = (await first.get('/api/my-logins')).body as unknown as MyLogins;
    const [own, other] = waysIn.waysIn;
    expect((await first.post('/api/my-logins/way-in-removals', { id: own?.id })).said).toBe('404 not-found');
    expect((await first.post('/api/my-logins/way-in-removals', { id: other?.id })).said).toBe('200');
    expect(await browser.who()).toBeUndefined();
    expect((await house.logIn(browser, 'begge', { subject: 'sub-siren-2', amr: ['mfa'] })).place).toBe(
      '/invitasjon',
    );
  });

  test('of an equal name and e-mail at another issuer makes nobody the same', async () => {
    const equal = {
      subject: 'sub-other',
      amr: ['mfa'],
      claims: { name: 'Siren Bø', email: 'siren@klepp.example' },
    };
    expect((await house.logIn(browser, 'arbeid', equal)).place).toBe('/invitasjon');
    expect(await browser.who()).toBeUndefined();
    expect((await browser.get('/api/my-day')).said).toBe('401 not-logged-in');
  });
});
