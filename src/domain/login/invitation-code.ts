/** Crockford's letters: none that is taken for another, and no I, L, O or U. Twelve of them are 60 bits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const GROUP = 4;

/**
 * A code to say to somebody or write on paper: `7K3M-QX2P-9TBA`.
 *
 * @param random at least twelve bytes
 */
export function invitationCode(random: Uint8Array): string {
  const letters = Array.from(random.slice(0, LENGTH), (byte) => LETTERS.charAt(byte % LETTERS.length));
  return [0, GROUP, 2 * GROUP].map((from) => letters.slice(from, from + GROUP).join('')).join('-');
}

/** What was typed, as it was meant: small letters, missing dashes, and letters that look like others. */
export const codeAsMeant = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[\s–—-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
