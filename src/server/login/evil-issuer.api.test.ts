// An issuer that answers what it should not. Each answer is refused by its name, and nobody is logged in.
import { createHash, createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { personas } from '#db/demo/people.ts';
import { type House, openHouse } from '../test-house.ts';
import { openRelyingParty } from './relying-party.ts';
import { openBrowser } from './test-browser.ts';
import { MADE_ON } from './test-issuer.ts';

const HERE = 'http://localhost';
const right = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const HEADER: JWTHeaderParameters = { alg: 'ES256', kid: 'right' };

type Token = (claims: JWTPayload) => Promise<string> | string;
let token: Token;
/** How the token endpoint answers instead of with a token. */
let answer: { status: number; body: string } | undefined;
let asked: URLSearchParams;

const sign = (claims: JWTPayload, header = HEADER, key: KeyObject = right.privateKey) =>
  new SignJWT(claims).setProtectedHeader(header).sign(key);
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const parts = (header: object, claims: JWTPayload) => `${base64(header)}.${base64(claims)}`;

const server = createServer((request, response) => {
  const say = (body: unknown, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (request.url === '/.well-known/openid-configuration')
    return say({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      authorization_response_iss_parameter_supported: true,
      response_types_supported: ['code'],
      subject_types_supported: ['pairwise'],
      // It says that it signs by everything; we take none of what is not safe.
      id_token_signing_alg_values_supported: ['none', 'HS256', 'ES256', 'RS256'],
      code_challenge_methods_supported: ['S256'],
    });
  if (request.url === '/keys')
    return void Promise.all([exportJWK(right.publicKey), exportJWK(rsa.publicKey)]).then(([ec, second]) =>
      say({
        keys: [
          { ...ec, kid: 'right', alg: 'ES256' },
          { ...second, kid: 'rsa', alg: 'RS256' },
        ],
      }),
    );
  return void text(request).then(async (body) => {
    asked = new URLSearchParams(body);
    if (answer !== undefined) return say(answer.body, answer.status);
    const at = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: 'us',
      sub: 'sub-rune',
      iat: at,
      exp: at + 60,
      nonce: nonceOf(),
      acr: 'idporten-loa-high',
    };
    say({ access_token: 'x', token_type: 'Bearer', id_token: await token(claims) });
  });
});
let nonce = '';
const nonceOf = () => nonce;

let house: House;
let issuer = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const name = { nb: 'x', nn: 'x', en: 'x' };
  house = await openHouse({
    relyingParty: openRelyingParty(
      [
        {
          id: 'evil',
          kind: 'id-porten',
          name,
          issuer,
          clientId: 'us',
          authentication: { method: 'client_secret', secret: 's', madeOn: MADE_ON },
          scope: 'openid',
          proof: { claim: 'acr', anyOf: ['idporten-loa-high'] },
          for: ['participants'],
          dpop: false,
          algorithms: ['ES256', 'PS256', 'RS256'],
        },
      ],
      HERE,
    ),
  });
  await house.owner(
    `insert into login_identity (issuer, subject, provider, login_user_id, bound_by) values ($1, 'sub-rune', 'evil', $2, 'invitation')`,
    [issuer, personas.rune.loginId],
  );
});
afterAll(async () => {
  await house.close();
  server.close();
});
beforeEach(() => {
  token = (claims) => sign(claims);
  answer = undefined;
});

async function logIn(bend: (query: URLSearchParams) => void = () => undefined) {
  const browser = openBrowser(house.app);
  const begun = await browser.post('/api/login/attempts', { provider: 'evil' });
  const address = new URL(String(begun.body['address']));
  nonce = address.searchParams.get('nonce') ?? '';
  const query = new URLSearchParams({
    code: 'c',
    state: address.searchParams.get('state') ?? '',
    iss: issuer,
  });
  bend(query);
  const before = house.log().length;
  const landed = await browser.get(`/api/login/evil/callback?${query}`);
  const [, reason] = /"reason":"([a-z-]+)"/.exec(house.log().slice(before)) ?? [];
  return { landed: landed.place, reason, who: await browser.who(), challenge: address.searchParams };
}

test('an honest answer lets somebody in, and was promised and kept by PKCE', async () => {
  const { landed, who, challenge } = await logIn();
  expect([landed, who]).toEqual(['/', 'Rune Lende']);
  expect(challenge.get('code_challenge_method')).toBe('S256');
  const verifier = asked.get('code_verifier') ?? '';
  expect(challenge.get('code_challenge')).toBe(createHash('sha256').update(verifier).digest('base64url'));
  expect(challenge.get('response_type')).toBe('code');
});

