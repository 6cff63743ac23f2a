import Type from 'typebox';
import { movable } from '#domain/person/one-person.ts';
import { Id, Instant, Words } from './shapes.ts';

const strict = { additionalProperties: false };
const askedBy = ['participant', 'worker'] as const;

/** Of the two, the one in the address stands from now on. */
export const AddMerge = Type.Object({ otherId: Id, askedBy: Type.Enum(askedBy), reason: Words(500) }, strict);
export const ConfirmMerge = Type.Object({ otherId: Id }, strict);
export const CheckSplit = Type.Object({ otherId: Id }, strict);
export const SplitMerge = Type.Object({ otherId: Id, reason: Words(500) }, strict);
/** An entry on the row in the address is the other's. */
export const MoveEntry = Type.Object(
  { otherId: Id, table: Type.Enum(movable), entryId: Id, reason: Words(500) },
  strict,
);
export const TwoPath = Type.Object({ participantId: Id, otherId: Id }, strict);

export const Merge = Type.Object({
  id: Id,
  rows: Type.Optional(
    Type.Array(Id, { description: 'The two rows, while the merge is in force: the one that stands last' }),
  ),
  foundBy: Type.String({
    description: 'number, own-number (written by the one who merged, on one of them alone), hand',
  }),
  askedBy: Type.String({ description: 'participant, worker' }),
  reason: Type.String(),
  by: Type.String(),
  at: Instant,
  sure: Type.Boolean({
    description: 'By the number, or by a second one: the person’s own login reaches both',
  }),
  confirmedBy: Type.Optional(Type.String()),
  mayConfirm: Type.Optional(Type.Literal(true, { description: 'The reader may be the second one' })),
  split: Type.Optional(
    Type.Object(
      {
        by: Type.Optional(Type.String()),
        at: Instant,
        reason: Type.Optional(Type.String()),
        checkedBy: Type.Optional(
          Type.String({ description: 'Who has been through what was written meanwhile' }),
        ),
      },
      { description: 'Taken back; who, and why, is not said to the one on the other row' },
    ),
  ),
});
export type Merge = Type.Static<typeof Merge>;

/** Was one person with the other row; seen by whoever might merge the two. */
export const KeptApart = Type.Object({
  id: Id,
  otherId: Id,
  by: Type.String(),
  at: Instant,
  reason: Type.String(),
});
export type KeptApart = Type.Static<typeof KeptApart>;

const double = {
  one: Type.Object({ participantId: Id, name: Type.String() }),
  other: Type.Object({ participantId: Id, name: Type.String() }),
  because: Type.String({ description: 'number, name, kept-apart' }),
};
export const Doubles = Type.Object({ now: Instant, pairs: Type.Array(Type.Object(double)) });
export type Doubles = Type.Static<typeof Doubles>;

const Side = Type.Object({
  participantId: Id,
  name: Type.Optional(Type.String()),
  age: Type.Optional(Type.Integer()),
  phone: Type.Optional(Type.String()),
  since: Instant,
  numbers: Type.Optional(Type.Array(Type.String({ description: 'Which kinds of number' }))),
  standings: Type.Optional(Type.Array(Type.Object({ service: Type.String(), state: Type.String() }))),
  team: Type.Optional(Type.Array(Type.Object({ name: Type.String(), role: Type.String() }))),
  entries: Type.Integer({ description: 'How many entries the reader may see' }),
});
export type Side = Type.Static<typeof Side>;
export const Written = Type.Object({
  table: Type.String(),
  id: Id,
  participantId: Id,
  at: Instant,
  by: Type.String(),
  words: Type.Optional(Type.String()),
  mayMove: Type.Boolean({
    description: 'What opens something to somebody, and a number, is given anew instead',
  }),
});
export const TwoRows = Type.Object({
  now: Instant,
  rows: Type.Array(Side, { description: 'The two, each as far as the reader may see it' }),
  numbers: Type.String({
    description: 'same, same-by-me (I alone wrote it on one of them), differ, unknown',
  }),
  mayMerge: Type.Boolean(),
  one: Type.Boolean({ description: 'They are one person now, if only by way of a third row' }),
  merges: Type.Array(Merge, { description: 'What was said of them, the oldest first' }),
  written: Type.Optional(
    Type.Array(Written, {
      description: 'Written while they were one, by where it stands; only once they are kept apart',
    }),
  ),
});
export type TwoRows = Type.Static<typeof TwoRows>;
export type Written = Type.Static<typeof Written>;
