import type { Preview } from '#contract/related.ts';
import type { AskPreview } from '#contract/sharing.ts';
import { type Day, endOf } from '#domain/time/day.ts';
import type { MyWorker, Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { Refused } from '../refused.ts';
import { closePreview } from './close-to-me.ts';
import { personPage } from './person-page.ts';

/**
 * The page somebody else gets of the one who asks: the same function, read through the same walls, as the other. Absent when they would
 * get none.
 * @param about one's own, opened with the other's rights
 */
export async function previewOf(
  tx: Tx,
  about: Opening,
  { organisation, worker, relatedPersonId, topics, until }: AskPreview,
): Promise<Preview> {
  if ([organisation, worker, relatedPersonId].filter((one) => one !== undefined).length !== 1)
    throw new Refused('one-recipient');
  if (about.reads === 0) return {};
  if (relatedPersonId !== undefined) {
    const as = { ...tx, me: { ...tx.me, participantId: null, related: true, workers: [] } };
    const also = { topics, until: until === undefined ? null : endOf(until as Day) };
    const close = await closePreview(as, about, relatedPersonId, also);
    return close === undefined ? {} : { close };
  }
  const workers = await placesOf(tx, [...about.workers, ...(worker === undefined ? [] : [worker.id])]);
  return { page: await personPage({ ...tx, me: { ...tx.me, participantId: null, workers } }, about) };
}

/** Where those work as whom the other has a relation. */
const placesOf = (tx: Tx, ids: readonly string[]): Promise<MyWorker[]> =>
  tx.rows(
    raw(sql<MyWorker>`
      select w.municipality_id as "municipalityId", w.id, o.name as organisation, o.kind as "organisationKind", '{}'::text[] as roles
      from worker w join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      where w.id = any (${ids}::uuid[])`),
  );
