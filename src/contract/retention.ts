import Type from 'typebox';
import { Day, Id, Instant, Words } from './shapes.ts';

const strict = { additionalProperties: false };

/** Somebody who has said something, by name; `proved` is false for one who was named on the command line. */
const Said = Type.Object({ at: Instant, by: Type.String(), proved: Type.Boolean() });

export const RetentionDecision = Type.Object({
  months: Type.Optional(Type.Integer({ description: 'After the last entry; left out for ever' })),
  because: Type.String(),
  set: Said,
});
export type RetentionDecision = Type.Static<typeof RetentionDecision>;

export const RetentionTally = Type.Object({
  legalClass: Type.String(),
  because: Type.String({ description: 'period: it has run out; asked: the participant was told yes' }),
  rows: Type.Integer(),
  people: Type.Integer(),
  newest: Type.String({ description: 'Month of the newest entry, yyyy-mm' }),
  kinds: Type.Array(Type.Object({ kind: Type.String(), rows: Type.Integer() }), {
    description: 'Most first, and there with what is never counted apart; none where there would be but one',
  }),
});
export type RetentionTally = Type.Static<typeof RetentionTally>;

const Counted = Type.Object({
  rows: Type.Integer(),
  people: Type.Integer(),
  tally: Type.Array(RetentionTally),
  proof: Type.String({ description: 'Fingerprint of exactly which rows, in hexadecimal' }),
});

export const RetentionRun = Type.Object({
  id: Id,
  state: Type.String({
    description:
      'asked, working-out, waiting, approved, carrying-out; or ended: nothing-due, turned-down, stale, carried-out',
  }),
  asked: Said,
  askedByMe: Type.Boolean({ description: 'Or by somebody who may be the same person: another must say yes' }),
  failed: Type.Optional(Type.Object({ at: Instant, code: Type.String(), againAt: Instant })),
  planned: Type.Optional(
    Type.Object({ at: Instant, until: Instant, ...Counted.properties }, { description: 'What would go' }),
  ),
  approved: Type.Optional(Said),
  ended: Type.Optional(
    Type.Object({
      at: Instant,
      by: Type.Optional(Said),
      because: Type.Optional(Type.String()),
      gone: Type.Optional(Counted),
    }),
  ),
});
export type RetentionRun = Type.Static<typeof RetentionRun>;

export const RetentionHold = Type.Object({
  municipalityId: Id,
  id: Id,
  set: Said,
  lifted: Type.Optional(Type.Object({ at: Instant, by: Type.String() })),
  person: Type.Optional(Type.String({ description: 'For an auditor alone, like the reasons' })),
  because: Type.Optional(Type.String()),
  liftedBecause: Type.Optional(Type.String()),
});
export type RetentionHold = Type.Static<typeof RetentionHold>;

export const RetentionPlace = Type.Object({
  municipalityId: Id,
  municipality: Type.String(),
  mayHold: Type.Boolean(),
  classes: Type.Array(
    Type.Object({
      legalClass: Type.String(),
      decisions: Type.Array(RetentionDecision, {
        description: 'The newest holds; none is for ever, because nobody has decided',
      }),
    }),
  ),
  runs: Type.Array(RetentionRun, { description: 'One that has not ended stands first' }),
  held: Type.Integer({ description: 'How many people nothing goes of' }),
});
export type RetentionPlace = Type.Static<typeof RetentionPlace>;

export const Retention = Type.Object({ now: Instant, places: Type.Array(RetentionPlace) });
export type Retention = Type.Static<typeof Retention>;
export const RetentionHolds = Type.Object({ now: Instant, holds: Type.Array(RetentionHold) });
export type RetentionHolds = Type.Static<typeof RetentionHolds>;

export const RetentionMunicipalityPath = Type.Object({ municipalityId: Id }, strict);
export const RetentionPath = Type.Object({ municipalityId: Id, id: Id }, strict);

export const SetRetentionPeriod = Type.Object(
  {
    recordClass: Type.String({ maxLength: 40 }),
    months: Type.Optional(Type.Integer({ minimum: 1, maximum: 1200 })),
    because: Words(500),
  },
  strict,
);
export type SetRetentionPeriod = Type.Static<typeof SetRetentionPeriod>;
export const AskDryRun = Type.Object(
  { scope: Type.Literal('all-classes', { description: 'Every class with a period, and what was granted' }) },
  strict,
);
export const ApproveDryRun = Type.Object(
  { proof: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Of what was shown' }) },
  strict,
);
export const RetentionReason = Type.Object({ because: Words(500) }, strict);
export const HoldSomebody = Type.Object(
  { givenName: Words(100), familyName: Words(100), birthDay: Day, because: Words(500) },
  strict,
);
export type HoldSomebody = Type.Static<typeof HoldSomebody>;
