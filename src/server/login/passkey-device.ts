// What is asked of somebody's device, and what its answer proves. Every check of WebAuthn is the library's; which answers
// are enough is said here.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { AddPasskey, NewPasskey, PasskeyAnswer, PasskeyAsked } from '#contract/passkey.ts';

/** Whose passkeys they are: this installation, where people meet it. */
export interface Site {
  origin: string;
  id: string;
}

/** EdDSA, ES256 and RS256, as COSE numbers them; the first is what is liked best. */
const ALGORITHMS = [-8, -7, -257];
const ANSWER_WITHIN_MS = 120_000;
const PRODUCT = 'Medvandrer';

/** A key that a device has made. */
interface MadeKey {
  credential: Uint8Array;
  publicKey: Uint8Array;
  uses: number;
}

/** The device's answer is not taken. */
export class NotProved extends Error {
  readonly reason: string;
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'));

interface KeyFor {
  challenge: string;
  /** What its owner calls the device. */
  name: string;
  handle: Uint8Array;
  /** The devices that have a key already, which then say so instead of making another. */
  known: readonly Uint8Array[];
}

export async function askForKey(site: Site, { challenge, name, handle, known }: KeyFor): Promise<NewPasskey> {
  const asked = await generateRegistrationOptions({
    rpName: PRODUCT,
    challenge: bytesOf(challenge),
    rpID: site.id,
    // The device shows it, and may keep it in its owner's account elsewhere: nothing that we know about them.
    userName: name,
    userDisplayName: name,
    userID: new Uint8Array(handle),
    timeout: ANSWER_WITHIN_MS,
    attestationType: 'none',
    excludeCredentials: known.map((credential) => ({ id: base64url(credential) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  return asked as NewPasskey;
}

export async function askForProof(site: Site, challenge: string): Promise<PasskeyAsked> {
  const asked = await generateAuthenticationOptions({
    challenge: bytesOf(challenge),
    rpID: site.id,
    timeout: ANSWER_WITHIN_MS,
    userVerification: 'required',
  });
  return asked as PasskeyAsked;
}

/** What a device says that it was asked to sign; nothing when it cannot be read. */
export function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    const challenge = (said as { challenge?: unknown } | null)?.challenge;
    return typeof challenge === 'string' && challenge.length <= 100 ? challenge : undefined;
  } catch {
    return undefined;
  }
}

/** The key in a device's answer to what it was asked, or throws `NotProved`. */
export async function madeKey(
  site: Site,
  { id, clientDataJSON, attestationObject }: AddPasskey,
  challenge: string,
): Promise<MadeKey> {
  const { verified, registrationInfo } = await named(() =>
    verifyRegistrationResponse({
      response: {
        ...asSent(id),
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  // The signature of an attestation is not what anybody here relies on; one that is wrong is no good sign all the same.
  if (!verified || registrationInfo.credential.id !== id) throw new NotProved('wrong-signature');
  const { publicKey, counter } = registrationInfo.credential;
  return { credential: bytesOf(id), publicKey, uses: counter };
}

/** How often the device says that it has been used, when it signed what it was asked to; or throws `NotProved`. */
export async function provedBy(
  site: Site,
  { id, userHandle, ...response }: PasskeyAnswer,
  key: { publicKey: Uint8Array; handle: Uint8Array },
  challenge: string,
): Promise<number> {
  const { verified, authenticationInfo } = await named(() =>
    verifyAuthenticationResponse({
      response: { ...asSent(id), response: { ...response, userHandle } },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      // Whether the count has risen is decided together with writing it down, in the database.
      credential: { id, publicKey: new Uint8Array(key.publicKey), counter: 0 },
      requireUserVerification: true,
    }),
  );
  if (!verified) throw new NotProved('wrong-signature');
  if (base64url(key.handle) !== userHandle) throw new NotProved('another-owner');
  return authenticationInfo.newCounter;
}

const asSent = (id: string) => ({
  id,
  rawId: id,
  type: 'public-key' as const,
  clientExtensionResults: {},
});

/** The library says it in words, with what was sent in them; our log says it by a name. */
const REASONS: readonly [RegExp, string][] = [
  [/origin/i, 'wrong-origin'],
  [/RP ID/i, 'wrong-site'],
  [/verif|present/i, 'user-not-verified'],
  [/alg/, 'wrong-algorithm'],
];

async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const [, reason = 'not-readable'] = REASONS.find(([pattern]) => pattern.test(said)) ?? [];
    throw new NotProved(reason);
  }
}
