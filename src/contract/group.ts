import Type from 'typebox';
import { Id, Instant, Ref, Words } from './shapes.ts';

const strict = { additionalProperties: false };

const GroupSession = Type.Object({
  session: Ref,
  title: Type.String(),
  place: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  leader: Type.Optional(Type.String()),
  mine: Type.Boolean({ description: 'The reader leads it' }),
});
export const GroupSessions = Type.Object({ now: Instant, sessions: Type.Array(GroupSession) });
export const GroupSessionPage = Type.Object({
  now: Instant,
  session: GroupSession,
  people: Type.Array(
    Type.Object({
      participantId: Id,
      name: Type.String(),
      answer: Type.Optional(Type.String()),
      attendanceId: Type.Optional(Id),
    }),
  ),
});
export const Attend = Type.Object(
  {
    session: Ref,
    answer: Type.Union(['coming', 'said-no', 'came', 'did-not-come'].map((answer) => Type.Literal(answer))),
    supersedes: Type.Optional(Id),
    notToday: Type.Optional(Type.Object({ words: Type.Optional(Words(500)) }, strict)),
  },
  strict,
);
export const SessionPath = Type.Object({ municipalityId: Id, id: Id }, strict);
export type GroupSessions = Type.Static<typeof GroupSessions>;
export type GroupSessionPage = Type.Static<typeof GroupSessionPage>;
