import type { Day } from '#domain/time/day.ts';
import type { WishFact } from '#domain/wish/answered-by-act.ts';
import type { WishOutcome } from '#domain/wish/wish.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface Row {
  id: string;
  at: string;
  workerId: string | null;
  answerId: string | null;
  outcome: WishOutcome | null;
  untilDay: Day | null;
  membershipId: string | null;
}

/** Wishes with their answers, the oldest first. */
export async function loadWishes(
  rows: Tx['rows'],
  { municipalityId: m, participantId: p }: { municipalityId: string; participantId: string },
): Promise<WishFact[]> {
  const found = await rows(
    raw(sql<Row>`
      select w.fact_id as id, w.happened_at as at, w.worker_id as "workerId", a.id as "answerId", a.outcome, a.until_day as "untilDay", a.membership_id as "membershipId"
      from wish_now w left join wish_answer_now a
        on a.municipality_id = w.municipality_id and a.participant_id = w.participant_id and a.wish_id = w.fact_id
      where w.municipality_id = ${m} and w.participant_id = ${p} order by w.fact_id, a.happened_at, a.recorded_at, a.id`),
  );
  return [...Map.groupBy(found, (row) => row.id).values()].flatMap((ofWish) =>
    ofWish.slice(0, 1).map(({ id, at, workerId }) => ({
      id,
      at,
      workerId,
      answers: ofWish.flatMap(({ answerId, outcome, untilDay, membershipId }) =>
        answerId === null || outcome === null ? [] : [{ id: answerId, outcome, untilDay, membershipId }],
      ),
    })),
  );
}
