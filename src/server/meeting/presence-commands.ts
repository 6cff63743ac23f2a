import type { Static } from 'typebox';
import { v7 as uuid7 } from 'uuid';
import type { SayPresence } from '#contract/meeting.ts';
import type { Ref } from '#contract/shapes.ts';
import { type Presence, sayPresence } from '#domain/meeting/hold.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying, sharedPlan } from '../db/saying.ts';
import { placeOfWorker } from '../directory/directory-queries.ts';
import { accept, found, Refused } from '../refused.ts';

/** Whom a presence is about, as a row has it. */
interface Who {
  person: 'participant' | 'worker' | 'other';
  worker_municipality_id: string | null;
  worker_id: string | null;
  name: string | null;
}
interface PresenceRow extends Who {
  id: string;
  fact_id: string;
  version: number;
  presence: Presence;
}

const participant: Who = { person: 'participant', worker_municipality_id: null, worker_id: null, name: null };
const workerOf = ({ municipalityId, id }: Ref): Who => ({
  person: 'worker',
  worker_municipality_id: municipalityId,
  worker_id: id,
  name: null,
});

const add = (tx: Tx, about: Opening, meetingId: string, who: Who, presence: Presence): Promise<string> =>
  addFact(tx, 'meeting_presence', about, saying(tx, about, sharedPlan), {
    meeting_id: meetingId,
    ...who,
    presence,
  });

/** Each answer supersedes the one before. */
const answer = (
  tx: Tx,
  about: Opening,
  meetingId: string,
  { id, fact_id: factId, version, presence: _, ...who }: PresenceRow,
  presence: Presence,
  reason: string,
): Promise<string> =>
  correctFact(
    tx,
    'meeting_presence',
    about,
    saying(tx, about, sharedPlan),
    { meeting_id: meetingId, ...who, presence },
    { factId, version, supersedes: id, reason },
  );

const presencesOf = (tx: Tx, about: Opening, meetingId: string): Promise<PresenceRow[]> =>
  tx.rows(
    raw(sql<PresenceRow>`
      select id, fact_id, version, person, worker_municipality_id, worker_id, name, presence from meeting_presence_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} and meeting_id = ${meetingId}`),
  );

/** The participant, and those named; everyone around the participant now when nobody is. */
export async function inviteTo(
  tx: Tx,
  about: Opening,
  meetingId: string,
  invite: readonly Ref[] | undefined,
): Promise<void> {
  const workers =
    invite ??
    (await tx.rows(
      raw(sql<Ref>`
        select distinct worker_municipality_id as "municipalityId", worker_id as id from team_membership_now
        where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}
          and valid_from <= app.now() and (valid_to is null or app.now() < valid_to)`),
    ));
  const once = [...new Map(workers.map((worker) => [worker.id, worker])).values()];
  await Promise.all(once.map((worker) => placeOfWorker(tx, worker)));
  await Promise.all(
    [participant, ...once.map(workerOf)].map((who) => add(tx, about, meetingId, who, 'invited')),
  );
}

/** Those who could not come at the time it was to be. */
export async function inviteAgain(tx: Tx, about: Opening, meetingId: string): Promise<void> {
  const no = (await presencesOf(tx, about, meetingId)).filter(({ presence }) => presence === 'said-no');
  await Promise.all(no.map((row) => answer(tx, about, meetingId, row, 'invited', 'moved')));
}

/** A code and a person for each who was asked; what it is about stands in the plan. */
export async function tellInvited(tx: Tx, about: Opening, meetingId: string, code: string): Promise<void> {
  const people = (await presencesOf(tx, about, meetingId)).filter(({ person }) => person !== 'other');
  await tx.asEngine(() =>
    Promise.all(
      people.map(({ person, worker_id: workerId }) =>
        tx.rows(
          raw(sql`insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
            values (${about.municipalityId}, ${uuid7()}, ${about.participantId}, ${code}, ${person === 'worker' ? 'in-app' : 'sms'},
              ${person}, ${workerId ?? about.participantId}, ${tx.now})`),
        ),
      ),
    ),
  );
}

/** Whoever says that it has begun is there; the others say so, or are said to be, as they come. */
export async function beginnerIsHere(tx: Tx, about: Opening, meetingId: string): Promise<void> {
  const mine = tx.me.workers.find(({ id }) => about.workers.includes(id));
  const me = tx.me.participantId === about.participantId ? participant : mine && workerOf(mine);
  if (me === undefined) return;
  const before = (await presencesOf(tx, about, meetingId)).find(
    (row) => row.person === me.person && row.worker_id === me.worker_id,
  );
  if (before === undefined) await add(tx, about, meetingId, me, 'present');
  else if (before.presence !== 'present')
    await answer(tx, about, meetingId, before, 'present', 'began the meeting');
}

/** Who is there, was asked, or has said no; the participant says so for themself. */
export async function presence(tx: Tx, about: Opening, body: Static<typeof SayPresence>): Promise<string> {
  const who = whoOf(body);
  const [[meeting], known] = await Promise.all([
    tx.rows(
      raw(sql<{ startsAt: string; heldAt: string | null; endedAt: string | null }>`
        select starts_at as "startsAt", held_at as "heldAt", ended_at as "endedAt" from meeting_now
        where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} and fact_id = ${body.meetingId}`),
    ),
    presencesOf(tx, about, body.meetingId),
  ]);
  const iAmTheParticipant = tx.me.participantId === about.participantId;
  const isMe =
    who.person === 'participant' ? iAmTheParticipant : tx.me.workers.some(({ id }) => id === who.worker_id);
  const said = accept(sayPresence(found(meeting), body.presence as Presence, { isMe, iAmTheParticipant }));
  if (body.worker !== undefined) await placeOfWorker(tx, body.worker);
  const before = known.find(
    (row) => row.person === who.person && row.worker_id === who.worker_id && row.name === who.name,
  );
  if (before === undefined) return add(tx, about, body.meetingId, who, said);
  return answer(tx, about, body.meetingId, before, said, 'answered anew');
}

function whoOf({ person, worker, name }: Static<typeof SayPresence>): Who {
  if (person === 'worker' && worker !== undefined && name === undefined) return workerOf(worker);
  if (person === 'other' && name !== undefined && worker === undefined)
    return { ...participant, person, name: name.trim() };
  if (person === 'participant' && worker === undefined && name === undefined) return participant;
  throw new Refused('bad-request');
}
