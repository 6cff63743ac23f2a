import Type from 'typebox';
import { Day, Id, Instant, Words } from './shapes.ts';

const MandateScope = Type.Enum(['money', 'personal', 'health']);

export const NoteMandate = Type.Object(
  {
    relatedPersonId: Id,
    scopes: Type.Array(MandateScope, { minItems: 1, maxItems: 3, uniqueItems: true }),
    document: Words(200),
    from: Type.Optional(Day),
    until: Type.Optional(Day),
  },
  { additionalProperties: false },
);

/** A guardian's mandate that is in force, or will be: what it covers, and what they see by it. */
export const Mandate = Type.Object({
  id: Id,
  versionId: Id,
  relatedPersonId: Id,
  name: Type.String(),
  scopes: Type.Array(MandateScope),
  topics: Type.Array(Type.String()),
  document: Type.String(),
  from: Instant,
  until: Type.Optional(Instant),
});
export type Mandate = Type.Static<typeof Mandate>;

/** What a guardian is told of their own mandate. */
export const OwnMandate = Type.Object({
  scopes: Type.Array(MandateScope),
  topics: Type.Array(Type.String()),
  until: Type.Optional(Instant),
});
