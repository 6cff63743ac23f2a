import { ok, type Result, refuse } from '../result.ts';

/**
 * A participant changes and takes back what they told themself, also when somebody beside them has changed it since. What a
 * service has written is put right by those who write there.
 */
export const rewriteOwn = (asked: {
  byParticipant: boolean;
  ofParticipant: boolean;
}): Result<true, 'not-yours-to-do'> =>
  asked.byParticipant && !asked.ofParticipant ? refuse('not-yours-to-do') : ok(true);
