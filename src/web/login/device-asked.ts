import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import type { AddPasskey, NewPasskey, PasskeyAnswer, PasskeyAsked } from '#contract/passkey.ts';
import { m } from '#text/generated/messages.js';
import { ApiProblem, problemText } from '../app/problem.ts';

/** The device is asked to make a key; it asks its owner for a finger, a face or a code. */
export async function makeKey(asked: NewPasskey): Promise<AddPasskey> {
  const { id, response } = await startRegistration({ optionsJSON: asked });
  return { id, clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject };
}

/** The device is asked to sign; it offers what it has for this site. */
export async function signAsked(asked: PasskeyAsked): Promise<PasskeyAnswer> {
  const { id, response } = await startAuthentication({ optionsJSON: asked });
  const { clientDataJSON, authenticatorData, signature, userHandle = '' } = response;
  return { id, clientDataJSON, authenticatorData, signature, userHandle };
}

const IN_WORDS: Partial<Record<WebAuthnError['code'], () => string>> = {
  ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED: m.refusal_passkey_known,
  ERROR_AUTHENTICATOR_MISSING_DISCOVERABLE_CREDENTIAL_SUPPORT: m.passkey_cannot,
  ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT: m.passkey_cannot,
  ERROR_AUTHENTICATOR_NO_SUPPORTED_PUBKEYCREDPARAMS_ALG: m.passkey_cannot,
  ERROR_INVALID_DOMAIN: m.passkey_cannot,
  ERROR_INVALID_RP_ID: m.passkey_cannot,
};

/** What went otherwise than wanted, in words. Browsers do not tell turning back from having nothing to offer. */
export function deviceSaid(error: unknown, stopped: string): string {
  if (error instanceof ApiProblem) return problemText(error);
  return error instanceof WebAuthnError ? (IN_WORDS[error.code]?.() ?? stopped) : stopped;
}
