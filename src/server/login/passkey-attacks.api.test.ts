import { beforeEach, describe, expect, test } from 'vitest';
import { personas } from '#db/demo/people.ts';
import { type Authenticator, openAuthenticator } from './test-authenticator.ts';
import type { Answered, Browser } from './test-browser.ts';
import { HERE, houseForTests, rune } from './test-openid-house.ts';
import { addTo, askedIn, askedToMake, comeIn, passkeysOf } from './test-passkeys.ts';

const house = await houseForTests();
/** Where Rune is logged in by ID-porten. */
let home: Browser;
/** Where somebody tries to come in. */
let thief: Browser;
let device: Authenticator;
beforeEach(async () => {
  await house.clock('2024-03-14T08:20+01:00');
  await house.owner('delete from login_session');
  await house.owner('delete from passkey');
  home = house.browser();
  thief = house.browser();
  device = openAuthenticator(HERE);
  await house.logIn(home, 'id-porten', rune);
  expect((await addTo(home, device)).said).toBe('201');
});

const send = (browser: Browser, answer: object): Promise<Answered> =>
  browser.post('/api/login/passkey-answers', answer);
async function expectNobody(answer: Answered, code: string): Promise<void> {
  expect(answer.said).toBe(code);
  expect(await thief.who()).toBeUndefined();
  expect(await house.sessionsOf(personas.rune.loginId)).toHaveLength(1);
}

describe('nobody comes in by', () => {
  test.each([
    ['a page somewhere else', { origin: 'https://medvandrer.example' }, 'wrong-origin'],
    ['our page on another port', { origin: 'http://localhost:1' }, 'wrong-origin'],
    ['a key for another site', { site: 'example.org' }, 'wrong-site'],
    ['a device that asked for no finger, face or code', { unverified: true }, 'user-not-verified'],
    ['an answer to something else', { type: 'webauthn.create' }, 'not-readable'],
    ['a handle of another', { handle: 'A'.repeat(43) }, 'another-owner'],
  ] as const)('%s, and our log says why', async (_, lies, reason) => {
    await expectNobody(
      await send(thief, device.answer(await askedIn(thief), lies)),
      '403 passkey-not-proved',
    );
    expect(house.log()).toContain(`"reason":"${reason}"`);
  });

  test('an answer that was used before, here or in another browser', async () => {
    const asked = await askedIn(thief);
    const answer = device.answer(asked);
    expect((await send(thief, answer)).said).toBe('204');
    await thief.delete('/api/session');
    await expectNobody(await send(thief, answer), '409 login-attempt-gone');
    await expectNobody(await send(thief, device.answer(asked)), '409 login-attempt-gone');
  });

  test('an answer that failed once and is mended', async () => {
    const asked = await askedIn(thief);
    await send(thief, device.answer(asked, { unverified: true }));
    await expectNobody(await send(thief, device.answer(asked)), '409 login-attempt-gone');
  });

  test('an answer to what another browser was asked, none was asked, or too long ago', async () => {
    const elsewhere = house.browser();
    const answer = device.answer(await askedIn(elsewhere));
    await expectNobody(await send(thief, answer), '409 login-attempt-gone');
    await askedIn(thief);
    await expectNobody(await send(thief, answer), '409 login-attempt-gone');
    const invented = device.answer(await askedIn(thief), { challenge: 'A'.repeat(43) });
    await expectNobody(await send(thief, invented), '409 login-attempt-gone');
    const late = device.answer(await askedIn(thief));
    await house.clock('2024-03-14T08:25:01+01:00');
    await expectNobody(await send(thief, late), '409 login-attempt-gone');
  });

  test('what a session was asked when it added a device', async () => {
    const { challenge } = await askedToMake(home, 'En til');
    const answer = device.answer({ challenge, rpId: 'localhost', timeout: 1, userVerification: 'required' });
    await expectNobody(await send(home, answer), '409 login-attempt-gone');
  });

  test('a key that nobody here has, or somebody else’s with one’s own signature', async () => {
    const own = openAuthenticator(HERE);
    own.make(await askedToMake(home, 'Aldri sendt'));
    await expectNobody(await send(thief, own.answer(await askedIn(thief))), '403 passkey-unknown');
    const { id } = device.answer(await askedIn(thief));
    await expectNobody(await send(thief, own.answer(await askedIn(thief), { id })), '403 passkey-not-proved');
  });

  test('words that are no answer at all', async () => {
    const answer = device.answer(await askedIn(thief));
    for (const [broken, said] of [
      [{ ...answer, clientDataJSON: 'bnVsbA' }, '409 login-attempt-gone'],
      [{ ...answer, clientDataJSON: '____' }, '409 login-attempt-gone'],
      [{ ...answer, strength: 'strong' }, '400 bad-request'],
      [{ ...answer, id: 'å' }, '400 bad-request'],
      [{ ...answer, signature: '' }, '400 bad-request'],
    ] as const)
      await expectNobody(await send(thief, broken), said);
    for (const part of ['authenticatorData', 'signature'] as const)
      await expectNobody(
        await send(thief, { ...device.answer(await askedIn(thief)), [part]: 'AAAA' }),
        '403 passkey-not-proved',
      );
  });

  test('another site’s press', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };
    for (const [path, body] of [
      ['attempts', {}],
      ['answers', device.answer(await askedIn(thief))],
    ] as const)
      expect((await thief.post(`/api/login/passkey-${path}`, body, foreign)).said).toBe('403 forged-request');
  });
});

