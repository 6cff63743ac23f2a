import { beforeEach, expect, test } from 'vitest';
import { organisations, participants, personas, workers } from '#db/demo/people.ts';
import type { Browser } from './test-browser.ts';
import { houseForTests, rune, siren } from './test-openid-house.ts';
import { byCode } from './test-passkeys.ts';

const house = await houseForTests();
let browser: Browser;
beforeEach(async () => {
  browser = house.browser();
  await house.owner('delete from login_worker where worker_id = $1', [workers.helga.id]);
});

const join = (code: string, by = browser) => by.post('/api/my-logins/invitation-uses', { code });
const placesOf = async (by: Browser): Promise<string[]> =>
  ((await by.get('/api/session')).body['workers'] as { organisation: string }[]).map(
    (one) => one.organisation,
  );

test('somebody who works in one more place adds it by the code, and is both at once with one login', async () => {
  const code = await house.codeFor('helga');
  await house.logIn(browser, 'arbeid', siren);
  const joined = await join(code.toLowerCase());
  expect([joined.said, joined.body]).toEqual(['200', { organisation: organisations.dps.name }]);
  expect((await placesOf(browser)).sort()).toEqual(
    [organisations.dps.name, organisations.nyStart.name].sort(),
  );
  // In the next login too, by the way in that was there.
  const again = house.browser();
  await house.logIn(again, 'arbeid', siren);
  expect(await placesOf(again)).toHaveLength(2);
  expect((await again.get('/api/session')).body['homes']).toEqual(['my-day', 'shared']);
  const desk = await house.as('terje').get<{ acts: Record<string, unknown>[] }>('/api/staff-logins');
  expect(desk.body.acts[0]).toMatchObject({ what: 'added', who: 'Siren Bø', whom: 'Helga Aase' });
  expect((await join(code)).said).toBe('422 invitation-unknown');
  // From now on the login is looked after where Siren’s is.
  expect((await house.deskOf('Helga Aase'))?.lookedAfterBy).toBe('Gjesdal');
  await house.owner(
    `insert into login_invitation (municipality_id, code_hash, worker_id, expires_at) values ($1, sha256('HE1GAHE1GAHE'), $2, app.now() + interval '1 hour')`,
    [workers.helga.municipalityId, workers.helga.id],
  );
  expect((await join('HE1GA-HE1GA-HE')).said).toBe('409 already-done');
});

test('a place is nobody’s for a code that is wrong, somebody else’s, or a participant’s', async () => {
  await house.logIn(browser, 'arbeid', siren);
  expect((await join('AAAA-AAAA-AAAA')).said).toBe('422 invitation-unknown');
  expect((await join(await house.codeFor('ingunn'))).said).toBe('409 worker-has-login');
  await house.owner(
    `insert into login_invitation (municipality_id, code_hash, participant_id, expires_at) values ($1, sha256('T0NET0NET0NE'), $2, app.now() + interval '1 hour')`,
    [participants.tone.municipalityId, participants.tone.participantId],
  );
  expect((await join('TONE-TONE-TONE')).said).toBe('403 way-in-not-for-you');
  expect(await placesOf(browser)).toEqual([organisations.nyStart.name]);
});

test('a participant becomes no worker by it, whichever way they came in', async () => {
  const code = await house.codeFor('helga');
  await house.logIn(browser, 'id-porten', rune);
  expect((await join(code)).said).toBe('403 way-in-not-for-you');
  const { weak } = await byCode(house, personas.rune.loginId);
  expect((await join(code, weak)).said).toBe('403 not-allowed');
  expect(await house.owner('select from login_worker where worker_id = $1', [workers.helga.id])).toEqual([]);
});

test('where a login names whom one acts for, it must name the new place too', async () => {
  const number = (id: string) => ({
    type: 'ansattporten:orgno',
    orgno: { authority: 'iso6523-actorid-upis', ID: `0192:${id}` },
  });
  for (const [id, place] of [
    ['964978751', organisations.navTime.id],
    ['983974732', organisations.dps.id],
  ])
    await house.owner('update organisation set organisation_number = $1 where id = $2', [id, place]);
  const kari = (...details: object[]) => ({
    subject: 'sub-kari',
    amr: ['mfa'],
    claims: { authorization_details: details },
  });
  const code = await house.codeFor('helga');
  await house.logIn(browser, 'virksomhet', kari(number('964978751')));
  expect((await join(code)).said).toBe('403 organisation-not-represented');
  const both = house.browser();
  await house.logIn(both, 'virksomhet', kari(number('964978751'), number('983974732')));
  expect((await join(code, both)).said).toBe('200');
});

test('of two who use one code at once, one has the place; and nobody without the token of a page of ours', async () => {
  const code = await house.codeFor('helga');
  await house.logIn(browser, 'arbeid', siren);
  const other = house.browser();
  await house.owner(
    `insert into login_identity (issuer, subject, provider, login_user_id, bound_by) values ($1, 'sub-ola', 'arbeid', $2, 'invitation')`,
    [house.issuer.issuer, personas.ola.loginId],
  );
  await house.logIn(other, 'arbeid', { subject: 'sub-ola', amr: ['mfa'] });
  const forged = await browser.post('/api/my-logins/invitation-uses', { code }, { 'x-csrf-token': 'x' });
  expect(forged.said).toBe('403 forged-request');
  const said = await Promise.all([join(code), join(code, other)]);
  expect(said.map((one) => one.said).sort()).toEqual(['200', '422 invitation-unknown']);
  expect(await house.owner('select from login_worker where worker_id = $1', [workers.helga.id])).toHaveLength(
    1,
  );
});
