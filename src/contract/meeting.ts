import Type from 'typebox';
import { Doer } from './plan.ts';
import { Day, Id, Instant, Ref, Words } from './shapes.ts';

const strict = { additionalProperties: false };

export const CallMeeting = Type.Object({ startsAt: Instant, place: Type.Optional(Words(200)) }, strict);
export const PrepareMeeting = Type.Object({ supersedes: Id, ownAgenda: Words(4000) }, strict);
export const HoldMeeting = Type.Object({ supersedes: Id }, strict);
export const Decide = Type.Object(
  { meetingId: Id, words: Words(500), doer: Doer, worker: Type.Optional(Ref), dueDay: Day },
  strict,
);
export const KeepPromise = Type.Object({ decisionId: Id }, strict);
