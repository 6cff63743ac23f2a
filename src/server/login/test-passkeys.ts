// What one does with a device, for tests of passkeys.
import { expect } from 'vitest';
import type { MyPasskeys, NewPasskey, PasskeyAsked } from '#contract/passkey.ts';
import { newSecret } from '../http/session-cookie.ts';
import type { Authenticator } from './test-authenticator.ts';
import type { Answered, Browser } from './test-browser.ts';
import type { OpenidHouse } from './test-openid-house.ts';

/** What a browser is given to have signed, when somebody is to come in. */
export const askedIn = async (browser: Browser): Promise<PasskeyAsked> =>
  (await browser.post('/api/login/passkey-attempts', {})).body as unknown as PasskeyAsked;

/** What a browser is given to have a key made from. */
export const askedToMake = async (browser: Browser, name = 'Min telefon'): Promise<NewPasskey> =>
  (await browser.post('/api/my-passkeys/attempts', { name })).body as unknown as NewPasskey;

export const addTo = async (browser: Browser, device: Authenticator, name?: string): Promise<Answered> =>
  browser.post('/api/my-passkeys', device.make(await askedToMake(browser, name)));

/** Comes in by a device, in a browser with nothing in it. */
export async function comeIn(house: OpenidHouse, device: Authenticator): Promise<Browser> {
  const browser = house.browser();
  const answer = await browser.post('/api/login/passkey-answers', device.answer(await askedIn(browser)));
  expect(answer.said).toBe('204');
  return browser;
}

export const passkeysOf = async (browser: Browser): Promise<MyPasskeys> =>
  (await browser.get('/api/my-passkeys')).body as unknown as MyPasskeys;

/** A browser that somebody came in on by the weaker login, and its secret. */
export async function byCode(house: OpenidHouse, login: string): Promise<{ weak: Browser; secret: string }> {
  const secret = newSecret();
  await house.owner(`select app.open_session($1, $2, 'demo', 'code', null, null, null, null)`, [
    login,
    secret,
  ]);
  const weak = house.browser();
  weak.cookies.set('__Host-medvandrer', `${newSecret()}.${secret}`);
  return { weak, secret };
}
