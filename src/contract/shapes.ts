import Type from 'typebox';

/** Shapes that several contracts share. Requests are strict: an unknown field is refused, never dropped. */
export const Id = Type.String({
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  description: 'UUID, lower case',
});
export const Day = Type.String({
  pattern: '^[0-9]{4}-[01][0-9]-[0-3][0-9]$',
  description: 'Calendar day yyyy-mm-dd',
});
export const Instant = Type.String({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}(Z|[+-][0-9]{2}:[0-9]{2})$',
  description: 'Instant, RFC 3339',
});
/** Text somebody writes: at least one character that is not white space, no NUL, at most `max` characters. */
export const Words = (max: number) =>
  Type.String({ minLength: 1, maxLength: max, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' });
/** Text that may be empty. */
export const Note = (max: number) => Type.String({ maxLength: max, pattern: '^[^\\u0000]*$' });

/** Something in another tenant, or in one's own: the municipality it lives in, and its id there. */
export const Ref = Type.Object({ municipalityId: Id, id: Id }, { additionalProperties: false });
export const Created = Type.Object({ id: Id });
export const ParticipantPath = Type.Object({ participantId: Id }, { additionalProperties: false });
export const FactPath = Type.Object({ participantId: Id, id: Id }, { additionalProperties: false });

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String({ description: 'What happened, in the reader’s language' }),
    status: Type.Integer(),
    code: Type.String({ description: 'A refusal code: see src/contract/refusals.ts' }),
    detail: Type.Optional(Type.String()),
    fields: Type.Optional(Type.Array(Type.Object({ path: Type.String(), code: Type.String() }))),
  },
  { $id: 'Problem', description: 'RFC 9457 problem details' },
);

export type Ref = Type.Static<typeof Ref>;
export type Problem = Type.Static<typeof Problem>;
