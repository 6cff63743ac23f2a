/** The value below which this share of the measurements lies, by nearest rank: always one that was measured. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN;
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
};

/**
 * How many times as long one thing takes as another that was measured in turn with it. The median of the medians'
 * ratio for each subject, so that a slow subject weighs no more than a quick one and a burst of other load hits both.
 */
export const interleavedRatio = (
  subjects: readonly { with: readonly number[]; without: readonly number[] }[],
): number => median(subjects.map((subject) => median(subject.with) / median(subject.without)));

export const round = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits;
