import { FIRST_VIEW_KB } from '../scripts/first-view.ts';

/** One line of the answer, as scripts outside read it. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  /** Null where there is only something to follow. */
  budget: number | null;
  ok: boolean;
}

/** Whether a row over its budget fails the run; a budget that belongs to later work is shown and does not. */
export interface Measure {
  unit: string;
  budget?: number;
  later?: true;
}

/** Every row there is, by name, with what it may cost. */
export const measures = {
  'warm-start': { unit: 's', budget: 3 },
  'round-trips-my-day': { unit: 'round trips', budget: 3 },
  'round-trips-my-plan': { unit: 'round trips', budget: 3 },
  'round-trips-person': { unit: 'round trips', budget: 3 },
  'access-ratio-my-day': { unit: 'times', budget: 1.6 },
  'access-ratio-person': { unit: 'times', budget: 1.6 },
  // Twenty thousand people in two hundred municipalities; the same audit row and the same ids, past the policies and through them.
  'policies-ratio-my-day': { unit: 'times', budget: 1.4 },
  'policies-ratio-person': { unit: 'times', budget: 1.4 },
  'consent-effective-p50': { unit: 'ms' },
  'consent-effective-p99': { unit: 'ms', budget: 50 },
  // The slower against the quicker of a number that is known and one that is not; and of codes with a beginning that exists and not.
  'code-ask-known-and-unknown': { unit: 'times', budget: 1.05 },
  'code-type-near-and-far': { unit: 'times', budget: 1.05 },
  // Every route as everyone that somebody can be to a person, without leave and with: so many relations, and in so many something was wrong.
  'routes-in-every-relation': { unit: 'relations' },
  'routes-that-leak': { unit: 'relations', budget: 0 },
  'first-view-javascript': { unit: 'kB gzipped', budget: FIRST_VIEW_KB },
  'server-memory': { unit: 'MB', budget: 250 },
  'my-day-p50': { unit: 'ms' },
  'my-day-p99': { unit: 'ms', budget: 25, later: true },
  'my-plan-p50': { unit: 'ms' },
  'my-plan-p99': { unit: 'ms', budget: 25, later: true },
  'person-p50': { unit: 'ms' },
  'person-p99': { unit: 'ms', budget: 25, later: true },
  'log-contact-p50': { unit: 'ms' },
  'log-contact-p99': { unit: 'ms', budget: 30, later: true },
  'name-search-p50': { unit: 'ms' },
  'name-search-p99': { unit: 'ms', budget: 100 },
  'database-per-participant': { unit: 'kB', budget: 35, later: true },
  'facts-per-participant': { unit: 'facts' },
  'audit-per-person-look-up': { unit: 'bytes', budget: 250 },
  'audit-per-list-look-up': { unit: 'bytes', budget: 250 },
  'audit-per-look-up': { unit: 'bytes', budget: 250 },
} as const satisfies Record<string, Measure>;
export type Name = keyof typeof measures;
export const names = Object.keys(measures) as Name[];

export function row(name: Name, value: number): Row {
  const { unit, budget }: Measure = measures[name];
  return { name, value, unit, budget: budget ?? null, ok: budget === undefined || value <= budget };
}

/** Whether the run fails for it. */
export function fails(one: Row): boolean {
  const measure: Measure | undefined = measures[one.name as Name];
  return !one.ok && measure?.later !== true;
}

export function line(one: Row): string {
  const verdict =
    one.budget === null ? '' : one.ok ? '✓' : fails(one) ? '✗ over budget' : '· over a later budget';
  const budget = one.budget === null ? '' : `≤ ${one.budget}`;
  return `${one.name.padEnd(26)} ${String(one.value).padStart(9)} ${one.unit.padEnd(12)} ${budget.padEnd(7)} ${verdict}`.trimEnd();
}
