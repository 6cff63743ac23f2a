import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

// An issuer's token names a person, so it is kept in a form that is of use to that person's browser alone.
const CIPHER = 'aes-256-gcm';
const START = 12;
const TAG = 16;

const keyOf = (held: string): Buffer =>
  Buffer.from(hkdfSync('sha256', held, '', 'medvandrer logout hint', 32));

/** Encrypts something for one browser: what is stored can be read only together with what its cookie holds. */
export function sealFor(key: string, text: string): Buffer {
  const start = randomBytes(START);
  const cipher = createCipheriv(CIPHER, keyOf(key), start);
  return Buffer.concat([start, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

export function unseal(key: string, sealed: Buffer): string {
  const decipher = createDecipheriv(CIPHER, keyOf(key), sealed.subarray(0, START));
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(START, -TAG)), decipher.final()]).toString('utf8');
}
