/** Counts from one up to this one could point at a person. */
const SMALLEST_SHOWN = 5;

/** What is said of a part when those left outside it are so few that they could be pointed at. */
export type Part = number | null | 'nearly-all';

/** A part as it may be shown beside its whole: neither it nor what is left of the whole points at anybody. */
export function shownPart(part: number, whole: number): Part {
  if (whole < SMALLEST_SHOWN) return shown(part);
  const rest = whole - part;
  return rest > 0 && rest < SMALLEST_SHOWN ? 'nearly-all' : shown(part);
}

/** A count as it may be shown: none and five or more as they are, in between not at all. */
export const shown = (count: number): number | null =>
  count === 0 || count >= SMALLEST_SHOWN ? count : null;
