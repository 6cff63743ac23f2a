import { beforeEach, describe, expect, test } from 'vitest';
import type { NewPasskey } from '#contract/passkey.ts';
import { personas } from '#db/demo/people.ts';
import { type Authenticator, openAuthenticator } from './test-authenticator.ts';
import type { Browser } from './test-browser.ts';
import { HERE, houseForTests, rune, siren } from './test-openid-house.ts';
import { addTo, askedIn, askedToMake, byCode, comeIn, passkeysOf } from './test-passkeys.ts';

const house = await houseForTests();
let browser: Browser;
let device: Authenticator;
beforeEach(async () => {
  browser = house.browser();
  device = openAuthenticator(HERE);
  await house.clock('2024-03-14T08:20+01:00');
  await house.owner('update login_session set ended_at = app.now() where ended_at is null');
  await house.owner('delete from passkey');
  await house.owner('delete from outbox');
});

const begin = (name: string, from = browser) => from.post('/api/my-passkeys/attempts', { name });
const told = () => house.owner('select code, channel, recipient_kind, participant_id from outbox');

describe('a participant’s own device', () => {
  test.each(['ES256', 'RS256', 'EdDSA'] as const)(
    'is added after ID-porten and lets them in as strongly, with %s',
    async (kind) => {
      device = openAuthenticator(HERE, kind);
      await house.logIn(browser, 'id-porten', rune);
      expect((await addTo(browser, device)).said).toBe('201');
      const elsewhere = await comeIn(house, device);
      expect(await elsewhere.who()).toBe('Rune Lende');
      expect((await elsewhere.get('/api/my-plan')).status).toBe(200);
      const [, came] = await house.sessionsOf(personas.rune.loginId);
      expect(came).toMatchObject({ strength: 'strong', method: 'passkey' });
      const mine = await passkeysOf(elsewhere);
      expect(mine.passkeys).toMatchObject([{ name: 'Min telefon', here: true, usedAt: expect.any(String) }]);
    },
  );

  test('is asked for no more than it must know, and nothing about whose it is', async () => {
    await house.logIn(browser, 'id-porten', rune);
    const { body } = await begin('  Min telefon ');
    expect(body).toMatchObject({
      rp: { id: 'localhost', name: 'Medvandrer' },
      user: { name: 'Min telefon', displayName: 'Min telefon', id: expect.stringMatching(/^[\w-]{43}$/) },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [],
    });
    expect((body as unknown as NewPasskey).pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257]);
    expect(JSON.stringify(body)).not.toMatch(/Rune|Lende/);
    const { body: login } = await house.browser().post('/api/login/passkey-attempts', {});
    expect(Object.keys(login).sort()).toEqual(['challenge', 'rpId', 'timeout', 'userVerification']);
  });

  test('is not made twice in the same place, and the owner is the same to all their devices', async () => {
    await house.logIn(browser, 'id-porten', rune);
    const first = await askedToMake(browser);
    const made = device.make(first);
    expect((await browser.post('/api/my-passkeys', made)).said).toBe('201');
    const second = await askedToMake(browser, 'Nettbrettet');
    expect(second.user.id).toBe(first.user.id);
    expect(second.excludeCredentials.map(({ id }) => id)).toEqual([made.id]);
    expect((await browser.post('/api/my-passkeys', device.make(second))).said).toBe('409 passkey-known');
  });

  test('is told of when it is added and taken away, and stands on the plan for whoever did not do it', async () => {
    await house.logIn(browser, 'id-porten', rune);
    await addTo(browser, device);
    const message = { code: 'something-to-read', channel: 'sms', recipient_kind: 'participant' };
    expect(await told()).toMatchObject([message]);
    const news = async (at: typeof browser) => (await at.get('/api/my-plan')).body['wayInNews'];
    expect(await news(browser)).toBeUndefined();
    const elsewhere = await comeIn(house, device);
    expect(await news(elsewhere)).toMatchObject([{ what: 'device-added', name: 'Min telefon' }]);
    const [mine] = (await passkeysOf(elsewhere)).passkeys;
    await elsewhere.post('/api/my-passkeys/removals', { id: mine?.id });
    expect(await told()).toHaveLength(2);
    expect(await news(browser)).toMatchObject([{ what: 'device-removed' }]);
    await house.clock('2024-03-29T08:20+01:00');
    await house.logIn(browser, 'id-porten', rune);
    expect(await news(browser)).toBeUndefined();
  });

  test('taken away opens nothing more, and ends what it had opened elsewhere, by any login of theirs', async () => {
    await house.logIn(browser, 'id-porten', rune);
    await addTo(browser, device);
    const lost = await comeIn(house, device);
    const [mine] = (await passkeysOf(browser)).passkeys;
    const { weak } = await byCode(house, personas.rune.loginId);
    const removed = await weak.post('/api/my-passkeys/removals', { id: mine?.id });
    expect(removed.body['passkeys']).toMatchObject([{ endedBecause: 'removed', name: 'Min telefon' }]);
    expect(await lost.who()).toBeUndefined();
    expect(await browser.who()).toBe('Rune Lende');
    const again = await lost.post('/api/login/passkey-answers', device.answer(await askedIn(lost)));
    expect(again.said).toBe('403 passkey-unknown');
    expect((await weak.post('/api/my-passkeys/removals', { id: mine?.id })).said).toBe('404 not-found');
  });

  test('goes with the way in that a new invitation replaces', async () => {
    await house.logIn(browser, 'id-porten', rune);
    await addTo(browser, device);
    await house.owner(
      `insert into login_invitation (municipality_id, code_hash, participant_id, expires_at)
        select municipality_id, sha256('7K3MQX2P9TBA'), participant_id, app.now() + interval '1 day' from login_user where id = $1`,
      [personas.rune.loginId],
    );
    const anew = house.browser();
    await house.logIn(anew, 'id-porten', { subject: 'sub-rune-anew', acr: 'idporten-loa-high' });
    expect((await anew.post('/api/login/invitation-uses', { code: '7K3M-QX2P-9TBA' })).said).toBe('204');
    expect((await passkeysOf(anew)).passkeys).toMatchObject([{ endedBecause: 'replaced' }]);
    await house.owner(`update login_identity set subject = 'sub-rune' where subject = 'sub-rune-anew'`);
  });
});

