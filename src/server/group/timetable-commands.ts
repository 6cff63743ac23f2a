import type { Static } from 'typebox';
import { v7 as uuid7 } from 'uuid';
import type * as contract from '#contract/group.ts';
import type { Ref } from '#contract/shapes.ts';
import * as timetable from '#domain/session/timetable.ts';
import { clockOf, type Day, dayOf } from '#domain/time/day.ts';
import type { Tx } from '../db/database.ts';
import { built, type CompiledQuery, raw, sql, tables } from '../db/query.ts';
import { placeOfWorker, serviceNear } from '../directory/directory-queries.ts';
import { accept, found, Refused } from '../refused.ts';

/** A new line, and its samlinger at once. Row-level security decides whether the timetable is mine to keep. */
export async function addLine(tx: Tx, body: Static<typeof contract.AddLine>): Promise<string> {
  const { service, leader, title, place, weekday } = body;
  const line = accept(
    timetable.addLine(
      {
        from: body.from,
        to: body.to,
        validFrom: body.validFrom as Day,
        validTo: (body.validTo ?? null) as Day | null,
      },
      dayOf(tx.now),
    ),
  );
  await serviceNear(tx, service);
  if (leader !== undefined) await placeOfWorker(tx, leader);
  const id = uuid7();
  await tx.rows(
    built(
      tables.insertInto('group_series').values({
        municipality_id: service.municipalityId,
        id,
        service_id: service.id,
        title: title.trim(),
        place: place.trim(),
        weekday,
        from_time: line.from,
        to_time: line.to,
        valid_from: line.validFrom,
        valid_to: line.validTo,
        leader_municipality_id: leader?.municipalityId ?? null,
        leader_worker_id: leader?.id ?? null,
      }),
    ),
  );
  await tx.rows(raw(sql`select app.extend_timetable()`));
  return id;
}

export async function endLine(tx: Tx, line: Ref, body: Static<typeof contract.EndLine>): Promise<string> {
  const lastDay = accept(timetable.endLine(await lineOf(tx, line), body.lastDay as Day, dayOf(tx.now)));
  await done(
    tx,
    raw(
      sql`select app.end_series(${line.municipalityId}, ${line.id}, ${lastDay}, ${body.because.trim()}) as done`,
    ),
  );
  return line.id;
}

export async function leadLine(tx: Tx, line: Ref, body: Static<typeof contract.LeadLine>): Promise<string> {
  const from = accept(timetable.leadLine(await lineOf(tx, line), body.fromDay as Day, dayOf(tx.now)));
  await placeOfWorker(tx, body.leader);
  await done(
    tx,
    raw(
      sql`select app.lead_series(${line.municipalityId}, ${line.id}, ${body.leader.municipalityId}, ${body.leader.id}, ${from}) as done`,
    ),
  );
  return line.id;
}

export async function cancelSession(
  tx: Tx,
  session: Ref,
  body: Static<typeof contract.CancelSession>,
): Promise<string> {
  accept(timetable.changeSession(await samlingOf(tx, session), tx.now));
  await done(
    tx,
    raw(
      sql`select app.cancel_session(${session.municipalityId}, ${session.id}, ${body.because.trim()}) as done`,
    ),
  );
  return session.id;
}

export async function holdAfterAll(
  tx: Tx,
  session: Ref,
  body: Static<typeof contract.HoldAfterAll>,
): Promise<string> {
  accept(timetable.holdAfterAll(await samlingOf(tx, session), tx.now));
  await done(
    tx,
    raw(
      sql`select app.hold_session_after_all(${session.municipalityId}, ${session.id}, ${body.because.trim()}) as done`,
    ),
  );
  return session.id;
}

/** Names the change that was last seen, so that two who move one samling at once find out. */
export async function moveSession(
  tx: Tx,
  session: Ref,
  body: Static<typeof contract.MoveSession>,
): Promise<string> {
  const { day, from, to, place, leader, because, seen } = body;
  const clock = { today: dayOf(tx.now), time: clockOf(tx.now) };
  accept(timetable.moveSession(await samlingOf(tx, session), { day: day as Day, from, to }, tx.now, clock));
  if (leader !== undefined) await placeOfWorker(tx, leader);
  await done(
    tx,
    raw(sql`select app.move_session(${session.municipalityId}, ${session.id}, ${seen ?? null}, ${day}, ${from}, ${to}, ${place.trim()},
      ${leader?.municipalityId ?? null}, ${leader?.id ?? null}, ${because.trim()}) as done`),
  );
  return session.id;
}

/** A line as the reader may change it: one outside the cooperation is missing, one of another service is not theirs. */
async function lineOf(tx: Tx, { municipalityId, id }: Ref): Promise<{ validFrom: Day; validTo: Day | null }> {
  const [row] = await tx.rows(
    raw(sql<{ validFrom: Day; validTo: Day | null; mayRun: boolean }>`
      select valid_from as "validFrom", valid_to as "validTo", app.may_run(municipality_id, service_id) as "mayRun"
      from group_series where municipality_id = ${municipalityId} and id = ${id}`),
  );
  return mine(found(row));
}

async function samlingOf(tx: Tx, { municipalityId, id }: Ref): Promise<timetable.Samling> {
  const [row] = await tx.rows(
    raw(sql<timetable.Samling & { mayRun: boolean }>`
      select ends_at as "endsAt", cancelled_at is not null as cancelled, app.may_run(municipality_id, service_id) as "mayRun"
      from group_session where municipality_id = ${municipalityId} and id = ${id}`),
  );
  return mine(found(row));
}

function mine<Row extends { mayRun: boolean }>(row: Row): Row {
  if (!row.mayRun) throw new Refused('not-allowed');
  return row;
}

/** The function asks once more, with the row locked: somebody was there a moment before. */
async function done(tx: Tx, change: CompiledQuery<unknown>): Promise<void> {
  const [row] = await tx.rows(change as CompiledQuery<{ done: boolean }>);
  if (row?.done !== true) throw new Refused('stale-version');
}
