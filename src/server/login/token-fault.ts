import * as openid from 'openid-client';
import type { RefusalCode } from '#contract/refusals.ts';

/** Why an issuer's answer was not taken: what people are told, and the name that our log knows it by. */
export interface TokenFault {
  refusal: Extract<RefusalCode, 'login-not-trusted' | 'login-cancelled' | 'issuer-away'>;
  reason: string;
}

const distrust = (reason: string): TokenFault => ({ refusal: 'login-not-trusted', reason });
const away = (reason: string): TokenFault => ({ refusal: 'issuer-away', reason });

/** The library says much of it in sentences alone. */
const BY_SENTENCE: readonly [RegExp, string][] = [
  [/signature verification failed/, 'wrong-signature'],
  [/implicit|hybrid/, 'not-conforming'],
  [/"alg"/, 'wrong-algorithm'],
  [/"iss"/, 'wrong-issuer'],
  [/"state"/, 'wrong-state'],
  [/"azp"|"aud"/, 'wrong-audience'],
  [/missing|ID Token/, 'claim-missing'],
];
const BY_CLAIM: Record<string, string> = {
  iss: 'wrong-issuer',
  aud: 'wrong-audience',
  azp: 'wrong-audience',
  nonce: 'wrong-nonce',
  exp: 'expired',
};

/** Names what went wrong between an issuer and us, and repeats nothing of what it sent; nothing for a fault of our own. */
export function tokenFault(error: unknown): TokenFault | undefined {
  if (error instanceof openid.AuthorizationResponseError)
    return error.error === 'access_denied'
      ? { refusal: 'login-cancelled', reason: 'cancelled' }
      : distrust('issuer-refused');
  if (error instanceof openid.ResponseBodyError)
    return distrust(error.error === 'invalid_grant' ? 'code-refused' : 'client-refused');
  // What `fetch` throws when nobody answers is told from other errors of its type by what lies inside.
  if (error instanceof TypeError && error.cause !== undefined) return away('unreachable');
  if (!(error instanceof openid.ClientError)) return undefined;
  const { code } = error;
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return away('timeout');
  if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' || code === 'OAUTH_RESPONSE_IS_NOT_JSON')
    return away('answer-not-conforming');
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return distrust('expired');
  if (code === 'OAUTH_KEY_SELECTION_FAILED') return distrust('unknown-key');
  const said = causesOf(error);
  const claim = said.map((one) => BY_CLAIM[(one as { claim?: string }).claim ?? '']).find((one) => one);
  const sentence = said.map(({ message }) => message ?? '').join('\n');
  const named = claim ?? BY_SENTENCE.find(([pattern]) => pattern.test(sentence))?.[1];
  return distrust(named ?? (code === 'OAUTH_UNSUPPORTED_OPERATION' ? 'wrong-algorithm' : 'not-conforming'));
}

/** The library wraps what it found in a general error: the particular one lies inside. */
function causesOf(error: { message?: string; cause?: unknown }): { message?: string }[] {
  const { cause } = error;
  return typeof cause === 'object' && cause !== null ? [error, ...causesOf(cause)] : [error];
}
