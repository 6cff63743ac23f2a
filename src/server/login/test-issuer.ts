// A real OpenID provider on this machine, for tests: logs in whom the test says, as strongly as the test says.

import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type ClientMetadata, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Day } from '#domain/time/day.ts';

/** Whom the issuer will say it is, and what it says of how that was proved. */
export interface Person {
  subject: string;
  acr?: string;
  amr?: string[];
  /** More that stands in the token. */
  claims?: Record<string, unknown>;
}

export interface TestIssuer {
  issuer: string;
  /** What our side signs with, when it authenticates by a key. */
  clientKey: JsonWebKey & { kty: string; kid: string; alg: string };
  /** Who logs in from now on; without one the browser is shown a page with a link for each of `people`. */
  logsIn(person: Person | undefined): void;
  /** Where a browser ends that goes to an address here and follows every way on: back at our side. */
  follow(address: string, cookies?: Cookies): Promise<string>;
  /** Says yes on the issuer's own page for logging out. */
  leave(address: string, cookies: Cookies): Promise<void>;
  /** How many times somebody has had to say who they are: not asked again is single sign-on. */
  timesAsked(): number;
  close(): Promise<void>;
}

/** When the keys of the test's clients were made: some time before the day on which it stands. */
export const MADE_ON = '2024-01-02' as Day;
export const CLIENT_SECRET = 'a secret for tests alone, of forty-some characters';

function newKey(kid: string) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kty: 'EC', kid, alg: 'ES256', use: 'sig' };
}

/** What a browser holds of the issuer's. */
export type Cookies = Map<string, string>;

interface Wanted {
  /** Where the issuer may send people back to. */
  redirectUris: string[];
  postLogoutUris?: string[];
  people?: Record<string, Person>;
  /** More that both clients are registered with. */
  client?: Partial<ClientMetadata>;
}

/** Two clients: `by-key`, which signs with `clientKey`, and `by-secret`. */
export async function openTestIssuer(wanted: Wanted): Promise<TestIssuer> {
  let handler: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientKey = newKey('client');
  const { d: _, ...publicKey } = clientKey;
  let next: Person | undefined;
  let asked = 0;
  const people = new Map(Object.entries(wanted.people ?? {}));
  const personOf = (subject: string) =>
    next?.subject === subject ? next : [...people.values()].find((one) => one.subject === subject);
  const provider = new Provider(issuer, {
    clients: [
      clientOf('by-key', wanted, {
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [publicKey] },
      }),
      clientOf('by-secret', wanted, {
        token_endpoint_auth_method: 'client_secret_post',
        client_secret: CLIENT_SECRET,
      }),
    ],
    ...settingsOf(personOf),
  });
  const callback = provider.callback();
  handler = (request, response) => {
    const [, uid, chosen] = /^\/choose\/([^/]+)(?:\/(.+))?$/.exec(request.url ?? '') ?? [];
    if (uid === undefined) return callback(request, response);
    asked += 1;
    const person = chosen === undefined ? next : people.get(decodeURIComponent(chosen));
    if (person === undefined)
      return response.setHeader('content-type', 'text/html').end(choiceOf(uid, people));
    const { subject, acr, amr } = person;
    const login = {
      accountId: subject,
      ...(acr === undefined ? {} : { acr }),
      ...(amr === undefined ? {} : { amr }),
    };
    return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  };
  return {
    issuer,
    clientKey,
    logsIn: (person) => {
      next = person;
    },
    follow: (address, cookies = new Map()) => follow(issuer, address, cookies),
    leave: (address, cookies) => leave(issuer, address, cookies),
    timesAsked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const clientOf = (
  client_id: string,
  wanted: Wanted,
  authentication: Partial<ClientMetadata>,
): ClientMetadata => ({
  client_id,
  redirect_uris: wanted.redirectUris,
  post_logout_redirect_uris: wanted.postLogoutUris ?? [],
  grant_types: ['authorization_code'],
  response_types: ['code'],
  id_token_signed_response_alg: 'ES256',
  // Only so that tokens carry the issuer's name for its session; nobody listens there.
  backchannel_logout_uri: 'http://127.0.0.1:9/',
  backchannel_logout_session_required: true,
  ...authentication,
  ...wanted.client,
});

const settingsOf = (personOf: (subject: string) => Person | undefined): Configuration => ({
  jwks: { keys: [newKey('issuer')] },
  cookies: { keys: ['k'.repeat(32)] },
  pkce: { required: () => true },
  ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
  acrValues: ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high', 'c1'],
  scopes: ['openid'],
  claims: { openid: ['sub', 'acr', 'amr', 'pid', 'email', 'name', 'authorization_details'] },
  conformIdTokenClaims: false,
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    dPoP: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.body = `<h1>Logg ut av prøveutstederen?</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Ja</button>`;
      },
    },
  },
  findAccount: (_, accountId) => ({
    accountId,
    claims: () => ({ sub: accountId, ...personOf(accountId)?.claims }),
  }),
  interactions: { url: (_, { uid }) => `/choose/${uid}` },
  loadExistingGrant: grantOf,
});

/** Nobody is asked whether they agree: the issuers of municipalities do not ask either. */
async function grantOf({ oidc }: KoaContextWithOIDC) {
  if (oidc.client === undefined || oidc.session?.accountId === undefined) return undefined;
  const grant = new oidc.provider.Grant({
    clientId: oidc.client.clientId,
    accountId: oidc.session.accountId,
  });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

const choiceOf = (uid: string, people: Map<string, Person>): string =>
  `<!doctype html><html lang="nb"><title>Prøveutsteder</title><h1>Hvem er du?</h1>${[...people.keys()]
    .map((name) => `<p><a href="/choose/${uid}/${encodeURIComponent(name)}">${name}</a></p>`)
    .join('')}</html>`;

async function visit(at: string, cookies: Cookies, request: RequestInit = {}): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(at, { ...request, redirect: 'manual', headers: { cookie } });
  for (const set of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
  return response;
}

async function leave(issuer: string, address: string, cookies: Cookies): Promise<void> {
  const page = await (await visit(address, cookies)).text();
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const said = new URLSearchParams({ xsrf, logout: 'yes' });
  const { status } = await visit(`${issuer}/session/end/confirm`, cookies, { method: 'POST', body: said });
  if (status !== 303) throw new Error(`${status}: not logged out of the issuer`);
}

async function follow(issuer: string, address: string, cookies: Cookies): Promise<string> {
  let at = address;
  for (let step = 0; step < 10 && at.startsWith(issuer); step++) {
    const response = await visit(at, cookies);
    const next = response.headers.get('location');
    if (next === null) throw new Error(`${response.status} ${await response.text()}`);
    at = new URL(next, at).href;
  }
  return at;
}
