import type { WriteReview } from '#contract/review.ts';
import * as rule from '#domain/review/write.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { saying, theirs } from '../db/saying.ts';
import { versionSeen } from '../db/versions.ts';
import { accept, found, Refused } from '../refused.ts';
import { beginningOf, writtenOf } from './review-facts.ts';

const law = { own: 'participant-own', worker: 'shared-plan' } as const;

interface ReviewRow {
  run_id: string | null;
  with_municipality_id: string | null;
  with_worker_id: string | null;
}

/** Looking back is one fact that can be rewritten: whoever writes names the version they saw. */
export async function writeReview(tx: Tx, about: Opening, body: WriteReview): Promise<string> {
  const words = accept(rule.writeReview(body, about.roles));
  const said = saying(tx, about, law);
  const beside = tx.me.workers.find(({ id }) => id === said.saidBy);
  const own = theirs(said, about);
  const together = {
    with_municipality_id: beside?.municipalityId ?? null,
    with_worker_id: beside?.id ?? null,
  };
  if (body.supersedes === undefined) {
    const { runId } = found(await beginningOf(tx, about));
    const standing = await writtenOf(tx, about);
    if (standing !== undefined) throw new Refused('stale-version');
    return addFact(tx, 'review', about, own, { ...words, ...together, run_id: runId });
  }
  const seen = await versionSeen<ReviewRow>(tx, 'review', about, body.supersedes);
  // That they have sat together once does not go away when the participant writes more alone.
  const before = { with_municipality_id: seen.with_municipality_id, with_worker_id: seen.with_worker_id };
  const content = { ...words, ...(beside === undefined ? before : together), run_id: seen.run_id };
  return correctFact(tx, 'review', about, own, content, { ...seen, reason: 'rewritten' });
}
