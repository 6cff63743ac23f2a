import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import Type from 'typebox';
import { Value } from 'typebox/value';
import type { SealedBatch } from './verify.ts';

/**
 * What the log was at one moment, to be kept somewhere else: a log that is cut, rolled back or written anew from the
 * beginning agrees with itself, and only what is kept outside can tell.
 */
export const Checkpoint = Type.Object(
  {
    format: Type.Literal('medvandrer-audit-checkpoint/1'),
    batch: Type.Integer({ minimum: 0 }),
    lookUpsTo: Type.String({ pattern: '^[0-9]{1,19}$' }),
    head: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    sealedAt: Type.String({ maxLength: 40 }),
    /** Of who signed it: an Ed25519 public key, SPKI in base64. */
    publicKey: Type.Optional(Type.String({ maxLength: 200 })),
    signature: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type Checkpoint = Type.Static<typeof Checkpoint>;

/** @param key an Ed25519 private key; without one it is not signed */
export function checkpointOf(last: SealedBatch, key?: KeyObject): Checkpoint {
  const plain: Checkpoint = {
    format: 'medvandrer-audit-checkpoint/1',
    batch: last.batch,
    lookUpsTo: last.to,
    head: last.head.toString('hex'),
    sealedAt: last.sealedAt,
  };
  if (key === undefined) return plain;
  const publicKey = spkiOf(createPublicKey(key));
  return { ...plain, publicKey, signature: sign(null, signedText(plain), key).toString('base64') };
}

const signedText = ({ format, batch, lookUpsTo, head, sealedAt }: Checkpoint): Buffer =>
  Buffer.from([format, batch, lookUpsTo, head, sealedAt].join('\n'));

const spkiOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64');

/** A short name for a key, to be compared by eye. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16);

/** A checkpoint from a file; undefined when it is none. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return Value.Check(Checkpoint, read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** An Ed25519 private key from PEM; undefined when it is none. */
export function readSigningKey(pem: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

type Compared = 'agrees' | 'checkpoint-ahead' | 'checkpoint-differs' | 'checkpoint-signature';

/**
 * Whether the log still holds what it held when the checkpoint was made.
 * @param here the log's batch with the checkpoint's number; undefined when it has no such batch
 */
export function compareCheckpoint(checkpoint: Checkpoint, here: SealedBatch | undefined): Compared {
  if (!isSoundlySigned(checkpoint)) return 'checkpoint-signature';
  if (here === undefined) return 'checkpoint-ahead';
  return here.head.toString('hex') === checkpoint.head ? 'agrees' : 'checkpoint-differs';
}

/** One without a signature is sound: whoever kept it is then all there is to trust. */
function isSoundlySigned(checkpoint: Checkpoint): boolean {
  const { publicKey, signature } = checkpoint;
  if (publicKey === undefined && signature === undefined) return true;
  if (publicKey === undefined || signature === undefined) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, signedText(checkpoint), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
