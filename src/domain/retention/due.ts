import type { LegalClass } from '../fact/legal-class.ts';
import { addMonths, type Day, dayOf } from '../time/day.ts';

/** One person's content of one class, all versions of all facts. */
export interface Content {
  participantId: string;
  legalClass: LegalClass;
  /** When something of it was last written or last happened (RFC 3339). */
  lastEntryAt: string;
}

export interface Keeping {
  /** Months after the last entry, by class; a class that is not here is kept for ever. */
  months: Partial<Record<LegalClass, number>>;
  /** Those whose content stays, whatever its age. */
  held: ReadonlySet<string>;
  /** Those who are in a service now. */
  underWay: ReadonlySet<string>;
  today: Day;
}

/**
 * Whether the time of somebody's content has passed: the period of its class has run out after the last entry, nobody holds
 * it, and the person is not followed up now. A period that is not set is never.
 */
export function isDue({ participantId, legalClass, lastEntryAt }: Content, keeping: Keeping): boolean {
  const months = keeping.months[legalClass];
  if (months === undefined) return false;
  if (keeping.held.has(participantId) || keeping.underWay.has(participantId)) return false;
  return addMonths(dayOf(lastEntryAt), months) < keeping.today;
}

/** A row of a fact, and what it refers to that must be there as long as it is. */
export interface Row {
  key: string;
  refersTo: readonly string[];
}

/**
 * Which of those whose time has passed can go: not what something that stays refers to, nor what that refers to.
 * @param due keys of rows
 * @param rows all rows of the people concerned
 */
export function whatCanGo(due: ReadonlySet<string>, rows: readonly Row[]): Set<string> {
  const going = new Set(due);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const stays = rows.filter(({ key }) => !going.has(key));
  for (let row = stays.pop(); row !== undefined; row = stays.pop()) {
    for (const key of row.refersTo) {
      if (!going.delete(key)) continue;
      const kept = byKey.get(key);
      if (kept !== undefined) stays.push(kept);
    }
  }
  return going;
}