describe('no device is added', () => {
  test.each([
    ['from a page somewhere else', { origin: 'https://medvandrer.example' }],
    ['for another site', { site: 'example.org' }],
    ['that asked for no finger, face or code', { unverified: true }],
    ['by what signs people in', { type: 'webauthn.get' }],
  ] as const)('%s', async (_, lies) => {
    const made = openAuthenticator(HERE).make(await askedToMake(home, 'Ny'), lies);
    expect((await home.post('/api/my-passkeys', made)).said).toBe('403 passkey-not-proved');
    expect((await passkeysOf(home)).passkeys).toHaveLength(1);
  });

  test('by what another session was asked, twice, or to what was never asked', async () => {
    const asked = await askedToMake(home, 'Ny');
    const made = openAuthenticator(HERE).make(asked);
    const other = await comeIn(house, device);
    expect((await other.post('/api/my-passkeys', made)).said).toBe('409 login-attempt-gone');
    expect((await home.post('/api/my-passkeys', made)).said).toBe('201');
    expect((await home.post('/api/my-passkeys', openAuthenticator(HERE).make(asked))).said).toBe(
      '409 login-attempt-gone',
    );
    const invented = openAuthenticator(HERE).make({ ...asked, challenge: 'A'.repeat(43) });
    expect((await home.post('/api/my-passkeys', invented)).said).toBe('409 login-attempt-gone');
  });
});

test('a device that counts, and has not counted on, has been copied: it opens nothing more, and its owner is told', async () => {
  const before = await comeIn(house, device);
  const copied = await send(thief, device.answer(await askedIn(thief), { counted: 1 }));
  expect(copied.said).toBe('403 passkey-copied');
  expect(await before.who()).toBeUndefined();
  expect((await passkeysOf(home)).passkeys).toMatchObject([{ endedBecause: 'copied' }]);
  expect((await home.get('/api/my-plan')).body['wayInNews']).toMatchObject([{ what: 'device-copied' }]);
  await expectNobody(await send(thief, device.answer(await askedIn(thief))), '403 passkey-unknown');
});

test('a device that does not count comes in again and again', async () => {
  const still = openAuthenticator(HERE);
  await addTo(home, still, 'Nettbrett');
  for (const _ of [1, 2])
    expect((await send(thief, still.answer(await askedIn(thief), { counted: 0 }))).said).toBe('204');
});

test('of two who use one answer at once, one comes in; and nobody after it is taken away meanwhile', async () => {
  const answer = device.answer(await askedIn(thief));
  const said = (await Promise.all([send(thief, answer), send(thief, answer)])).map((one) => one.said).sort();
  expect(said).toEqual(['204', '409 login-attempt-gone']);
  const [mine] = (await passkeysOf(home)).passkeys;
  const asked = await Promise.all(
    [house.browser(), house.browser(), house.browser()].map(async (browser) => ({
      browser,
      answer: device.answer(await askedIn(browser)),
    })),
  );
  await Promise.all([
    home.post('/api/my-passkeys/removals', { id: mine?.id }),
    ...asked.map(({ browser, answer: own }) => send(browser, own)),
  ]);
  for (const { browser } of asked) expect(await browser.who()).toBeUndefined();
});

test('nothing of what a device signs stands in our log', async () => {
  const asked = await askedIn(thief);
  const answer = device.answer(asked, { origin: 'https://medvandrer.example' });
  await send(thief, answer);
  for (const secret of [asked.challenge, answer.id, answer.userHandle, 'medvandrer.example'])
    expect(house.log()).not.toContain(secret);
});
