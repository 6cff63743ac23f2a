import type { Static } from 'typebox';
import type * as contract from '#contract/meeting.ts';
import { holdMeeting, mayDecide, prepareMeeting } from '#domain/meeting/hold.ts';
import { dueDay, whoDoes } from '#domain/plan/action.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying } from '../db/saying.ts';
import { versionSeen } from '../db/versions.ts';
import { placeOfWorker } from '../directory/directory-queries.ts';
import { accept, found, Refused } from '../refused.ts';

const law = { own: 'shared-plan', worker: 'shared-plan' } as const;

interface MeetingRow {
  kind: string;
  place: string | null;
  starts_at: string;
  own_agenda: string | null;
  summoned_at: string;
  held_at: string | null;
}
const contentOf = ({ kind, place, starts_at, own_agenda, summoned_at, held_at }: MeetingRow): MeetingRow => ({
  kind,
  place,
  starts_at,
  own_agenda,
  summoned_at,
  held_at,
});

/** A responsibility-group meeting is called; time and place are the notice. */
export function callMeeting(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.CallMeeting>,
): Promise<string> {
  accept(dueDay(dayOf(body.startsAt), dayOf(tx.now)));
  return addFact(tx, 'meeting', about, saying(tx, about, law), {
    kind: 'responsibility-group',
    place: body.place ?? null,
    starts_at: body.startsAt,
    own_agenda: null,
    summoned_at: tx.now,
    held_at: null,
  });
}

/** The participant's own agenda: theirs first, in their words. */
export async function prepareAgenda(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.PrepareMeeting>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen<MeetingRow>(tx, 'meeting', about, body.supersedes, path.id);
  const { ownAgenda } = accept(
    prepareMeeting({ startsAt: seen.starts_at, heldAt: seen.held_at }, body.ownAgenda),
  );
  const content = { ...contentOf(seen), own_agenda: ownAgenda };
  return correctFact(tx, 'meeting', about, saying(tx, about, law), content, { ...seen, reason: 'prepared' });
}

export async function hold(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.HoldMeeting>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen<MeetingRow>(tx, 'meeting', about, body.supersedes, path.id);
  const { heldAt } = accept(holdMeeting({ startsAt: seen.starts_at, heldAt: seen.held_at }, tx.now));
  return correctFact(
    tx,
    'meeting',
    about,
    saying(tx, about, law),
    { ...contentOf(seen), held_at: heldAt },
    { ...seen, reason: 'held' },
  );
}

/** A decision is a promise: what, who, and by which day. */
export async function decide(tx: Tx, about: Opening, body: Static<typeof contract.Decide>): Promise<string> {
  const [meeting] = await tx.rows(
    raw(sql<{
      startsAt: string;
      heldAt: string | null;
    }>`select starts_at as "startsAt", held_at as "heldAt" from meeting_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} and fact_id = ${body.meetingId}`),
  );
  accept(mayDecide(found(meeting)));
  const { doer, worker } = accept(whoDoes(body.doer, body.worker));
  if (worker !== null) await placeOfWorker(tx, worker);
  return addFact(tx, 'decision', about, saying(tx, about, law), {
    meeting_id: body.meetingId,
    words: body.words.trim(),
    doer,
    worker_municipality_id: worker?.municipalityId ?? null,
    worker_id: worker?.id ?? null,
    due_day: accept(dueDay(body.dueDay as Day, dayOf(tx.now))),
  });
}

export async function keepPromise(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.KeepPromise>,
): Promise<string> {
  const [kept] = await tx.rows(
    raw(sql<{ id: string }>`select id from decision_kept_now where municipality_id = ${about.municipalityId}
      and participant_id = ${about.participantId} and decision_id = ${body.decisionId}`),
  );
  if (kept !== undefined) throw new Refused('already-done');
  return addFact(tx, 'decision_kept', about, saying(tx, about, law), { decision_id: body.decisionId });
}
