import { ok, type Result, refuse } from '../result.ts';

export interface ReviewWords {
  changed: string;
  helped: string;
  wayOn: string;
}

/** Those who look back with somebody: the participant, and the two who hold the plan with them. */
const writers: readonly string[] = ['participant', 'contact-person', 'coordinator'];

export const mayWriteReview = (roles: readonly string[]): boolean =>
  roles.some((role) => writers.includes(role));

/**
 * Looking back is written by the participant, or together with the contact person or the coordinator; the words are the
 * participant's either way. Somebody else who may write about meetings may not write these.
 */
export function writeReview(
  { changed, helped, wayOn }: ReviewWords,
  roles: readonly string[],
): Result<
  { changed: string | null; helped: string | null; way_on: string | null },
  'not-yours-to-do' | 'nothing-written'
> {
  if (!mayWriteReview(roles)) return refuse('not-yours-to-do');
  const [one, two, three] = [changed, helped, wayOn].map((words) => words.trim() || null);
  if (!one && !two && !three) return refuse('nothing-written');
  return ok({ changed: one ?? null, helped: two ?? null, way_on: three ?? null });
}
