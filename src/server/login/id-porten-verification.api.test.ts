// ID-porten's own verification tests of a new service, by their numbers (standards R83), against a certified provider
// instead of ID-porten. The mandatory ones; those of its test environment are run by people, see docs/login.md.
import { beforeEach, expect, test } from 'vitest';
import { personas } from '#db/demo/people.ts';
import { newSecret } from '../http/session-cookie.ts';
import { openRelyingParty } from './relying-party.ts';
import { type Answered, type Browser, placeOf } from './test-browser.ts';
import type { Cookies } from './test-issuer.ts';
import { HERE, houseForTests } from './test-openid-house.ts';

const house = await houseForTests();
let browser: Browser;
/** What the same browser holds of ID-porten's. */
let there: Cookies;
beforeEach(async () => {
  await house.clock('2024-03-14T08:20+01:00');
  await house.owner('delete from login_session');
  browser = house.browser();
  there = new Map();
});

const substantial = { subject: 'sub-rune', acr: 'idporten-loa-substantial' };

/** Goes to our service, and through ID-porten as far as it asks. */
async function comeHere(person = substantial): Promise<Answered> {
  house.issuer.logsIn(person);
  const begun = await browser.post('/api/login/attempts', { provider: 'id-porten' });
  return browser.get(placeOf(await house.issuer.follow(String(begun.body['address']), there)));
}

/** Goes to somebody else's service by the same issuer; answers with the level it is told. */
async function comeElsewhere(): Promise<string> {
  const other = house.providers.find(({ id }) => id === 'begge');
  if (other === undefined) throw new Error('there is no other service');
  const party = openRelyingParty([other], HERE);
  const expected = { state: newSecret(), nonce: newSecret(), verifier: newSecret() };
  house.issuer.logsIn(substantial);
  const back = await house.issuer.follow(await party.send(other, expected), there);
  return String((await party.receive(other, new URL(back).search.slice(1), expected)).claims['acr']);
}

/** How many times ID-porten asked who it was. */
async function asked(work: () => Promise<unknown>): Promise<number> {
  const before = house.issuer.timesAsked();
  await work();
  return house.issuer.timesAsked() - before;
}

const alive = () => house.sessionsOf(personas.rune.loginId);

test('ID-porten’s verification test 1: single sign-on from our service, at level substantial', async () => {
  expect(await asked(async () => expect((await comeHere()).place).toBe('/'))).toBe(1);
  expect(await browser.who()).toBe('Rune Lende');
  expect(await asked(async () => expect(await comeElsewhere()).toBe('idporten-loa-substantial'))).toBe(0);
});

test('ID-porten’s verification test 3: single sign-on to our service, at level substantial', async () => {
  expect(await asked(comeElsewhere)).toBe(1);
  expect(await asked(async () => expect((await comeHere()).place).toBe('/'))).toBe(0);
  expect(await browser.who()).toBe('Rune Lende');
  expect(await alive()).toMatchObject([{ strength: 'strong', method: 'openid' }]);
});

test('ID-porten’s verification test 6: single log-out from our service', async () => {
  await comeElsewhere();
  await comeHere();
  const { body } = await browser.delete('/api/session');
  await house.issuer.leave(String(body['address']), there);
  expect(await browser.who()).toBeUndefined();
  expect(await alive()).toEqual([]);
  expect(await asked(comeElsewhere)).toBe(1);
});

test('ID-porten’s verification test 6, besides: also whoever has no access here can log out', async () => {
  expect((await comeHere({ subject: 'sub-stranger', acr: 'idporten-loa-substantial' })).place).toBe(
    '/invitasjon',
  );
  const { body } = await browser.delete('/api/login/newcomer');
  const address = new URL(String(body['address']));
  expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${HERE}/`);
  await house.issuer.leave(address.href, there);
  expect((await browser.get('/api/login/newcomer')).said).toBe('404 not-found');
  expect(await house.owner('select from login_newcomer')).toEqual([]);
  expect(await asked(comeElsewhere)).toBe(1);
  expect((await browser.delete('/api/login/newcomer')).body).toEqual({});
});

test('ID-porten’s verification test 7: single log-out from another service', async () => {
  await comeHere();
  expect(await asked(comeElsewhere)).toBe(0);
  const [session] = await alive();
  // ID-porten shows a page with a frame for each service: the frame has none of our cookies.
  const said = new URLSearchParams({ iss: house.issuer.issuer, sid: session?.issuer_session ?? '' });
  expect((await house.browser().get(`/api/login/id-porten/logged-out?${said}`)).said).toBe('204');
  expect(await browser.who()).toBeUndefined();
  expect((await browser.get('/api/my-plan')).said).toBe('401 not-logged-in');
});

test('ID-porten’s verification test 8: after more than 30 minutes unused, one is logged out of our service', async () => {
  await comeHere();
  await house.clock('2024-03-14T08:49+01:00');
  expect(await browser.who()).toBe('Rune Lende');
  await house.clock('2024-03-14T09:20+01:00');
  expect((await browser.get('/api/my-plan')).said).toBe('401 not-logged-in');
  expect((await browser.get('/api/session/time-left')).said).toBe('401 not-logged-in');
  // What is asked of a session that is over, by whomever, is no fault; and one comes in again.
  const said = new URLSearchParams({ iss: house.issuer.issuer, sid: 'gone' });
  expect((await house.browser().get(`/api/login/id-porten/logged-out?${said}`)).said).toBe('204');
  expect((await comeHere()).place).toBe('/');
});
