import Type from 'typebox';
import { toldCodes } from '#domain/told/told.ts';
import { Id, Instant, Words } from './shapes.ts';

/** What everyone is to be told; what each is stands in src/domain/told. */
const Code = Type.Enum(toldCodes);

/** The server keeps its own text in this language as what was shown. */
export const Acknowledge = Type.Object(
  {
    code: Code,
    language: Type.Union([Type.Literal('nb'), Type.Literal('nn'), Type.Literal('en')]),
    textVersion: Type.Integer({ minimum: 1, maximum: 1000, description: 'The edition that was shown' }),
    signedName: Type.Optional(Words(160)),
  },
  { additionalProperties: false },
);

export const ToldState = Type.Object({
  code: Code,
  state: Type.Union([Type.Literal('told'), Type.Literal('newer'), Type.Literal('owed')], {
    description: 'newer: told, in an edition before the one that holds now',
  }),
  at: Type.Optional(Instant),
});
const Telling = Type.Object({
  id: Id,
  version: Type.Integer(),
  at: Instant,
  words: Type.String({ description: 'The text as it was' }),
  by: Type.Optional(Type.String({ description: 'Who told it; absent when the participant read it alone' })),
  signedName: Type.Optional(Type.String()),
});
export const Told = Type.Object({
  now: Instant,
  texts: Type.Array(
    Type.Object({
      code: Code,
      version: Type.Integer(),
      mustSign: Type.Boolean(),
      text: Type.String({ description: 'As it is told now, in the reader’s language' }),
      state: Type.String({ description: 'told, newer, owed' }),
      told: Type.Array(Telling, { description: 'Newest first' }),
    }),
  ),
});
export type Told = Type.Static<typeof Told>;
export type ToldState = Type.Static<typeof ToldState>;
