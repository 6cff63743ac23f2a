import Type from 'typebox';
import { newcomerFields } from './enquiry.ts';
import { Id, Instant, Note, Ref, Words } from './shapes.ts';

const strict = { additionalProperties: false };

export const outreachOutcomes = ['met', 'not-met', 'called', 'message-left'] as const;
const attemptFields = {
  service: Ref,
  outcome: Type.Enum(outreachOutcomes),
  place: Type.Optional(Words(200)),
  note: Type.Optional(Note(4000)),
  howToMeet: Type.Optional(Words(500)),
  happenedAt: Type.Optional(Instant),
};
/** The first time: also what they are called. Nothing else is asked for. */
const { birthDay: _, ...leastFields } = newcomerFields;
export const MeetOutside = Type.Object({ ...leastFields, ...attemptFields }, strict);
export const LogOutreach = Type.Object(attemptFields, strict);

const OutreachAttempt = Type.Object({
  id: Id,
  outcome: Type.String({ description: 'met, not-met, called, message-left' }),
  place: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
  at: Instant,
  by: Type.String(),
});
export const OutreachPerson = Type.Object({
  participantId: Id,
  name: Type.String(),
  phone: Type.Optional(Type.String()),
  howToMeet: Type.Optional(Type.String()),
  service: Ref,
  reached: Type.Boolean({ description: 'The last attempt reached them' }),
  attempts: Type.Array(OutreachAttempt, { description: 'Newest first, the last two' }),
  tried: Type.Integer({ description: 'How many attempts there are' }),
  enquiry: Type.Optional(
    Type.Object({ id: Id, answered: Type.Boolean() }, { description: 'They have asked since they were met' }),
  ),
});
export const Outreach = Type.Object({
  now: Instant,
  services: Type.Array(Type.Object({ service: Ref, name: Type.String() }), {
    description: 'Those I can meet people for',
  }),
  people: Type.Array(OutreachPerson, { description: 'Those we have not reached first, then the newest' }),
});
export type Outreach = Type.Static<typeof Outreach>;
export type OutreachPerson = Type.Static<typeof OutreachPerson>;
export type OutreachOutcome = (typeof outreachOutcomes)[number];
