import type { NumberKeys } from '../db/number-keys.ts';

/** What has to be known to send a code, and by nobody else. */
export interface Content {
  phone: string;
  code: string;
  language: 'nb' | 'nn' | 'en';
}

export interface SealedContent {
  sealed: Buffer;
  sealed_with: string;
  phone_mark: Buffer;
}

/** What a number is counted by, without being kept. */
const markOfPhone = (keys: NumberKeys, phone: string): Buffer => keys.digest(`phone\n${phone}`);
/** What a code is compared by. */
export const markOfCode = (keys: NumberKeys, kind: string, code: string): Buffer =>
  keys.digest(`${kind}\n${code}`);

/** Bound to the number it is for: on another row it opens no more. */
export function sealContent(keys: NumberKeys, content: Content): SealedContent {
  const phone_mark = markOfPhone(keys, content.phone);
  const { sealed, sealed_with } = keys.seal(JSON.stringify(content), phone_mark.toString('hex'));
  return { sealed, sealed_with, phone_mark };
}

export const openContent = (keys: NumberKeys, { phone_mark, ...sealed }: SealedContent): Content =>
  JSON.parse(keys.open(sealed, phone_mark.toString('hex'))) as Content;
