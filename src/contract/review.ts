import Type from 'typebox';
import { LifeAreaCode } from './own-words.ts';
import { Day, Id, Instant, Note } from './shapes.ts';

/** Looking back in the participant's own words; each may be empty, not all three. A later writing names the version that was seen. */
export const WriteReview = Type.Object(
  {
    changed: Note(2000),
    helped: Note(2000),
    wayOn: Note(2000),
    supersedes: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type WriteReview = Type.Static<typeof WriteReview>;

const Rated = Type.Object({ rating: Type.Integer(), at: Instant });
const Times = Type.Object({ what: Type.String(), times: Type.Integer() });
const Titles = Type.Array(Type.String());
const Done = Type.Object({ words: Type.String(), own: Type.Boolean(), by: Type.String(), at: Instant });
const Promised = Type.Object({
  words: Type.String(),
  own: Type.Boolean(),
  by: Type.String(),
  organisation: Type.Optional(Type.String()),
  madeAt: Instant,
  firstDue: Day,
  due: Day,
});
const Beside = Type.Object({
  id: Id,
  name: Type.String(),
  role: Type.String(),
  from: Instant,
  until: Type.Optional(Instant),
});

export const ReviewPage = Type.Object(
  {
    now: Instant,
    participantId: Id,
    name: Type.Optional(Type.String()),
    from: Day,
    week: Type.Optional(Type.Integer()),
    of: Type.Optional(Type.Integer()),
    mayWrite: Type.Boolean(),
    written: Type.Optional(
      Type.Object({
        id: Id,
        versionId: Id,
        changed: Type.Optional(Type.String()),
        helped: Type.Optional(Type.String()),
        wayOn: Type.Optional(Type.String()),
        at: Instant,
        withName: Type.Optional(Type.String({ description: 'Who sat with them; absent when written alone' })),
      }),
    ),
    matters: Type.Optional(Type.Object({ words: Type.String(), points: Type.Array(Rated) })),
    areas: Type.Optional(
      Type.Array(Type.Object({ area: LifeAreaCode, first: Rated, latest: Type.Optional(Rated) })),
    ),
    goals: Type.Optional(Type.Object({ begun: Titles, reached: Titles, notWanted: Titles, goingOn: Titles })),
    done: Type.Optional(Type.Array(Done)),
    owed: Type.Optional(
      Type.Array(Promised, { description: 'Promised by the services and not done in time' }),
    ),
    moved: Type.Optional(Type.Array(Promised)),
    ahead: Type.Optional(Type.Array(Promised)),
    wishes: Type.Optional(
      Type.Array(
        Type.Object({
          words: Type.String(),
          at: Instant,
          outcome: Type.Optional(Type.String({ description: 'given, other-instead, not-given, later' })),
          instead: Type.Optional(Type.String()),
        }),
      ),
    ),
    people: Type.Optional(
      Type.Object({ came: Type.Array(Beside), still: Type.Array(Beside), left: Type.Array(Beside) }),
    ),
    groups: Type.Optional(Type.Array(Times)),
    contacts: Type.Optional(Type.Array(Times)),
  },
  {
    description:
      'What changed since the weeks began, from the facts the reader may see. A part they may not see is absent.',
  },
);
export type ReviewPage = Type.Static<typeof ReviewPage>;