describe('a device is not added', () => {
  test('by the weaker login, and so can never become worth two factors', async () => {
    const { weak, secret } = await byCode(house, personas.rune.loginId);
    expect((await begin('x', weak)).said).toBe('403 needs-stronger-login');
    // Begun by a strong login, finished by the weaker in the same browser.
    await house.logIn(browser, 'id-porten', rune);
    const made = device.make(await askedToMake(browser));
    expect((await weak.post('/api/my-passkeys', made)).said).toBe('409 login-attempt-gone');
    // And past the rule of the server, by the database.
    await expect(
      house.owner(`select set_config('app.secret', $1, false), app.add_passkey('\\x01', '\\x01', 0, 'x')`, [
        secret,
      ]),
    ).rejects.toMatchObject({ code: 'MV403' });
    await house.owner(`select set_config('app.secret', '', false)`);
    expect(await house.owner('select from passkey')).toEqual([]);
  });

  test('by a device, nor by a login that has stood open for half an hour', async () => {
    await house.logIn(browser, 'id-porten', rune);
    await addTo(browser, device);
    const elsewhere = await comeIn(house, device);
    expect((await passkeysOf(elsewhere)).because).toBe('login-not-fresh');
    expect((await begin('Tyvens', elsewhere)).said).toBe('403 login-not-fresh');
    await house.clock('2024-03-14T08:45+01:00');
    expect(await browser.who()).toBe('Rune Lende');
    await house.clock('2024-03-14T08:51+01:00');
    expect((await begin('Senere')).said).toBe('403 login-not-fresh');
  });

  test('by a worker, who comes in by their employer', async () => {
    await house.logIn(browser, 'arbeid', siren);
    expect((await begin('x')).said).toBe('403 way-in-not-for-you');
    expect((await passkeysOf(browser)).because).toBe('way-in-not-for-you');
  });

  test('without the forgery token, or a name', async () => {
    await house.logIn(browser, 'id-porten', rune);
    const forged = { 'x-csrf-token': 'x' };
    for (const [path, body] of [
      ['attempts', { name: 'x' }],
      ['removals', { id: personas.rune.loginId }],
    ] as const)
      expect((await browser.post(`/api/my-passkeys/${path}`, body, forged)).said).toBe('403 forged-request');
    for (const name of ['', '  ', 'x'.repeat(61), 'a\u0000b'])
      expect((await begin(name)).said).toBe('400 bad-request');
  });
});

test('where a municipality wants no devices, none opens anything', async () => {
  await house.logIn(browser, 'id-porten', rune);
  await addTo(browser, device);
  await house.owner(`update login_method set strongest = 'code' where code = 'passkey'`);
  const elsewhere = house.browser();
  const answer = await elsewhere.post('/api/login/passkey-answers', device.answer(await askedIn(elsewhere)));
  await house.owner(`update login_method set strongest = 'strong' where code = 'passkey'`);
  expect(answer.said).toBe('403 not-allowed');
  expect(await elsewhere.who()).toBeUndefined();
});

test('somebody who has begun to work comes in by the employer from then on', async () => {
  await house.logIn(browser, 'id-porten', rune);
  await addTo(browser, device);
  await house.owner(
    `insert into login_worker (login_user_id, municipality_id, worker_id) select $1, w.municipality_id, w.id from worker w
      where not exists (select from login_worker k where k.worker_id = w.id) limit 1`,
    [personas.rune.loginId],
  );
  const elsewhere = house.browser();
  const answer = await elsewhere.post('/api/login/passkey-answers', device.answer(await askedIn(elsewhere)));
  await house.owner('delete from login_worker where login_user_id = $1', [personas.rune.loginId]);
  expect(answer.said).toBe('403 way-in-not-for-you');
});
