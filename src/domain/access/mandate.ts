import { ok, type Result, refuse } from '../result.ts';
import { type Day, endOf, startOf } from '../time/day.ts';
import type { Topic } from './topics.ts';
import { visibility } from './visibility.ts';

/** What a county governor's mandate may cover. Health is normally outside it (standards R22). */
export const mandateScopes = ['money', 'personal', 'health'] as const;
export type MandateScope = (typeof mandateScopes)[number];

/**
 * What opens each topic: all of the scopes that are named. A topic that holds more than one matter takes the scope of each
 * of them. Own words and the goals that are not of work or money hold health too; what is to be done is one topic,
 * whatever the goal, so it is open only to one who may see all the goals. Notes, crisis plan and measurings never are.
 */
const opens: readonly (readonly [Topic, ...MandateScope[]])[] = [
  ['money-goals', 'money'],
  ['tenancy', 'money'],
  ['work-goals', 'personal'],
  ['wishes', 'personal'],
  ['meeting', 'personal'],
  ['placements', 'personal'],
  ['goals', 'personal', 'health'],
  ['actions', 'money', 'personal', 'health'],
];
/** Who stands around somebody, so that the guardian and they can find each other. */
const opensAny: readonly Topic[] = ['team'];

/** The topics of a mandate; never more than the matrix lets a guardian be granted. Health alone opens nothing of it. */
export function topicsOfMandate(scopes: readonly MandateScope[]): Topic[] {
  const mayBeOpened = (topic: Topic) => visibility.verge[topic]?.endsWith('?') ?? false;
  const matters = opens
    .filter(([, ...needed]) => needed.every((scope) => scopes.includes(scope)))
    .map(([topic]) => topic);
  const around = scopes.some((scope) => scope !== 'health') ? opensAny : [];
  return [...matters, ...around].filter(mayBeOpened);
}

export interface MandateNoted {
  scopes: MandateScope[];
  topics: Topic[];
  /** RFC 3339; `validTo` null for until further notice. */
  validFrom: string;
  validTo: string | null;
}

/**
 * A guardian's mandate is noted from a document somebody has seen. One person has one mandate at a time: another document
 * takes the place of the first when that has been ended.
 * @param from the first day; from now when left out
 * @param until the last day; until further notice when left out
 * @param standing whether a mandate of the same guardian is in force, or will be
 * @param now RFC 3339
 */
export function noteMandate(
  scopes: readonly MandateScope[],
  { from, until }: { from: Day | undefined; until: Day | undefined },
  standing: boolean,
  now: string,
): Result<MandateNoted, 'mandate-stands' | 'period-backwards'> {
  if (standing) return refuse('mandate-stands');
  const validFrom = from === undefined ? now : startOf(from);
  const validTo = until === undefined ? null : endOf(until);
  const begins = Math.max(Date.parse(validFrom), Date.parse(now));
  if (validTo !== null && Date.parse(validTo) <= begins) return refuse('period-backwards');
  return ok({
    scopes: mandateScopes.filter((scope) => scopes.includes(scope)),
    topics: topicsOfMandate(scopes),
    validFrom,
    validTo,
  });
}
