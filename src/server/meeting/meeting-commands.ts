import type { Static } from 'typebox';
import type { Withdraw } from '#contract/contact.ts';
import type * as contract from '#contract/meeting.ts';
import {
  changeMeeting,
  endMeeting,
  holdMeeting,
  type Presence,
  prepareMeeting,
} from '#domain/meeting/hold.ts';
import { dueDay } from '#domain/plan/action.ts';
import { dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying, sharedPlan } from '../db/saying.ts';
import { type Version, versionSeen, withdrawFact } from '../db/versions.ts';
import { accept, found } from '../refused.ts';
import { beginnerIsHere, inviteAgain, inviteTo, tellInvited } from './presence-commands.ts';

interface MeetingRow {
  kind: string;
  place: string | null;
  starts_at: string;
  own_agenda: string | null;
  summoned_at: string;
  held_at: string | null;
  ended_at: string | null;
}
const contentOf = (row: MeetingRow): MeetingRow => ({
  kind: row.kind,
  place: row.place,
  starts_at: row.starts_at,
  own_agenda: row.own_agenda,
  summoned_at: row.summoned_at,
  held_at: row.held_at,
  ended_at: row.ended_at,
});
const factOf = ({ starts_at: startsAt, held_at: heldAt, ended_at: endedAt }: MeetingRow) => ({
  startsAt,
  heldAt,
  endedAt,
});

/** The next version of a meeting, with what is changed. */
const changed = (
  tx: Tx,
  about: Opening,
  seen: MeetingRow & Version,
  change: Partial<MeetingRow>,
  reason: string,
): Promise<string> =>
  correctFact(
    tx,
    'meeting',
    about,
    saying(tx, about, sharedPlan),
    { ...contentOf(seen), ...change },
    { ...seen, reason },
  );

/** A responsibility-group meeting is called; time and place are the notice. The participant is always asked. */
export async function callMeeting(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.CallMeeting>,
): Promise<string> {
  accept(dueDay(dayOf(body.startsAt), dayOf(tx.now)));
  const id = await addFact(tx, 'meeting', about, saying(tx, about, sharedPlan), {
    kind: 'responsibility-group',
    place: body.place ?? null,
    starts_at: body.startsAt,
    own_agenda: null,
    summoned_at: tx.now,
    held_at: null,
    ended_at: null,
  });
  await inviteTo(tx, about, id, body.invite);
  await tellInvited(tx, about, id, 'meeting-called');
  return id;
}

/** The participant's own agenda: theirs first, in their words. */
export async function prepareAgenda(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.PrepareMeeting>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen<MeetingRow>(tx, 'meeting', about, body.supersedes, path.id);
  const { ownAgenda } = accept(prepareMeeting(factOf(seen), body.ownAgenda));
  return changed(tx, about, seen, { own_agenda: ownAgenda }, 'prepared');
}

/** Another time or place. Whoever could not come is asked anew. */
export async function moveMeeting(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.MoveMeeting>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen<MeetingRow>(tx, 'meeting', about, body.supersedes, path.id);
  accept(changeMeeting(factOf(seen)));
  accept(dueDay(dayOf(body.startsAt), dayOf(tx.now)));
  const change = { starts_at: body.startsAt, place: body.place ?? null };
  const id = await changed(tx, about, seen, change, body.reason.trim());
  await inviteAgain(tx, about, path.id);
  await tellInvited(tx, about, path.id, 'meeting-moved');
  return id;
}

/** A meeting that has not been is called off; those who were asked are told. */
export async function callOff(
  tx: Tx,
  about: Opening,
  body: Static<typeof Withdraw>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen<MeetingRow>(tx, 'meeting', about, body.supersedes, path.id);
  accept(changeMeeting(factOf(seen)));
  await tellInvited(tx, about, path.id, 'meeting-called-off');
  return withdrawFact(tx, 'meeting', about, { ...body, factId: path.id });
}

export async function hold(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.HoldMeeting>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen<MeetingRow>(tx, 'meeting', about, body.supersedes, path.id);
  const { heldAt } = accept(holdMeeting(factOf(seen), tx.now, body.heldAt));
  await beginnerIsHere(tx, about, path.id);
  return changed(tx, about, seen, { held_at: heldAt }, 'held');
}

/** Ends what was begun, whichever version that is: what others have written in the meantime does not stand in the way. */
export async function end(
  tx: Tx,
  about: Opening,
  body: Static<typeof contract.EndMeeting>,
  path: { id: string },
): Promise<string> {
  const [[latest], [participant]] = await Promise.all([
    tx.rows(
      raw(sql<{ id: string }>`select id from meeting_now where municipality_id = ${about.municipalityId}
        and participant_id = ${about.participantId} and fact_id = ${path.id}`),
    ),
    tx.rows(
      raw(sql<{
        presence: Presence;
      }>`select presence from meeting_presence_now where municipality_id = ${about.municipalityId}
        and participant_id = ${about.participantId} and meeting_id = ${path.id} and person = 'participant'`),
    ),
  ]);
  const seen = await versionSeen<MeetingRow>(tx, 'meeting', about, found(latest).id, path.id);
  const { endedAt } = accept(endMeeting(factOf(seen), body.endedAt, tx.now, participant?.presence));
  return changed(tx, about, seen, { ended_at: endedAt }, 'ended');
}
