/** A small seeded generator (mulberry32): numbers from 0 to 1, the same ones every time for the same seed. */
export type Random = () => number;

export function randomFrom(seed: string): Random {
  let state = [...seed].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) | 0, 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `least` to `most`, both included. */
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

export function pick<const All extends readonly [unknown, ...unknown[]]>(
  random: Random,
  from: All,
): All[number] {
  return from[Math.floor(random() * from.length)] ?? from[0];
}
