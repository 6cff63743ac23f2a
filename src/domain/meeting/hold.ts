import { ok, type Result, refuse } from '../result.ts';

/** A meeting as it stands; instants are RFC 3339. */
export interface MeetingFact {
  startsAt: string;
  heldAt: string | null;
  endedAt: string | null;
}

const EARLY_MS = 3_600_000;

/**
 * A meeting is begun once, and from an hour before the time that was agreed.
 * @param at when it really began, which may be told later, as when there was no network
 */
export function holdMeeting(
  meeting: MeetingFact,
  now: string,
  at = now,
): Result<{ heldAt: string }, 'meeting-already-held' | 'in-the-future'> {
  if (meeting.heldAt !== null) return refuse('meeting-already-held');
  if (Date.parse(at) > Date.parse(now) || Date.parse(meeting.startsAt) - Date.parse(at) > EARLY_MS)
    return refuse('in-the-future');
  return ok({ heldAt: at });
}

/**
 * A meeting that was begun is ended once, and only when it is written whether the participant was there: «never about
 * me without me». The time is when it really ended, also when it is told later.
 */
export function endMeeting(
  meeting: MeetingFact,
  at: string,
  now: string,
  participantPresence: Presence | undefined,
): Result<
  { endedAt: string },
  'meeting-not-held' | 'meeting-has-ended' | 'in-the-future' | 'period-backwards' | 'say-who-was-there'
> {
  if (meeting.heldAt === null) return refuse('meeting-not-held');
  if (meeting.endedAt !== null) return refuse('meeting-has-ended');
  if (Date.parse(at) > Date.parse(now)) return refuse('in-the-future');
  if (Date.parse(at) < Date.parse(meeting.heldAt)) return refuse('period-backwards');
  return participantPresence === undefined ? refuse('say-who-was-there') : ok({ endedAt: at });
}

/** The agenda is the participant's to change until the meeting is held. */
export const prepareMeeting = (
  meeting: MeetingFact,
  ownAgenda: string,
): Result<{ ownAgenda: string }, 'meeting-already-held'> =>
  meeting.heldAt === null ? ok({ ownAgenda }) : refuse('meeting-already-held');

/** A meeting that has not been may be moved, or called off; one that has been is what was. */
export const changeMeeting = (meeting: MeetingFact): Result<true, 'meeting-already-held'> =>
  meeting.heldAt === null ? ok(true) : refuse('meeting-already-held');

/** How it stands with one person and one meeting. */
export type Presence = 'invited' | 'said-no' | 'present';

/**
 * Who was there is known when it has begun; before that one is invited, or has said no. Each says no for themselves; who
 * writes for others is one of those who help.
 */
export function sayPresence(
  meeting: MeetingFact,
  presence: Presence,
  who: { isMe: boolean; iAmTheParticipant: boolean },
): Result<Presence, 'meeting-not-held' | 'not-yours-to-do'> {
  if (who.iAmTheParticipant && !who.isMe) return refuse('not-yours-to-do');
  return presence === 'present' && meeting.heldAt === null ? refuse('meeting-not-held') : ok(presence);
}
