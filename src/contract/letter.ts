import Type from 'typebox';
import { Id, Instant, Phone, Ref, Words } from './shapes.ts';

const strict = { additionalProperties: false };

/** A letter about somebody one is worried for. Who writes may be left out; whether it is kept from them may not. */
export const WriteAbout = Type.Object(
  {
    service: Ref,
    about: Words(200),
    words: Words(4000),
    confidence: Type.Enum(['kept', 'told']),
    name: Type.Optional(Words(120)),
    phone: Type.Optional(Phone),
    relation: Type.Optional(Words(80)),
  },
  strict,
);
/** A letter from somebody close who needs help themself. There must be a way to answer. */
export const WriteForMyself = Type.Object(
  { service: Ref, words: Words(4000), name: Words(120), phone: Phone },
  strict,
);
/** The same for everyone: nothing about whom it concerns, and no number to ask after it by. */
export const Received = Type.Object({ received: Type.Literal(true) });

export const Letterboxes = Type.Array(
  Type.Object({ service: Ref, name: Type.String(), municipality: Type.String() }),
  { description: 'The services one can write to' },
);

const Writer = Type.Object({
  name: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  relation: Type.Optional(Type.String()),
});
export const Letter = Type.Object({
  letter: Ref,
  service: Ref,
  serviceName: Type.String(),
  kind: Type.Enum(['about-somebody', 'for-myself']),
  receivedAt: Instant,
  about: Type.Optional(Type.String({ description: 'Whom it is about, as the writer says it' })),
  words: Type.Optional(Type.String()),
  writer: Type.Optional(Writer),
  confidence: Type.Optional(Type.Enum(['kept', 'told'])),
  handled: Type.Optional(
    Type.Object(
      { how: Type.String({ description: 'connected, received, noted' }), at: Instant, by: Type.String() },
      { description: 'What became of it; its words are not shown any more' },
    ),
  ),
});
export const Letters = Type.Object({ now: Instant, letters: Type.Array(Letter) });

/** Takes a letter out of the box. */
export const TakeLetter = Type.Object({ letter: Ref }, strict);

/** What somebody close has told the service about one person. */
export const Confided = Type.Object({
  id: Id,
  words: Type.String(),
  about: Type.String(),
  writer: Writer,
  confidence: Type.Enum(['kept', 'told']),
  receivedAt: Instant,
});
export const ConfidedAbout = Type.Object({ now: Instant, letters: Type.Array(Confided) });
export type ConfidedAbout = Type.Static<typeof ConfidedAbout>;
export type Letters = Type.Static<typeof Letters>;
export type Letter = Type.Static<typeof Letter>;
export type Letterboxes = Type.Static<typeof Letterboxes>;
export type Confided = Type.Static<typeof Confided>;
