import Type from 'typebox';
import { Day, Id, Instant, Ref, Words } from './shapes.ts';

const strict = { additionalProperties: false };

/** The language in which a text was shown; the sentence itself is kept with the fact. */
const Language = Type.Union([Type.Literal('nb'), Type.Literal('nn'), Type.Literal('en')]);
const Topics = (minItems: number) =>
  Type.Array(Type.String({ maxLength: 40 }), { minItems, maxItems: 30, uniqueItems: true });

/** One of these: an organisation, one person who works there, or somebody close. */
const toWhom = {
  organisation: Type.Optional(Ref),
  worker: Type.Optional(Ref),
  relatedPersonId: Type.Optional(Id),
};

export const GiveConsent = Type.Object(
  {
    ...toWhom,
    topics: Topics(1),
    until: Type.Optional(Day),
    language: Language,
    confirmed: Type.Optional(
      Type.Unsafe<string>({
        ...Id,
        description: 'The code that the participant has confirmed this sentence by, on a worker’s screen',
      }),
    ),
    paper: Type.Optional(
      Type.Object(
        {
          signedDay: Day,
          kept: { ...Words(200), description: 'Where the paper with the signature is kept' },
        },
        strict,
      ),
    ),
  },
  strict,
);
/** What somebody would see, as they have it now and with these topics besides. */
export const AskPreview = Type.Object(
  {
    ...toWhom,
    topics: Topics(0),
    until: Type.Optional({ ...Day, description: 'The last day of these topics' }),
  },
  strict,
);
/** To one worker, to an organisation, or to everyone when nobody is named. */
export const CloseDoor = Type.Object(
  {
    worker: Type.Optional(Ref),
    organisation: Type.Optional(Ref),
    topics: Type.Union([Type.Literal('everything'), Topics(1)]),
  },
  strict,
);

export const Sharing = Type.Object({
  id: Id,
  recipient: Type.String(),
  organisation: Type.Optional(Type.String({ description: 'Where the one person works whom it is given to' })),
  relatedPersonId: Type.Optional(Id),
  topics: Type.Array(Type.String()),
  since: Instant,
  until: Type.Optional(Instant),
  words: Type.String({ description: 'The sentence as it was shown' }),
  paper: Type.Optional(Type.Object({ signedDay: Day, kept: Type.String(), notedBy: Type.String() })),
  byCode: Type.Optional(
    Type.Object({ besides: Type.String() }, { description: 'By a code, beside this worker' }),
  ),
});
export const ClosedDoor = Type.Object({
  id: Id,
  to: Type.Optional(Type.String({ description: 'A worker or an organisation; everyone when absent' })),
  organisation: Type.Optional(Type.String({ description: 'Where the worker works' })),
  topics: Type.Optional(Type.Array(Type.String(), { description: 'Everything when absent' })),
  since: Instant,
});
const Seer = Type.Object({
  name: Type.String(),
  organisation: Type.Optional(Type.String()),
  roles: Type.Array(Type.String()),
  to: Type.Object(toWhom, { description: 'How a preview of what they see is asked for' }),
  topics: Type.Array(Type.String()),
  until: Type.Optional(Instant),
});
/** Who sees what of one participant now, and by which rule others may for a while. */
export const WhoSees = Type.Object({
  now: Instant,
  people: Type.Array(Seer),
  byDuty: Type.Array(Type.Object({ role: Type.String(), topics: Type.Array(Type.String()) }), {
    description:
      'What those see who have a duty for a while: who takes in, leads a group, or helps in an emergency',
  }),
});
export type Sharing = Type.Static<typeof Sharing>;
export type ClosedDoor = Type.Static<typeof ClosedDoor>;
export type GiveConsent = Type.Static<typeof GiveConsent>;
export type AskPreview = Type.Static<typeof AskPreview>;
export type WhoSees = Type.Static<typeof WhoSees>;
