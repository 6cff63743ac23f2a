export type OutreachOutcome = 'met' | 'not-met' | 'called' | 'message-left';

/** Whether an attempt reached the person: we met, or spoke on the phone. */
export const reached = (outcome: OutreachOutcome): boolean => outcome === 'met' || outcome === 'called';

/**
 * Whom we try next: those the last attempt did not reach, then the others; in each the newest first. Nobody falls out
 * by being silent.
 * @param last the last attempt with each: what came of it, and when (RFC 3339)
 */
export const inOrderOfNeed = <T extends { last: { outcome: OutreachOutcome; at: string } }>(
  people: readonly T[],
): T[] =>
  people.toSorted(
    (a, b) =>
      Number(reached(a.last.outcome)) - Number(reached(b.last.outcome)) ||
      Date.parse(b.last.at) - Date.parse(a.last.at),
  );
