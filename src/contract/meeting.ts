import Type from 'typebox';
import { Doer } from './plan.ts';
import { Day, Id, Instant, Ref, Words } from './shapes.ts';

const strict = { additionalProperties: false };

export const CallMeeting = Type.Object(
  {
    startsAt: Instant,
    place: Type.Optional(Words(200)),
    invite: Type.Optional(
      Type.Array(Ref, {
        maxItems: 30,
        description: 'Those who are asked to come besides the participant; the team when it is left out',
      }),
    ),
  },
  strict,
);
export const PrepareMeeting = Type.Object({ supersedes: Id, ownAgenda: Words(4000) }, strict);
export const MoveMeeting = Type.Object(
  { supersedes: Id, startsAt: Instant, place: Type.Optional(Words(200)), reason: Words(500) },
  strict,
);
export const HoldMeeting = Type.Object({ supersedes: Id, heldAt: Type.Optional(Instant) }, strict);
export const EndMeeting = Type.Object({ endedAt: Instant }, strict);
const Person = Type.Union([Type.Literal('participant'), Type.Literal('worker'), Type.Literal('other')]);
const Presence = Type.Union([Type.Literal('invited'), Type.Literal('said-no'), Type.Literal('present')]);
export const SayPresence = Type.Object(
  {
    meetingId: Id,
    person: Person,
    worker: Type.Optional(Ref),
    name: Type.Optional(Words(160)),
    presence: Presence,
  },
  strict,
);
export const Decide = Type.Object(
  {
    meetingId: Id,
    words: Words(500),
    doer: Doer,
    worker: Type.Optional(Ref),
    dueDay: Day,
    another: Type.Optional(
      Type.Boolean({ description: 'The same stands there already, and this is one more' }),
    ),
  },
  strict,
);
export const KeepPromise = Type.Object({ decisionId: Id }, strict);
export const Pulse = Type.Object({ pulse: Type.String({ description: 'Another when something has come' }) });
export type Pulse = Type.Static<typeof Pulse>;
