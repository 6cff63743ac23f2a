import type { Static } from 'typebox';
import type { Ref } from '#contract/shapes.ts';
import type { SetLastDay } from '#contract/staff.ts';
import { concerned, lastDay } from '#domain/team/last-day.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import type { Subject } from '../engine/load-facts.ts';
import { settle } from '../engine/settle.ts';
import { accept } from '../refused.ts';

/**
 * Somebody's last day. Those whose contact person they are get their clocks set anew in the same transaction, so that
 * each shows a week before, to somebody; the leader who says the day is shown none of them.
 */
export async function setLastDay(tx: Tx, worker: Ref, body: Static<typeof SetLastDay>): Promise<void> {
  const until = accept(lastDay(body.lastDay === 'none' ? null : (body.lastDay as Day), dayOf(tx.now)));
  const people = await tx.rows(
    raw(sql<Subject>`
      select municipality_id as "municipalityId", participant_id as "participantId"
      from app.set_last_day(${worker.municipalityId}, ${worker.id}, ${until})`),
  );
  accept(concerned(people.length));
  await tx.asEngine(() => settle(tx.rows, people));
}
