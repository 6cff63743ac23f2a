import Type from 'typebox';
import { wishOutcomes, wishReasons } from '#domain/wish/wish.ts';
import { LifeAreaCode } from './own-words.ts';
import { Day, Id, Instant, Ref, Words } from './shapes.ts';

const strict = { additionalProperties: false };
const Outcome = Type.Enum(wishOutcomes);
const Reason = Type.Enum(wishReasons);
const Wanted = Type.Union([Type.Literal('yes'), Type.Literal('partly'), Type.Literal('no')]);

/** With a worker: the contact person the participant would like to have. */
export const AddWish = Type.Object(
  { words: Words(500), lifeArea: Type.Optional(LifeAreaCode), worker: Type.Optional(Ref) },
  strict,
);
/** The same wish in other words, while it waits for an answer. Whom it is about stays. */
export const RewordWish = Type.Object(
  { words: Words(500), lifeArea: Type.Optional(LifeAreaCode), supersedes: Id, reason: Words(500) },
  strict,
);
export const AnswerWish = Type.Object(
  {
    wishId: Id,
    /** The words that were on the screen when it was answered; left out by those who do not know. */
    wishVersion: Type.Optional(Id),
    outcome: Outcome,
    reason: Type.Optional(Reason),
    reasonWords: Type.Optional(Words(500)),
    instead: Type.Optional(Words(500)),
    untilDay: Type.Optional(Day),
    /** The latest answer on the screen when this one was written; left out when there was none. */
    after: Type.Optional(Id),
  },
  strict,
);
export const JudgeAnswer = Type.Object(
  { answerId: Id, wanted: Wanted, words: Type.Optional(Words(500)) },
  strict,
);

export const WishAnswer = Type.Object({
  id: Id,
  versionId: Id,
  outcome: Outcome,
  reason: Type.Optional(Reason),
  reasonWords: Type.Optional(Type.String()),
  instead: Type.Optional(Type.String()),
  untilDay: Type.Optional(Day),
  at: Instant,
  by: Type.String(),
  mine: Type.Boolean(),
  byAct: Type.Boolean({ description: 'The one wished for became contact person' }),
  view: Type.Optional(Type.Object({ id: Id, wanted: Wanted, words: Type.Optional(Type.String()) })),
});
export const Wish = Type.Object({
  id: Id,
  versionId: Id,
  words: Type.String(),
  lifeArea: Type.Optional(LifeAreaCode),
  workerName: Type.Optional(Type.String()),
  wishedAt: Instant,
  owedBy: Type.Optional(Day),
  answers: Type.Array(WishAnswer, { description: 'The newest first' }),
});
export const Candidates = Type.Array(
  Type.Object({ worker: Ref, name: Type.String(), organisation: Type.String() }),
  { description: 'Those who may become contact person: of the services the participant is in or has asked' },
);
export type Wish = Type.Static<typeof Wish>;
export type WishAnswer = Type.Static<typeof WishAnswer>;
export type Candidates = Type.Static<typeof Candidates>;
