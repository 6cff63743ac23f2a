import {
  freshKeyRing,
  type KeyRing,
  type NumberKeys,
  numberKeys,
  readKeyRing,
} from '#server/db/number-keys.ts';

/** The bench's own, gone with it; as a file would have them, so that they can be handed to the server's process. */
export const benchKeys = (): string => freshKeyRing('bench');

export const numbersFrom = (file: string): NumberKeys => numberKeys(readKeyRing(file) as KeyRing);
