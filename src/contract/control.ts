import Type from 'typebox';
import { Day, Id, Instant, Words } from './shapes.ts';

const strict = { additionalProperties: false };

const Named = Type.Object({ id: Id, name: Type.String() });

export const LookUpCase = Type.Object({
  id: Id,
  rule: Type.String({
    description: 'same-family-name, colleague, without-act, night, volume, refused',
  }),
  who: Type.String(),
  organisation: Type.Optional(Type.String()),
  people: Type.Array(Named),
  from: Instant,
  to: Instant,
  lookUps: Type.Integer(),
  raisedAt: Instant,
  dueAt: Instant,
  late: Type.Boolean(),
  aboutMe: Type.Boolean({ description: 'Somebody else must close it' }),
  closed: Type.Optional(Type.Object({ at: Instant, by: Type.String(), words: Type.String() })),
});
export type LookUpCase = Type.Static<typeof LookUpCase>;

export const LookUpQuestion = Type.Object({
  id: Id,
  person: Type.Optional(Named),
  askedAt: Instant,
  words: Type.Optional(Type.String()),
  who: Type.String(),
  organisation: Type.Optional(Type.String()),
  lookedAt: Instant,
  purpose: Type.String(),
  refused: Type.Boolean(),
  dueAt: Instant,
  late: Type.Boolean(),
  aboutMe: Type.Boolean(),
});
export type LookUpQuestion = Type.Static<typeof LookUpQuestion>;

export const RuleSetting = Type.Object({
  rule: Type.String(),
  on: Type.Boolean(),
  limit: Type.Integer(),
  within: Type.Integer(),
  setBy: Type.Optional(Type.String()),
  setAt: Type.Optional(Instant),
});
export type RuleSetting = Type.Static<typeof RuleSetting>;

export const Control = Type.Object({
  now: Instant,
  questions: Type.Array(LookUpQuestion, {
    description: 'Of participants, not answered in time or by nobody',
  }),
  cases: Type.Array(LookUpCase, {
    description: 'The open ones first, then those closed the last thirty days',
  }),
  rules: Type.Array(RuleSetting),
  accounts: Type.Array(
    Type.Object({ id: Id, name: Type.String(), organisation: Type.Optional(Type.String()) }),
  ),
});
export type Control = Type.Static<typeof Control>;

export const CloseCase = Type.Object({ words: Words(2000) }, strict);
export const CasePath = Type.Object({ id: Id }, strict);
export const SetRule = Type.Object(
  {
    rule: Type.String({ maxLength: 40 }),
    on: Type.Boolean(),
    limit: Type.Integer({ minimum: 0, maximum: 10_000 }),
    within: Type.Integer({ minimum: 0, maximum: 10_000 }),
  },
  strict,
);

export const FindForControl = Type.Object(
  { givenName: Words(100), familyName: Words(100), birthDay: Day },
  strict,
);
export const FoundForControl = Type.Object({ people: Type.Array(Named) });
export type FoundForControl = Type.Static<typeof FoundForControl>;

/** Of one account, or about one person; `below` goes on where the last hundred ended. */
export const SearchLog = Type.Object(
  {
    account: Type.Optional(Id),
    person: Type.Optional(Id),
    from: Instant,
    to: Instant,
    below: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  strict,
);
const LogLine = Type.Object({
  number: Type.Integer(),
  at: Instant,
  who: Type.String(),
  organisation: Type.Optional(Type.String()),
  action: Type.String(),
  purpose: Type.String(),
  people: Type.Array(Named),
  others: Type.Integer({ description: 'People of other municipalities' }),
  topics: Type.Array(Type.String()),
});
export const LogLines = Type.Object({ lines: Type.Array(LogLine), more: Type.Boolean() });
export type LogLines = Type.Static<typeof LogLines>;

export const AskBreach = Type.Object({ account: Id, from: Instant, to: Instant }, strict);
export const Breach = Type.Object({
  people: Type.Array(
    Type.Object({
      person: Type.Optional(Named),
      municipality: Type.String(),
      firstAt: Instant,
      lastAt: Instant,
      lookUps: Type.Integer(),
      read: Type.Array(Type.String()),
      couldAdd: Type.Array(Type.String()),
      actions: Type.Array(Type.String()),
    }),
  ),
});
export type Breach = Type.Static<typeof Breach>;

export const AskRegister = Type.Object({ person: Id, at: Instant }, strict);
export const Register = Type.Object({
  entries: Type.Array(
    Type.Object({
      who: Type.Optional(Type.String({ description: 'Left out where a whole organisation was let in' })),
      organisation: Type.Optional(Type.String()),
      role: Type.String(),
      topics: Type.Array(Type.String()),
      since: Instant,
      until: Type.Optional(Instant),
      givenBy: Type.Optional(Type.String()),
      givenAt: Instant,
    }),
  ),
});
export type Register = Type.Static<typeof Register>;
