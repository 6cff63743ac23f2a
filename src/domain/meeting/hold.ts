import { ok, type Result, refuse } from '../result.ts';

export interface MeetingFact {
  startsAt: string;
  heldAt: string | null;
}

/** A meeting is held once, and from an hour before the time that was agreed. */
export function holdMeeting(
  meeting: MeetingFact,
  now: string,
): Result<{ heldAt: string }, 'meeting-already-held' | 'in-the-future'> {
  if (meeting.heldAt !== null) return refuse('meeting-already-held');
  if (Date.parse(meeting.startsAt) - Date.parse(now) > 3_600_000) return refuse('in-the-future');
  return ok({ heldAt: now });
}

/** The agenda is the participant's to change until the meeting is held. */
export const prepareMeeting = (
  meeting: MeetingFact,
  ownAgenda: string,
): Result<{ ownAgenda: string }, 'meeting-already-held'> =>
  meeting.heldAt === null ? ok({ ownAgenda }) : refuse('meeting-already-held');

/** Decisions belong to a meeting that is being or has been held. */
export const mayDecide = (meeting: MeetingFact): Result<true, 'meeting-not-held'> =>
  meeting.heldAt === null ? refuse('meeting-not-held') : ok(true);
