import { beforeEach, describe, expect, test } from 'vitest';
import { participants, personas } from '#db/demo/people.ts';
import type { Browser } from './test-browser.ts';
import { desk, houseForTests, person } from './test-openid-house.ts';

const house = await houseForTests();
let browser: Browser;
beforeEach(() => {
  browser = house.browser();
});

const use = (code: string, by = browser) => by.post('/api/login/invitation-uses', { code });

describe('somebody an issuer vouches for and nobody here has met', () => {
  test('sees nothing but a place for a code', async () => {
    const landed = await house.logIn(browser, 'arbeid', person('new-1'), '/deltakere');
    expect(landed.place).toBe('/invitasjon');
    expect(await browser.who()).toBeUndefined();
    expect((await browser.get('/api/login/newcomer')).body).toMatchObject({ provider: 'arbeid' });
    for (const path of [
      '/api/my-day',
      '/api/directory',
      '/api/people',
      '/api/my-logins',
      '/api/staff-logins',
    ])
      expect((await browser.get(path)).said).toBe('401 not-logged-in');
    expect((await house.browser().get('/api/login/newcomer')).said).toBe('404 not-found');
  });

  test('becomes whom the code says, with a session of a new secret', async () => {
    const code = await house.codeFor('ingunn');
    await house.logIn(browser, 'arbeid', person('sub-ingunn'));
    const before = browser.cookies.get('__Host-medvandrer-login');
    expect((await use(` ${code.toLowerCase().replaceAll('-', ' ')} `)).said).toBe('204');
    expect(await browser.who()).toBe('Ingunn Vik');
    expect(browser.cookies.get('__Host-medvandrer-login')).toBeUndefined();
    expect(browser.cookies.get('__Host-medvandrer')?.split('.')[1]).not.toBe(before);
    // From now on by the identity alone.
    const again = house.browser();
    expect((await house.logIn(again, 'arbeid', person('sub-ingunn'), '/grupper')).place).toBe('/grupper');
    expect(await again.who()).toBe('Ingunn Vik');
    expect((await again.delete('/api/session')).body['address']).toContain('id_token_hint=');
  });

  test('has five tries, and each counts', async () => {
    const code = await house.codeFor('nora');
    await house.logIn(browser, 'arbeid', person('new-2'));
    for (let time = 0; time < 4; time++)
      expect((await use('AAAA-AAAA-AAAA')).said).toBe('422 invitation-unknown');
    expect((await use('AAAA-AAAA-AAAA')).said).toBe('409 no-tries-left');
    expect((await use(code)).said).toBe('409 login-attempt-gone');
    expect(await browser.who()).toBeUndefined();
  });

  test('has five tries among many at once, too', async () => {
    await house.logIn(browser, 'arbeid', person('new-3'));
    const tries = await Promise.all(Array.from({ length: 12 }, () => use('AAAA-AAAA-AAAA')));
    expect(tries.filter(({ said }) => said !== '409 login-attempt-gone')).toHaveLength(5);
  });

  test('has a quarter of an hour', async () => {
    const code = await house.codeFor('nora');
    await house.logIn(browser, 'arbeid', person('new-4'));
    await house.owner(`update login_newcomer set expires_at = app.now()`);
    expect((await use(code)).said).toBe('409 login-attempt-gone');
  });

  test('cannot take a worker’s code by a way in that is for participants', async () => {
    const code = await house.codeFor('nora');
    await house.logIn(browser, 'id-porten', { subject: 'new-5', acr: 'idporten-loa-high' });
    expect((await use(code)).said).toBe('403 way-in-not-for-you');
    expect(await browser.who()).toBeUndefined();
  });

  test('cannot take a participant’s code by the employer’s way in, and can by the right one', async () => {
    const { participantId, municipalityId } = participants.tone;
    await house.owner(
      `insert into login_invitation (municipality_id, code_hash, participant_id, expires_at) values ($1, sha256('TONETONETONE'), $2, app.now() + interval '1 hour')`,
      [municipalityId, participantId],
    );
    await house.logIn(browser, 'arbeid', person('new-6'));
    // An O is read as a nought, and so it must have been made.
    await house.owner(
      `update login_invitation set code_hash = sha256('T0NET0NET0NE') where participant_id = $1`,
      [participantId],
    );
    expect((await use('tone-tone-tone')).said).toBe('403 way-in-not-for-you');
    const phone = house.browser();
    await house.logIn(phone, 'id-porten', { subject: 'sub-tone', acr: 'idporten-loa-substantial' });
    expect((await use('tone-tone-tone', phone)).said).toBe('204');
    expect(await phone.who()).toBe('Tone Skår');
    expect((await phone.get('/api/my-plan')).status).toBe(200);
    expect((await phone.get('/api/my-day')).said).toBe('404 not-found');
  });

  test('is not made somebody by a code that was used, withdrawn, replaced or is too old', async () => {
    const used = await house.codeFor('nora');
    await house.logIn(browser, 'arbeid', person('sub-nora'));
    expect((await use(used)).said).toBe('204');
    const withdrawn = await house.codeFor('randi');
    expect(
      (await house.as('terje').post(desk('randi', 'invitation-withdrawals'), { because: 'Feil person' }))
        .said,
    ).toBe('201');
    const replaced = await house.codeFor('kari');
    const old = await house.codeFor('kari');
    await house.owner(
      `update login_invitation set made_at = made_at - interval '9 days', expires_at = app.now() where code_hash = sha256(convert_to($1, 'UTF8'))`,
      [old.replaceAll('-', '')],
    );
    const other = house.browser();
    await house.logIn(other, 'arbeid', person('new-7'));
    for (const code of [used, withdrawn, replaced])
      expect((await use(code, other)).said).toBe('422 invitation-unknown');
    expect((await use(old, other)).said).toBe('422 invitation-unknown');
  });

  test('at the same code as another: one of them', async () => {
    const code = await house.codeFor('helga');
    const two = [house.browser(), house.browser()];
    await house.logIn(two[0] as Browser, 'arbeid', person('race-1'));
    await house.logIn(two[1] as Browser, 'arbeid', person('race-2'));
    const said = await Promise.all(two.map((one) => use(code, one)));
    expect(said.map((one) => one.status).sort()).toEqual([204, 422]);
  });
});

describe('a new code for somebody who has a way in', () => {
  test('puts the new one in place of the old, and what was open is closed', async () => {
    const lost = house.browser();
    await house.logIn(lost, 'arbeid', person('sub-ingunn'));
    const code = await house.codeFor('ingunn');
    expect(await lost.who()).toBe('Ingunn Vik');
    await house.logIn(browser, 'arbeid', person('sub-ingunn-new-phone'));
    expect((await use(code)).said).toBe('204');
    expect(await lost.who()).toBeUndefined();
    expect((await house.logIn(lost, 'arbeid', person('sub-ingunn'))).place).toBe('/invitasjon');
    expect((await house.deskOf('Ingunn Vik'))?.waysIn).toEqual(['arbeid']);
  });

  test('cannot be used by one whose identity is somebody else’s already', async () => {
    const code = await house.codeFor('ingunn');
    await house.logIn(browser, 'arbeid', person('new-8'));
    const identity = `insert into login_identity (issuer, subject, provider, login_user_id, bound_by) values ($1, 'new-8', 'arbeid', $2, 'linking')`;
    await house.owner(identity, [house.issuer.issuer, personas.siren.loginId]);
    expect((await use(code)).said).toBe('409 already-done');
    expect(await browser.who()).toBeUndefined();
  });
});
