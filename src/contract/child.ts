import Type from 'typebox';
import { childAnswers, childRelations, childStepKinds } from '#domain/children/child.ts';
import { Day, Id, Instant, Phone, Words } from './shapes.ts';

const strict = { additionalProperties: false };
const ChildAnswer = Type.Enum(childAnswers);

/** Both questions, with no answer assumed. */
export const AskAboutChildren = Type.Object({ children: ChildAnswer, siblings: ChildAnswer }, strict);

const SafeAdult = Type.Object(
  {
    name: Words(120),
    relation: Type.Optional(Words(80)),
    phone: Type.Optional(Phone),
  },
  strict,
);
const card = {
  name: Words(80),
  relation: Type.Enum(childRelations),
  birthDay: Type.Optional(Day),
  caredBy: Type.Optional(Words(200)),
  safeAdult: Type.Optional(SafeAdult),
  followedBy: Type.Optional(Words(200)),
};
export const AddChild = Type.Object(card, strict);
export const RewriteChild = Type.Object({ ...card, supersedes: Id, reason: Words(500) }, strict);

export const AddChildStep = Type.Object(
  {
    childId: Id,
    kind: Type.Enum(childStepKinds),
    words: Words(1000),
    day: Day,
    byWhom: Type.Optional(Words(120)),
    nextDay: Type.Optional(Day),
  },
  strict,
);

const ChildStep = Type.Object({
  id: Id,
  kind: Type.Enum(childStepKinds),
  words: Type.String(),
  day: Day,
  byWhom: Type.Optional(Type.String({ description: 'Who told, offered or did it' })),
  nextDay: Type.Optional(Day),
  writtenBy: Type.Optional(
    Type.String({ description: 'The worker who wrote it; absent when the participant did' }),
  ),
  mine: Type.Boolean({ description: 'The reader may take it back' }),
});
export const Child = Type.Object({
  id: Id,
  versionId: Id,
  name: Type.String({ description: 'What the participant calls them' }),
  relation: Type.Enum(childRelations),
  birthDay: Type.Optional(Day),
  age: Type.Optional(Type.Integer()),
  caredBy: Type.Optional(Type.String({ description: 'Who cares for the child' })),
  safeAdult: Type.Optional(
    Type.Object({
      name: Type.String(),
      relation: Type.Optional(Type.String()),
      phone: Type.Optional(Type.String()),
    }),
  ),
  followedBy: Type.Optional(Type.String({ description: 'Who follows the child up' })),
  mine: Type.Boolean({ description: 'The reader may rewrite it and take it back' }),
  steps: Type.Array(ChildStep, { description: 'Told, offered, done; the newest first' }),
  nextDay: Type.Optional(Type.String({ description: 'When it is taken up again, as the newest step says' })),
});

/** What concerns the children, and whether anybody has asked. */
export const Children = Type.Object({
  asked: Type.Optional(
    Type.Object(
      {
        id: Id,
        children: ChildAnswer,
        siblings: ChildAnswer,
        at: Instant,
        by: Type.Optional(
          Type.String({ description: 'The worker who asked; absent when the participant wrote it' }),
        ),
        mine: Type.Boolean({ description: 'The reader may take it back' }),
      },
      { description: 'The newest answer; absent until somebody has asked' },
    ),
  ),
  owed: Type.Optional(
    Type.Object(
      { since: Instant, by: Instant },
      { description: 'The question is ours to ask now: the clock' },
    ),
  ),
  cards: Type.Array(Child),
});
export type Children = Type.Static<typeof Children>;
export type Child = Type.Static<typeof Child>;
export type ChildStep = Type.Static<typeof ChildStep>;
export type AskAboutChildren = Type.Static<typeof AskAboutChildren>;
