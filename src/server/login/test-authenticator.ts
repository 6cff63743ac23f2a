// Somebody's device, for tests of passkeys: makes keys and signs what it is asked to, and lies where a test wants it to.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { AddPasskey, NewPasskey, PasskeyAnswer, PasskeyAsked } from '#contract/passkey.ts';

/** What the device says that is not so. */
interface Lies {
  origin?: string;
  site?: string;
  type?: string;
  /** Whoever holds it was not asked for a finger, a face or a code. */
  unverified?: true;
  challenge?: string;
  /** Another's word on whose key it is. */
  handle?: string;
  /** Another's key. */
  id?: string;
  counted?: number;
}

export interface Authenticator {
  make(asked: NewPasskey, lies?: Lies): AddPasskey;
  answer(asked: PasskeyAsked, lies?: Lies): PasskeyAnswer;
}

type Kind = 'ES256' | 'RS256' | 'EdDSA';
const COSE: Record<Kind, number> = { ES256: -7, RS256: -257, EdDSA: -8 };

/** @param at the origin that the browser is on */
export function openAuthenticator(at: string, kind: Kind = 'ES256'): Authenticator {
  const { publicKey, privateKey } = pairOf(kind);
  const id = randomBytes(32);
  let counted = 0;
  let handle = '';
  const clientData = (type: string, challenge: string, lies: Lies): string =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? at,
        crossOrigin: false,
      }),
    ).toString('base64url');
  const authenticatorData = (rpId: string, lies: Lies, attested?: Buffer): Buffer => {
    const flags = 0x01 | (lies.unverified ? 0 : 0x04) | (attested ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(lies.counted ?? counted);
    return Buffer.concat([
      createHash('sha256')
        .update(lies.site ?? rpId)
        .digest(),
      Buffer.from([flags]),
      count,
      attested ?? Buffer.alloc(0),
    ]);
  };
  return {
    make: (asked, lies = {}) => {
      handle = asked.user.id;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, cborMap(coseOf(kind, publicKey))]);
      const attestation = cborMap([
        ['fmt', 'none'],
        ['attStmt', []],
        ['authData', authenticatorData(asked.rp.id, lies, attested)],
      ]);
      return {
        id: id.toString('base64url'),
        clientDataJSON: clientData('webauthn.create', asked.challenge, lies),
        attestationObject: attestation.toString('base64url'),
      };
    },
    answer: (asked, lies = {}) => {
      counted += 1;
      const clientDataJSON = clientData('webauthn.get', asked.challenge, lies);
      const data = authenticatorData(asked.rpId, lies);
      const signed = Buffer.concat([
        data,
        createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest(),
      ]);
      return {
        id: lies.id ?? id.toString('base64url'),
        clientDataJSON,
        authenticatorData: data.toString('base64url'),
        signature: sign(kind === 'EdDSA' ? null : 'sha256', signed, privateKey).toString('base64url'),
        userHandle: lies.handle ?? handle,
      };
    },
  };
}

function pairOf(kind: Kind): { publicKey: KeyObject; privateKey: KeyObject } {
  if (kind === 'RS256') return generateKeyPairSync('rsa', { modulusLength: 2048 });
  return kind === 'EdDSA'
    ? generateKeyPairSync('ed25519')
    : generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function coseOf(kind: Kind, key: KeyObject): [number, number | Buffer][] {
  const part = (name: 'x' | 'y' | 'n' | 'e') =>
    Buffer.from(key.export({ format: 'jwk' })[name] ?? '', 'base64url');
  const alg = COSE[kind];
  if (kind === 'RS256')
    return [
      [1, 3],
      [3, alg],
      [-1, part('n')],
      [-2, part('e')],
    ];
  if (kind === 'EdDSA')
    return [
      [1, 1],
      [3, alg],
      [-1, 6],
      [-2, part('x')],
    ];
  return [
    [1, 2],
    [3, alg],
    [-1, 1],
    [-2, part('x')],
    [-3, part('y')],
  ];
}

type Cbor = number | string | Buffer | [Cbor, Cbor][];
const cborMap = (entries: [Cbor, Cbor][]): Buffer =>
  Buffer.concat([
    cborHead(5, entries.length),
    ...entries.flatMap(([key, value]) => [cbor(key), cbor(value)]),
  ]);

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value);
  if (typeof value === 'string') return Buffer.concat([cborHead(3, value.length), Buffer.from(value)]);
  return Buffer.isBuffer(value) ? Buffer.concat([cborHead(2, value.length), value]) : cborMap(value);
}

function cborHead(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  if (size < 256) return Buffer.from([(major << 5) | 24, size]);
  return Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
}
