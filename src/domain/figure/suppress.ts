/** Counts from one up to this one could point at a person. */
const SMALLEST_SHOWN = 5;

/** A count as it may be shown: none and five or more as they are, in between not at all. */
export const shown = (count: number): number | null =>
  count === 0 || count >= SMALLEST_SHOWN ? count : null;
