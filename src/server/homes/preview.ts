import type { Preview } from '#contract/related.ts';
import type { AskPreview } from '#contract/sharing.ts';
import { isOpen } from '#domain/access/topics.ts';
import { type Day, endOf } from '#domain/time/day.ts';
import type { MyWorker, Opening, Tx } from '../db/database.ts';
import type { Door } from '../db/door.ts';
import { raw, sql } from '../db/query.ts';
import { inOrder } from '../db/same-person.ts';
import { Refused } from '../refused.ts';
import { closePreview } from './close-to-me.ts';
import { wholePage } from './one-person.ts';

type PreviewDoor = Extract<Door, { preview: unknown }>;

/**
 * The page somebody else gets of the one who asks: the same function, read through the same walls, as the other. Absent when they would
 * get none.
 * @param about one's own, opened with the other's rights
 */
export async function previewOf(
  tx: Tx,
  about: Opening,
  { organisation, worker, relatedPersonId, topics, until }: AskPreview,
  door: PreviewDoor,
): Promise<Preview> {
  if ([organisation, worker, relatedPersonId].filter((one) => one !== undefined).length !== 1)
    throw new Refused('one-recipient');
  if (relatedPersonId !== undefined) {
    const on = await rowOf(tx, about, door, relatedPersonId);
    if (on === undefined || on.reads === 0) return {};
    const as = { ...tx, me: { ...tx.me, participantId: null, related: true, workers: [] } };
    const also = { topics, until: until === undefined ? null : endOf(until as Day) };
    const close = await closePreview(as, on, relatedPersonId, also);
    return close === undefined ? {} : { close };
  }
  const seen = await rowsSeen(tx, about, door);
  if (seen.length === 0) return {};
  const workers = await placesOf(tx, [
    ...seen.flatMap((row) => row.workers),
    ...(worker === undefined ? [] : [worker.id]),
  ]);
  return { page: await wholePage({ ...tx, me: { ...tx.me, participantId: null, workers } }, seen) };
}

/** Somebody close is close to the row on which they were named. */
async function rowOf(
  tx: Tx,
  about: Opening,
  door: PreviewDoor,
  relatedPersonId: string,
): Promise<Opening | undefined> {
  const [found] = await tx.rows(
    raw(sql<{ mine: string }>`
      select app.row_of(${about.participantId}, ${[relatedPersonId]}::uuid[]) as mine`),
  );
  if (found === undefined || found.mine === about.participantId) return about;
  return (await tx.open({ ...door, mine: found.mine }))[0];
}

/**
 * What the other would get: the row that was asked about, and those of one's own rows that they would see together with it.
 * Of somebody who does not see that one, the first they do see, so that nobody is told that they see nothing.
 */
async function rowsSeen(tx: Tx, about: Opening, door: PreviewDoor): Promise<Opening[]> {
  const [{ rows = [] } = {}] = await tx.rows(raw(sql<{ rows: string[] }>`select app.mine() as rows`));
  const others: Opening[] = [];
  // What one thinks of opening is opened on the row that was asked about.
  for (const mine of rows.filter((id) => id !== about.participantId))
    others.push(...(await tx.open({ ...door, mine, topics: [] })));
  const [first, ...rest] = [about, ...others].filter(({ reads }) => reads !== 0);
  if (first === undefined) return [];
  const together = [first, ...rest].filter(({ reads }) => isOpen(reads, 'identity'));
  return isOpen(first.reads, 'identity') ? inOrder(tx, together) : [first];
}

/** Where those work as whom the other has a relation. */
const placesOf = (tx: Tx, ids: readonly string[]): Promise<MyWorker[]> =>
  tx.rows(
    raw(sql<MyWorker>`
      select w.municipality_id as "municipalityId", w.id, o.name as organisation, o.kind as "organisationKind", '{}'::text[] as roles
      from worker w join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      where w.id = any (${ids}::uuid[])`),
  );
