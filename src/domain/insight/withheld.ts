import { type ComplaintBody, legalBases } from '../access/legal-basis.ts';
import type { LegalClass } from '../fact/legal-class.ts';

export type WithheldReason = 'confided-by-relative' | 'closed';

export interface Withheld {
  reason: WithheldReason;
  /**
   * `counted`: how many there are is told. `in-general`: that such things may be there is told to everyone, and never
   * whether there are any: the count itself would tell that somebody close has talked.
   */
  told: 'counted' | 'in-general';
  complaint: ComplaintBody;
}

/**
 * Why something about a person is not in their own copy of everything. What is withheld is decided by who may read what
 * (domain/access/visibility.ts), and here it is only said: nothing is left out in silence.
 */
export function whyWithheld(legalClass: LegalClass): Withheld {
  const { complaint } = legalBases[legalClass];
  if (legalClass === 'relative-own') return { reason: 'confided-by-relative', told: 'in-general', complaint };
  return { reason: 'closed', told: 'counted', complaint };
}

export interface Tally {
  table: string;
  legalClass: LegalClass;
  count: number;
}

/** What there is and was not shown, and may be counted. Both lists have a table and a class once. */
export function withheldOf(there: readonly Tally[], shown: readonly Tally[]): (Tally & Withheld)[] {
  const key = ({ table, legalClass }: Tally) => `${table} ${legalClass}`;
  const counts = new Map(shown.map((tally) => [key(tally), tally.count]));
  return there
    .map((tally) => ({
      ...tally,
      count: tally.count - (counts.get(key(tally)) ?? 0),
      ...whyWithheld(tally.legalClass),
    }))
    .filter(({ count, told }) => count > 0 && told === 'counted');
}
