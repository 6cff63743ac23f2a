import Type from 'typebox';
import { Id, Instant, Note, Words } from './shapes.ts';

const strict = { additionalProperties: false };

export const contactKinds = [
  'home',
  'phone',
  'walk',
  'accompaniment',
  'talk',
  'message',
  'missed',
  'consultant-call',
] as const;
const Kind = Type.Union(contactKinds.map((kind) => Type.Literal(kind)));

export const LogContact = Type.Object(
  {
    kind: Kind,
    note: Note(4000),
    nextStep: Type.Optional(Words(200)),
    happenedAt: Type.Optional(Instant),
    remindsOf: Type.Optional({
      ...Id,
      description:
        'The open promise that a professional was reminded of: an action, or a decision of a meeting',
    }),
  },
  strict,
);
export const CorrectContact = Type.Object(
  { kind: Kind, note: Note(4000), nextStep: Type.Optional(Words(200)), supersedes: Id, reason: Words(500) },
  strict,
);
export const Withdraw = Type.Object({ supersedes: Id, reason: Words(500) }, strict);
export const ContactVersions = Type.Array(
  Type.Object({
    id: Id,
    version: Type.Integer(),
    kind: Type.String(),
    note: Type.String(),
    nextStep: Type.Optional(Type.String()),
    happenedAt: Instant,
    recordedAt: Instant,
    recordedBy: Type.String(),
    reason: Type.Optional(Type.String()),
    withdrawn: Type.Boolean(),
  }),
);
export type ContactVersions = Type.Static<typeof ContactVersions>;
export type LogContact = Type.Static<typeof LogContact>;
