// HelseID's profile, as far as a provider can be made to demand it: pushed requests and tokens bound to a key.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Provider } from './provider.ts';
import { openRelyingParty } from './relying-party.ts';
import { MADE_ON, openTestIssuer, type TestIssuer } from './test-issuer.ts';

const HERE = 'http://localhost';
const expected = { state: 's'.repeat(43), nonce: 'n'.repeat(43), verifier: 'v'.repeat(43) };

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await openTestIssuer({
    redirectUris: [`${HERE}/api/login/helseid/callback`],
    client: { dpop_bound_access_tokens: true, require_pushed_authorization_requests: true },
  });
});
afterAll(() => issuer.close());

const helseid = (dpop: boolean): Provider => ({
  id: 'helseid',
  kind: 'helseid',
  name: { nb: 'HelseID', nn: 'HelseID', en: 'HelseID' },
  issuer: issuer.issuer,
  clientId: 'by-key',
  authentication: { method: 'private_key_jwt', key: issuer.clientKey, madeOn: MADE_ON },
  scope: 'openid',
  proof: { claim: 'amr', anyOf: ['mfa'] },
  for: ['workers'],
  dpop,
  algorithms: ['PS256', 'ES256'],
});

async function logIn(provider: Provider) {
  const party = openRelyingParty([provider], HERE);
  const address = await party.send(provider, expected);
  expect(new URL(address).searchParams.has('request_uri'), 'pushed').toBe(true);
  issuer.logsIn({ subject: 'sub-nurse', amr: ['mfa'] });
  const { search } = new URL(await issuer.follow(address));
  return party.receive(provider, search.slice(1), expected);
}

test('a token bound to a key of this login is asked for and got', async () => {
  expect((await logIn(helseid(true))).subject).toBe('sub-nurse');
});

test('without the binding the issuer gives none', async () => {
  await expect(logIn(helseid(false))).rejects.toMatchObject({ fault: { refusal: 'login-not-trusted' } });
});
