import Type from 'typebox';
import { lifeAreas } from '#domain/plan/life-area.ts';
import { strengthKinds } from '#domain/plan/strength.ts';
import { Day, Id, Instant, Words } from './shapes.ts';

const strict = { additionalProperties: false };

export const LifeAreaCode = Type.Enum(lifeAreas);

const StrengthKind = Type.Enum(strengthKinds);

export const AddStrength = Type.Object({ kind: StrengthKind, words: Words(500) }, strict);
export const RewriteStrength = Type.Object(
  { kind: StrengthKind, words: Words(500), supersedes: Id, reason: Words(500) },
  strict,
);
export const Strength = Type.Object({
  id: Id,
  versionId: Id,
  kind: StrengthKind,
  words: Type.String(),
  saidAt: Instant,
});

/** One talk over the conversation wheel: what was said of each part of life, saved together. */
export const TalkOverWheel = Type.Object(
  {
    areas: Type.Array(
      Type.Object(
        {
          area: LifeAreaCode,
          rating: Type.Optional(Type.Integer({ minimum: 0, maximum: 10 })),
          words: Type.Optional(Words(1000)),
        },
        strict,
      ),
      { minItems: 1, maxItems: lifeAreas.length },
    ),
  },
  strict,
);
export const TakeTalkBack = Type.Object({ reason: Words(500) }, strict);
const SaidOfArea = Type.Object({
  id: Id,
  rating: Type.Optional(Type.Integer()),
  words: Type.Optional(Type.String()),
  at: Instant,
});
export const AreaTalk = Type.Object({
  area: LifeAreaCode,
  first: SaidOfArea,
  latest: Type.Optional(SaidOfArea),
});

/** Every version of something written, the first one first. */
export const WordVersions = Type.Array(
  Type.Object({
    version: Type.Integer(),
    words: Type.String(),
    wanted: Type.Optional(Type.String()),
    present: Type.Optional(Type.String()),
    ways: Type.Optional(Type.String()),
    dueDay: Type.Optional(Day),
    by: Type.String(),
    recordedAt: Instant,
    reason: Type.Optional(Type.String()),
    withdrawn: Type.Boolean(),
  }),
);
/** What mattered, as it was said each time; the newest first. */
export const StatementHistory = Type.Array(
  Type.Object({ id: Id, words: Type.String(), saidAt: Instant, standing: Type.Boolean() }),
);

export type Strength = Type.Static<typeof Strength>;
export type AreaTalk = Type.Static<typeof AreaTalk>;
export type WordVersions = Type.Static<typeof WordVersions>;
export type StatementHistory = Type.Static<typeof StatementHistory>;
