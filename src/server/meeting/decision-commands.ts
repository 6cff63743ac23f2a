import type { Static } from 'typebox';
import type * as contract from '#contract/meeting.ts';
import { decide as decideRule, mayDecide, type Promised } from '#domain/meeting/decide.ts';
import { dueDay, whoDoes } from '#domain/plan/action.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying, sharedPlan } from '../db/saying.ts';
import { refuseTwice } from '../db/versions.ts';
import { placeOfWorker } from '../directory/directory-queries.ts';
import { accept, found } from '../refused.ts';

/**
 * A decision is a promise: what, who, and by which day. What was typed while there was no network comes later, so the
 * day is measured from the meeting.
 */
export async function decide(tx: Tx, about: Opening, body: Static<typeof contract.Decide>): Promise<string> {
  const [[meeting], standing] = await Promise.all([
    tx.rows(
      raw(sql<{ startsAt: string; heldAt: string | null; endedAt: string | null }>`
        select starts_at as "startsAt", held_at as "heldAt", ended_at as "endedAt" from meeting_now
        where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} and fact_id = ${body.meetingId}`),
    ),
    tx.rows(
      raw(sql<Promised>`
        select words, worker_id as "doerId", due_day as "dueDay" from decision_now
        where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} and meeting_id = ${body.meetingId}`),
    ),
  ]);
  accept(mayDecide(found(meeting)));
  const { doer, worker } = accept(whoDoes(body.doer, body.worker));
  if (worker !== null) await placeOfWorker(tx, worker);
  const day = accept(dueDay(body.dueDay as Day, dayOf(meeting?.heldAt ?? tx.now)));
  const promised = { words: body.words.trim(), doerId: worker?.id ?? null, dueDay: day };
  const { words } = accept(decideRule(promised, standing, body.another === true));
  return addFact(tx, 'decision', about, saying(tx, about, sharedPlan), {
    meeting_id: body.meetingId,
    words,
    doer,
    worker_municipality_id: worker?.municipalityId ?? null,
    worker_id: worker?.id ?? null,
    due_day: day,
  });
}

export async function keepPromise(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.KeepPromise>,
): Promise<string> {
  await refuseTwice(tx, 'decision_kept', about, { decision_id: body.decisionId });
  return addFact(tx, 'decision_kept', about, saying(tx, about, sharedPlan), { decision_id: body.decisionId });
}