const now = () => Math.floor(Date.now() / 1000);
const bentTokens: [string, string, Token][] = [
  ['from another issuer', 'wrong-issuer', (claims) => sign({ ...claims, iss: 'https://evil.example' })],
  ['for somebody else', 'wrong-audience', (claims) => sign({ ...claims, aud: 'them' })],
  ['for others too', 'wrong-audience', (claims) => sign({ ...claims, aud: ['us', 'them'] })],
  [
    'for others too, by our name',
    'wrong-audience',
    (claims) => sign({ ...claims, aud: ['us', 'them'], azp: 'us' }),
  ],
  ['with another nonce', 'wrong-nonce', (claims) => sign({ ...claims, nonce: 'another' })],
  ['with a nonce used before', 'wrong-nonce', (claims) => sign({ ...claims, nonce: 'x'.repeat(43) })],
  ['without a nonce', 'claim-missing', ({ nonce: _, ...claims }) => sign(claims)],
  ['that has expired', 'expired', (claims) => sign({ ...claims, iat: now() - 900, exp: now() - 600 })],
  ['that is not valid yet', 'expired', (claims) => sign({ ...claims, nbf: now() + 600 })],
  ['without an end', 'claim-missing', ({ exp: _, ...claims }) => sign(claims)],
  ['without a subject', 'claim-missing', ({ sub: _, ...claims }) => sign(claims)],
  ['without a signature', 'wrong-algorithm', (claims) => `${parts({ alg: 'none' }, claims)}.`],
  [
    'that says none but is signed',
    'wrong-algorithm',
    async (claims) => `${parts({ alg: 'none' }, claims)}.${(await sign(claims)).split('.')[2]}`,
  ],
  [
    'signed with our shared secret (HS256)',
    'wrong-algorithm',
    (claims) => hmac({ alg: 'HS256', kid: 'right' }, claims, 's'),
  ],
  [
    'signed with the public key as a secret (RS to HS)',
    'wrong-algorithm',
    (claims) =>
      hmac({ alg: 'HS256', kid: 'rsa' }, claims, rsa.publicKey.export({ type: 'spki', format: 'pem' })),
  ],
  ['signed with another key', 'wrong-signature', (claims) => sign(claims, HEADER, other.privateKey)],
  [
    'signed with a key it does not publish',
    'unknown-key',
    (claims) => sign(claims, { alg: 'ES256', kid: 'mine' }, other.privateKey),
  ],
  [
    'that brings its own key (jwk, jku)',
    'wrong-signature',
    async (claims) =>
      sign(
        claims,
        { ...HEADER, jwk: await exportJWK(other.publicKey), jku: 'https://evil.example' },
        other.privateKey,
      ),
  ],
  [
    'changed after signing',
    'wrong-signature',
    async (claims) => {
      const [header, , signature] = (await sign(claims)).split('.');
      return `${header}.${base64({ ...claims, sub: 'sub-siren' })}.${signature}`;
    },
  ],
  [
    'of a key for something else',
    'unknown-key',
    (claims) => sign(claims, { alg: 'RS256', kid: 'right' }, rsa.privateKey),
  ],
];

const hmac = (header: object, claims: JWTPayload, secret: string | Buffer): string =>
  `${parts(header, claims)}.${createHmac('sha256', secret).update(parts(header, claims)).digest('base64url')}`;

test.each(bentTokens)('a token %s is refused as %s', async (_, wanted, bent) => {
  token = bent;
  const { landed, reason, who } = await logIn();
  expect([landed, reason, who]).toEqual(['/?feil=login-not-trusted', wanted, undefined]);
});

test.each([
  ['a lower level', { acr: 'idporten-loa-substantial' }],
  ['a level nobody named', { acr: 'idporten-loa-highest' }],
  ['the right level among factors', { acr: undefined, amr: ['idporten-loa-high'] }],
  ['no level', { acr: undefined }],
])('a token with %s is too weak', async (_, claims) => {
  token = (honest) => sign({ ...honest, ...claims });
  const { landed, who } = await logIn();
  expect([landed, who]).toEqual(['/?feil=login-too-weak', undefined]);
});

test.each<[string, string, (query: URLSearchParams) => void]>([
  ['of another issuer (mix-up)', 'wrong-issuer', (query) => query.set('iss', 'https://evil.example')],
  ['without its issuer', 'wrong-issuer', (query) => query.delete('iss')],
  ['without a code', 'not-conforming', (query) => query.delete('code')],
  ['with a token of its own in it', 'not-conforming', (query) => query.set('id_token', 'x')],
])('an answer %s is refused as %s', async (_, wanted, bend) => {
  const { landed, reason, who } = await logIn(bend);
  expect([landed, reason, who]).toEqual(['/?feil=login-not-trusted', wanted, undefined]);
});

test.each([
  [
    'says that the code is none',
    { status: 400, body: '{"error":"invalid_grant"}' },
    'code-refused',
    'login-not-trusted',
  ],
  [
    'does not know us',
    { status: 401, body: '{"error":"invalid_client"}' },
    'client-refused',
    'login-not-trusted',
  ],
  ['breaks', { status: 500, body: 'oops' }, 'answer-not-conforming', 'issuer-away'],
  [
    'gives no token',
    { status: 200, body: '{"access_token":"x","token_type":"Bearer"}' },
    'not-conforming',
    'login-not-trusted',
  ],
])('an issuer that %s is refused by name', async (_, instead, wanted, code) => {
  answer = instead;
  const { landed, reason, who } = await logIn();
  expect([landed, reason, who]).toEqual([`/?feil=${code}`, wanted, undefined]);
});
