import Type from 'typebox';
import { TypedNumber } from './person-number.ts';
import { Day, Id, Instant, Phone, Ref, Words } from './shapes.ts';

const strict = { additionalProperties: false };

export const enquirySources = [
  'self',
  'relative',
  'family',
  'nav',
  'dps',
  'prison',
  'treatment',
  'gp',
  'street',
  'police',
  'other',
] as const;
/** Somebody one is told of, with the least one must know. */
export const newcomerFields = {
  home: Id,
  givenName: Words(80),
  familyName: Type.Optional(Words(80)),
  phone: Type.Optional(Phone),
  birthDay: Type.Optional(Day),
  otherPerson: Type.Optional(
    Type.Literal(true, { description: 'Not one of those that already-known named' }),
  ),
};
const enquiryFields = {
  service: Ref,
  source: Type.Union(enquirySources.map((source) => Type.Literal(source))),
  words: Words(4000),
};
export const ReceiveEnquiry = Type.Object(
  {
    ...newcomerFields,
    personNumber: Type.Optional(TypedNumber),
    ...enquiryFields,
    letter: Type.Optional({
      ...Ref,
      description: 'The letter it came by, from somebody close who asks for help themself',
    }),
  },
  strict,
);
export const AddEnquiry = Type.Object(enquiryFields, strict);
export const Received = Type.Object({
  participantId: Id,
  /** Left out when the request had been sent before: what it added is on the list. */
  id: Type.Optional(Id),
});
export const AnswerEnquiry = Type.Object(
  { enquiryId: Id, words: Words(2000), session: Type.Optional(Ref) },
  strict,
);
/** Whose choice it was: the participant's own, or the service's for now; the service's when left out. */
const ChosenBy = Type.Optional(Type.Union([Type.Literal('participant'), Type.Literal('service')]));
export const Enrol = Type.Object(
  { service: Ref, contactPerson: Ref, chosenBy: ChosenBy, startDay: Day },
  strict,
);
export const JoinTeam = Type.Object(
  {
    role: Type.Enum([
      'contact-person',
      'coordinator',
      'team-member',
      'peer',
      'nav',
      'dps',
      'gp',
      'work-training',
      'voluntary',
    ]),
    worker: Ref,
    from: Type.Optional(Instant),
    until: Type.Optional(Instant),
    substituteFor: Type.Optional(Id),
    chosenBy: ChosenBy,
  },
  strict,
);

export const Enquiry = Type.Object({
  id: Id,
  participantId: Id,
  name: Type.String(),
  phone: Type.Optional(Type.String()),
  service: Ref,
  serviceName: Type.String(),
  source: Type.String(),
  words: Type.String(),
  receivedAt: Instant,
  answer: Type.Optional(
    Type.Object({
      words: Type.String(),
      at: Instant,
      sessionTitle: Type.Optional(Type.String()),
      sessionStartsAt: Type.Optional(Instant),
    }),
  ),
});
export const Enquiries = Type.Object({
  now: Instant,
  enquiries: Type.Array(Enquiry),
  nextSessions: Type.Array(
    Type.Object({
      session: Ref,
      service: Ref,
      title: Type.String(),
      place: Type.String(),
      startsAt: Instant,
      endsAt: Instant,
    }),
    { description: 'What is open the next days, soonest first' },
  ),
});
export type Enquiries = Type.Static<typeof Enquiries>;
export type Enquiry = Type.Static<typeof Enquiry>;
export type ReceiveEnquiry = Type.Static<typeof ReceiveEnquiry>;
