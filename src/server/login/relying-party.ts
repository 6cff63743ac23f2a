import * as openid from 'openid-client';
import type { Claims } from '#domain/login/proof.ts';
import type { Provider, SigningKey } from './provider.ts';
import { type TokenFault, tokenFault } from './token-fault.ts';

/** What an issuer's answer must fit. */
export interface Expected {
  state: string;
  nonce: string;
  verifier: string;
}

/** Somebody, as an issuer vouches for them. */
export interface Vouched {
  issuer: string;
  subject: string;
  claims: Claims;
  /** The token itself, to be given back when logging out. */
  token: string;
}

/** The issuer's answer is not taken, or it does not answer. */
export class NotVouched extends Error {
  readonly fault: TokenFault;
  constructor(fault: TokenFault, options?: ErrorOptions) {
    super(fault.reason, options);
    this.fault = fault;
  }
}

export interface RelyingParty {
  /** Where people meet this server. */
  publicAddress: string;
  providers: readonly Provider[];
  /** Where to send a browser for an answer that fits. */
  send(provider: Provider, expected: Expected): Promise<string>;
  /** Takes the answer, or throws `NotVouched`. */
  receive(provider: Provider, query: string, expected: Expected): Promise<Vouched>;
  /** Where to log out of the issuer too; nothing when it has no such place. */
  farewell(provider: Provider, token: string): Promise<string | undefined>;
}

const ANSWER_WITHIN_S = 5;
const METADATA_LIVES_MS = 60 * 60_000;
const TRY_AGAIN_AFTER_MS = 30_000;

/** @param publicAddress where people meet this server: where issuers send them back to */
export function openRelyingParty(providers: readonly Provider[], publicAddress: string): RelyingParty {
  const metadata = new Map(providers.map((provider) => [provider.id, cached(() => discover(provider))]));
  const backTo = ({ id }: Provider): string => `${publicAddress}/api/login/${id}/callback`;
  /** Everything that leaves here fails by the name of a fault. */
  const named = async <T>(provider: Provider, work: (at: openid.Configuration) => Promise<T>): Promise<T> => {
    try {
      const at = await metadata.get(provider.id)?.();
      if (at === undefined) throw new Error('a provider of another installation');
      return await work(at);
    } catch (error) {
      const fault = tokenFault(error);
      throw fault === undefined ? error : new NotVouched(fault, { cause: error });
    }
  };
  return {
    publicAddress,
    providers,
    send: (provider, { state, nonce, verifier }) =>
      named(provider, async (at) => {
        const parameters = {
          redirect_uri: backTo(provider),
          scope: provider.scope,
          state,
          nonce,
          code_challenge: await openid.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ...(provider.acrValues === undefined ? {} : { acr_values: provider.acrValues.join(' ') }),
          ...(provider.representation === undefined
            ? {}
            : { authorization_details: JSON.stringify([provider.representation]) }),
        };
        const pushed = at.serverMetadata().pushed_authorization_request_endpoint !== undefined;
        const address = pushed
          ? await openid.buildAuthorizationUrlWithPAR(at, parameters)
          : openid.buildAuthorizationUrl(at, parameters);
        return address.href;
      }),
    receive: (provider, query, { state, nonce, verifier }) =>
      named(provider, async (at) => {
        const tokens = await openid.authorizationCodeGrant(
          at,
          new URL(`${backTo(provider)}?${query}`),
          { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
          undefined,
          provider.dpop ? { DPoP: openid.getDPoPHandle(at, await openid.randomDPoPKeyPair('ES256')) } : {},
        );
        const claims = tokens.claims();
        if (claims === undefined || tokens.id_token === undefined) throw notVouched('claim-missing');
        // A token for others too could be used here by one of them.
        if (Array.isArray(claims.aud) && claims.aud.length > 1) throw notVouched('wrong-audience');
        return { issuer: claims.iss, subject: claims.sub, claims, token: tokens.id_token };
      }),
    farewell: (provider, token) =>
      named(provider, async (at) => {
        if (at.serverMetadata().end_session_endpoint === undefined) return undefined;
        return openid.buildEndSessionUrl(at, {
          id_token_hint: token,
          post_logout_redirect_uri: `${publicAddress}/`,
        }).href;
      }),
  };
}

const notVouched = (reason: string): NotVouched => new NotVouched({ refusal: 'login-not-trusted', reason });

/** Fetched when it is needed, kept for an hour, and kept on when the issuer is away: its keys may still be good. */
function cached(fetch: () => Promise<openid.Configuration>): () => Promise<openid.Configuration> {
  let known: openid.Configuration | undefined;
  let underWay: Promise<openid.Configuration> | undefined;
  let askAgainAt = 0;
  return async () => {
    if (known !== undefined && performance.now() < askAgainAt) return known;
    underWay ??= fetch().finally(() => {
      underWay = undefined;
    });
    try {
      known = await underWay;
      askAgainAt = performance.now() + METADATA_LIVES_MS;
    } catch (error) {
      if (known === undefined) throw error;
      askAgainAt = performance.now() + TRY_AGAIN_AFTER_MS;
    }
    return known;
  };
}

async function discover(provider: Provider): Promise<openid.Configuration> {
  const { issuer, clientId, algorithms } = provider;
  // Only loopback addresses get past the configuration without TLS.
  const plain = issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [];
  const authentication = await authenticationOf(provider);
  const found = await openid.discovery(new URL(issuer), clientId, undefined, authentication, {
    execute: plain,
    timeout: ANSWER_WITHIN_S,
  });
  const { supportsPKCE: _, ...server } = found.serverMetadata();
  const signed = (server.id_token_signing_alg_values_supported ?? ['RS256']).filter((one) =>
    algorithms.includes(one),
  );
  if (signed.length === 0) throw notVouched('wrong-algorithm');
  const at = new openid.Configuration(
    { ...server, id_token_signing_alg_values_supported: signed },
    clientId,
    undefined,
    authentication,
  );
  at.timeout = ANSWER_WITHIN_S;
  for (const allow of plain) allow(at);
  // Without it the library would take an ID token's word because it came over TLS.
  openid.enableNonRepudiationChecks(at);
  return at;
}

async function authenticationOf({ authentication }: Provider): Promise<openid.ClientAuth> {
  if (authentication.method === 'client_secret') return openid.ClientSecretPost(authentication.secret);
  const { key } = authentication;
  return openid.PrivateKeyJwt({ key: await importKey(key), kid: key.kid });
}

const importKey = (key: SigningKey) =>
  crypto.subtle.importKey('jwk', key, algorithmOf(key.alg), false, ['sign']);

function algorithmOf(alg: string): { name: string; namedCurve?: string; hash?: string } {
  const bits = alg.slice(2);
  if (alg.startsWith('ES')) return { name: 'ECDSA', namedCurve: bits === '512' ? 'P-521' : `P-${bits}` };
  if (alg.startsWith('PS')) return { name: 'RSA-PSS', hash: `SHA-${bits}` };
  if (alg.startsWith('RS')) return { name: 'RSASSA-PKCS1-v1_5', hash: `SHA-${bits}` };
  return { name: 'Ed25519' };
}
