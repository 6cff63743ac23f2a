import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** A key and the name that stands beside whatever was made with it. */
export interface NamedKey {
  id: string;
  key: Buffer;
}

/** The first of each is used for what is new; the others still open and find what was made with them. */
export interface KeyRing {
  seal: readonly NamedKey[];
  mark: readonly NamedKey[];
}

export interface SealedNumber {
  sealed: Buffer;
  sealed_with: string;
  mark: Buffer;
  marked_with: string;
}

export interface NumberKeys {
  /** Bound to the person whose number it is: put on somebody else's row it opens no more. */
  seal(number: string, participantId: string): SealedNumber;
  /** @throws when the key is not there, or it was not sealed for this person */
  open(sealed: Pick<SealedNumber, 'sealed' | 'sealed_with'>, participantId: string): string;
  /** One for each key there is, so that a number is found while keys are being changed. */
  marksOf(number: string): Buffer[];
  /** A fingerprint of a request. Without the key a number could be guessed from a plain one. */
  digest(text: string): Buffer;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const PROOF_BYTES = 16;

/** @throws when there is no key to begin with */
export function numberKeys({ seal, mark }: KeyRing): NumberKeys {
  const [sealNow, markNow] = [seal[0], mark[0]];
  if (sealNow === undefined || markNow === undefined) throw new Error('no key for person numbers');
  return {
    seal: (number, participantId) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealNow.key, nonce).setAAD(Buffer.from(participantId));
      const sealed = Buffer.concat([
        nonce,
        cipher.update(number, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return {
        sealed,
        sealed_with: sealNow.id,
        mark: markWith(markNow.key, number),
        marked_with: markNow.id,
      };
    },
    open: ({ sealed, sealed_with }, participantId) => {
      const named = seal.find(({ id }) => id === sealed_with);
      if (named === undefined) throw new Error('the key that a person number is sealed with is not here');
      const decipher = createDecipheriv('aes-256-gcm', named.key, sealed.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(participantId))
        .setAuthTag(sealed.subarray(-PROOF_BYTES));
      const number = decipher.update(sealed.subarray(NONCE_BYTES, -PROOF_BYTES));
      return Buffer.concat([number, decipher.final()]).toString('utf8');
    },
    marksOf: (number) => mark.map(({ key }) => markWith(key, number)),
    digest: (text) => createHmac('sha256', markNow.key).update(`request\0${text}`).digest(),
  };
}

const markWith = (key: Buffer, number: string): Buffer =>
  createHmac('sha256', key).update(`number\0${number}`).digest();

/** As it stands in a file: `{"seal": [{"id": "2026", "key": "…32 bytes in base64…"}], "mark": […]}`. */
export function readKeyRing(json: string): KeyRing | { wrong: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return { wrong: 'is no JSON' };
  }
  const ring = { seal: keysIn(parsed, 'seal'), mark: keysIn(parsed, 'mark') };
  if (ring.seal === undefined || ring.mark === undefined)
    return {
      wrong:
        'needs "seal" and "mark": lists of {"id", "key"}, with 32 bytes of base64 and ids of a-z, 0-9 and -',
    };
  return { seal: ring.seal, mark: ring.mark };
}

function keysIn(parsed: unknown, name: 'seal' | 'mark'): NamedKey[] | undefined {
  const list: unknown = (parsed as Record<string, unknown> | null)?.[name];
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const keys = list.map((one: { id?: unknown; key?: unknown }) => ({
    id: String(one?.id ?? ''),
    key: Buffer.from(String(one?.key ?? ''), 'base64'),
  }));
  const whole = keys.every(({ id, key }) => /^[a-z0-9-]{1,40}$/.test(id) && key.length === KEY_BYTES);
  const named = new Set(keys.map(({ id }) => id)).size === keys.length;
  return whole && named ? keys : undefined;
}

/** New keys, as the file has them. */
export function freshKeyRing(id: string): string {
  const fresh = () => [{ id, key: randomBytes(KEY_BYTES).toString('base64') }];
  return `${JSON.stringify({ seal: fresh(), mark: fresh() }, null, 2)}\n`;
}
