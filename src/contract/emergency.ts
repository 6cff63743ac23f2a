import Type from 'typebox';
import { Day, Id, Instant, Words } from './shapes.ts';

const strict = { additionalProperties: false };

/** Exactly the name and the day of birth: there is no list to choose from. */
export const FindInEmergency = Type.Object(
  { givenName: Words(80), familyName: Words(80), birthDay: Day },
  strict,
);
export const FoundInEmergency = Type.Object({
  now: Instant,
  participantId: Type.Optional(
    Type.String({
      description: 'Absent for nobody, for several, and for one who has said no to the one who asks',
    }),
  ),
});

export const OpenInEmergency = Type.Object(
  { participantId: Id, reason: Words(1000), hours: Type.Integer({ minimum: 0, maximum: 100 }) },
  strict,
);

const ReviewOutcome = Type.Enum(['justified', 'not-justified']);
export const ReviewEmergency = Type.Object({ outcome: ReviewOutcome, words: Words(1000) }, strict);
export const OpeningPath = Type.Object({ id: Id }, strict);

const review = Type.Object({
  outcome: ReviewOutcome,
  words: Type.String(),
  at: Instant,
  by: Type.Optional(Type.String()),
});

/** What was opened, as the participant and those beside them read it. */
export const EmergencyOpening = Type.Object({
  id: Id,
  by: Type.Optional(Type.String({ description: 'Absent when they work in no municipality near any more' })),
  organisation: Type.Optional(Type.String()),
  openedAt: Instant,
  closesAt: Instant,
  reason: Type.String(),
  review: Type.Optional(review),
});
export type EmergencyOpening = Type.Static<typeof EmergencyOpening>;

/** For those who review: who opened, when and why; never what was seen, and not whom. */
export const EmergencyReviews = Type.Object({
  now: Instant,
  openings: Type.Array(
    Type.Object({
      id: Id,
      by: Type.String(),
      organisation: Type.String(),
      openedAt: Instant,
      closesAt: Instant,
      reason: Type.String(),
      mine: Type.Boolean({ description: 'The reader opened it, and so cannot review it' }),
      review: Type.Optional(review),
    }),
    { description: 'Those that wait first, the oldest of them first' },
  ),
});
export type EmergencyReviews = Type.Static<typeof EmergencyReviews>;
export type FoundInEmergency = Type.Static<typeof FoundInEmergency>;
