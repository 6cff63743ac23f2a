import Type from 'typebox';
import { Id, Instant, Words } from './shapes.ts';

const strict = { additionalProperties: false };

export const LookUp = Type.Object({
  number: Type.Integer({ description: 'Names the look-up when one asks about it' }),
  at: Instant,
  who: Type.String(),
  organisation: Type.Optional(Type.String()),
  roles: Type.Array(Type.String(), {
    description: 'What they were among one’s own people then; none otherwise',
  }),
  related: Type.Boolean({ description: 'Somebody close, not somebody at work' }),
  action: Type.String({ description: 'read, list, search, change, figure, emergency, control' }),
  purpose: Type.String(),
  topics: Type.Array(Type.String()),
  mine: Type.Boolean(),
});
export const LookUps = Type.Array(LookUp);
export type LookUp = Type.Static<typeof LookUp>;

export const DigestChoice = Type.Union([
  Type.Literal('none'),
  Type.Literal('weekly'),
  Type.Literal('new-person'),
]);
export type DigestChoice = Type.Static<typeof DigestChoice>;

const WhyCase = Type.Object({
  id: Id,
  number: Type.Integer({ description: 'The look-up it is about' }),
  lookedAt: Instant,
  who: Type.String(),
  purpose: Type.String(),
  askedAt: Instant,
  words: Type.Optional(Type.String()),
  dueAt: Type.Optional(Instant),
  answer: Type.Optional(
    Type.Object({
      words: Type.String(),
      by: Type.String(),
      organisation: Type.Optional(Type.String()),
      asAuditor: Type.Boolean(),
      at: Instant,
    }),
  ),
});
export type WhyCase = Type.Static<typeof WhyCase>;

export const MyControl = Type.Object({
  now: Instant,
  cases: Type.Array(WhyCase),
  digest: DigestChoice,
  week: Type.Object(
    {
      people: Type.Integer(),
      newPeople: Type.Array(Type.String(), { description: 'Those who have not looked before' }),
      refused: Type.Integer(),
    },
    { description: 'The last seven days' },
  ),
});
export type MyControl = Type.Static<typeof MyControl>;

export const AskWhy = Type.Object(
  { number: Type.Integer({ minimum: 1 }), words: Type.Optional(Words(1000)) },
  strict,
);
export const AnswerWhy = Type.Object({ words: Words(2000) }, strict);
export const ChooseDigest = Type.Object({ every: DigestChoice }, strict);
export const WhyPath = Type.Object({ id: Id }, strict);

/** What somebody is asked to explain of their own look-ups. */
export const WhyAsked = Type.Object({
  id: Id,
  askedAt: Instant,
  dueAt: Instant,
  late: Type.Boolean(),
  lookedAt: Instant,
  purpose: Type.String(),
  words: Type.Optional(Type.String()),
  person: Type.Optional(
    Type.Object(
      { participantId: Id, name: Type.String() },
      { description: 'While they are still open to the reader' },
    ),
  ),
});
export type WhyAsked = Type.Static<typeof WhyAsked>;
