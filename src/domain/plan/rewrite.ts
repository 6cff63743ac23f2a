import { ok, type Result, refuse } from '../result.ts';

interface Rewriting {
  /** Whoever asks said it themselves. */
  own: boolean;
  /** Whoever asks writes goals with this person: the participant, and the workers closest to them. */
  plansTogether: boolean;
  done: boolean;
}

/**
 * What somebody is to do is rewritten or taken back by those who make the plan, and by the one who wrote it: a partner
 * changes their own promise and nobody else’s. What is done is done: the tick is taken away first.
 */
export function rewriteAction({
  own,
  plansTogether,
  done,
}: Rewriting): Result<true, 'not-yours-to-do' | 'already-done'> {
  if (!own && !plansTogether) return refuse('not-yours-to-do');
  return done ? refuse('already-done') : ok(true);
}

/** A goal written by mistake is taken back; one with things to do is ended instead, so that no promise is lost on the way. */
export const takeBackGoal = (actions: number): Result<true, 'goal-has-actions'> =>
  actions > 0 ? refuse('goal-has-actions') : ok(true);
