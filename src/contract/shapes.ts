import Type from 'typebox';

/** Shapes that several contracts share. Requests are strict: an unknown field is refused, never dropped. */
export const Id = Type.String({
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  description: 'UUID, lower case',
});
// Only days that are in the calendar, from 1900 to 2099: what gets past here the database can read.
const DAYS_OF_ANY_YEAR =
  '(19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))';
const LEAP_DAYS = '(19(0[48]|[2468][048]|[13579][26])|20([02468][048]|[13579][26]))-02-29';
const DAY = `(${DAYS_OF_ANY_YEAR}|${LEAP_DAYS})`;
const TIME = '([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,6})?)?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])';
export const Day = Type.String({ pattern: `^${DAY}$`, description: 'Calendar day yyyy-mm-dd' });
/** Norwegian wall-clock time, without a zone. */
export const ClockTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'HH:MM' });
export const Instant = Type.String({ pattern: `^${DAY}T${TIME}$`, description: 'Instant, RFC 3339' });
/** Text somebody writes: at least one character that is not white space, no NUL, at most `max` characters. */
export const Words = (max: number) =>
  Type.String({ minLength: 1, maxLength: max, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' });
/** Text that may be empty. */
export const Note = (max: number) => Type.String({ maxLength: max, pattern: '^[^\\u0000]*$' });

/** A telephone number as somebody writes it. */
export const Phone = Type.String({ pattern: '^\\+?[0-9 ]{8,19}$' });

/** Something in another tenant, or in one's own: the municipality it lives in, and its id there. */
export const Ref = Type.Object({ municipalityId: Id, id: Id }, { additionalProperties: false });
export const Created = Type.Object({ id: Id });
export const ParticipantPath = Type.Object({ participantId: Id }, { additionalProperties: false });
export const FactPath = Type.Object({ participantId: Id, id: Id }, { additionalProperties: false });

export const KnownPerson = Type.Object({
  participantId: Id,
  name: Type.String(),
  service: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  mayAdd: Type.Boolean({ description: 'The reader may add an enquiry to this person' }),
});
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String({ description: 'What happened, in the reader’s language' }),
    status: Type.Integer(),
    code: Type.String({ description: 'A refusal code: see src/contract/refusals.ts' }),
    detail: Type.Optional(Type.String()),
    fields: Type.Optional(Type.Array(Type.Object({ path: Type.String(), code: Type.String() }))),
    known: Type.Optional(
      Type.Array(KnownPerson, { description: 'With already-known: whom of the reader’s own it may be' }),
    ),
  },
  { $id: 'Problem', description: 'RFC 9457 problem details' },
);

export type Ref = Type.Static<typeof Ref>;
export type KnownPerson = Type.Static<typeof KnownPerson>;
export type Problem = Type.Static<typeof Problem>;
