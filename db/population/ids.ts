import type { Random } from './random.ts';

/** Ids of version 7 form, the same for the same seed: a time in front, so that rows of one time lie together as in life. */
export const idsFrom =
  (random: Random) =>
  (at: number): string => {
    const time = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0');
    const tail = digits(random, 6) + digits(random, 6);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(random, 3)}-8${digits(random, 3)}-${tail}`;
  };

const digits = (random: Random, count: number): string =>
  Math.floor(random() * 16 ** count)
    .toString(16)
    .padStart(count, '0');
