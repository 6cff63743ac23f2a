import Type from 'typebox';
import { ClockTime, Day, Id, Instant, Ref, Words } from './shapes.ts';

const strict = { additionalProperties: false };

/** What people are told when a samling is not held as it was planned. */
export const Cancelled = Type.Object({ because: Type.String() });
export const Moved = Type.Object(
  { because: Type.String(), startsAt: Instant, place: Type.String() },
  { description: 'How it was planned first, and why it is otherwise' },
);

const GroupSession = Type.Object({
  session: Ref,
  service: Ref,
  title: Type.String(),
  place: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  leader: Type.Optional(Type.String()),
  leaderRef: Type.Optional(Ref),
  mine: Type.Boolean({ description: 'The reader leads it' }),
  mayRun: Type.Boolean({ description: 'The reader works in the service and may change it' }),
  cancelled: Type.Optional(Cancelled),
  moved: Type.Optional(Moved),
  changeId: Type.Optional(Id),
});
const Line = Type.Object({
  line: Ref,
  service: Ref,
  title: Type.String(),
  place: Type.String(),
  weekday: Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday' }),
  from: ClockTime,
  to: ClockTime,
  validFrom: Day,
  validTo: Type.Optional(Day),
  leader: Type.Optional(Type.String()),
  leaderRef: Type.Optional(Ref),
});
export const Timetable = Type.Object({
  now: Instant,
  monday: Day,
  sessions: Type.Array(GroupSession),
  lines: Type.Array(Line, { description: 'What repeats and has not ended, by weekday and hour' }),
  services: Type.Array(Type.Object({ service: Ref, name: Type.String() }), {
    description: 'Those whose timetable the reader keeps',
  }),
});
export const WeekOf = Type.Object({ day: Type.Optional(Day) }, strict);
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
export const AddLine = Type.Object(
  {
    service: Ref,
    title: Words(120),
    place: Words(120),
    weekday: Type.Integer({ minimum: 1, maximum: 7 }),
    from: ClockTime,
    to: ClockTime,
    validFrom: Day,
    validTo: Type.Optional(Day),
    leader: Type.Optional(Ref),
  },
  strict,
);
export const EndLine = Type.Object({ lastDay: Day, because: Words(200) }, strict);
export const LeadLine = Type.Object({ leader: Ref, fromDay: Day }, strict);
export const CancelSession = Type.Object({ because: Words(200) }, strict);
export const MoveSession = Type.Object(
  {
    day: Day,
    from: ClockTime,
    to: ClockTime,
    place: Words(120),
    leader: Type.Optional(Ref),
    because: Words(200),
    seen: Type.Optional(Id),
  },
  strict,
);
export const HoldAfterAll = Type.Object({ because: Words(200) }, strict);
export const HostPath = Type.Object({ municipalityId: Id, id: Id }, strict);
export type Timetable = Type.Static<typeof Timetable>;
export type GroupSession = Type.Static<typeof GroupSession>;
export type Line = Type.Static<typeof Line>;
export type GroupSessionPage = Type.Static<typeof GroupSessionPage>;
