import Type from 'typebox';
import { decisionOutcomes, requestKinds } from '#domain/rights/request.ts';
import { Day, Id, Instant, Words } from './shapes.ts';

const strict = { additionalProperties: false };
const Kind = Type.Enum(requestKinds);

/** An entry by its kind and its id; left out, what is asked for is of everything. */
const Entry = Type.Object({ table: Words(40), id: Id }, strict);
export const AskForRight = Type.Object(
  { kind: Kind, words: Words(2000), about: Type.Optional(Entry) },
  strict,
);
export const DecideRight = Type.Object(
  {
    requestId: Id,
    outcome: Type.Enum(decisionOutcomes),
    words: Words(2000),
    untilDay: Type.Optional(Day),
  },
  strict,
);

export const RightsRequest = Type.Object({
  id: Id,
  versionId: Id,
  kind: Kind,
  words: Type.String(),
  askedAt: Instant,
  about: Type.Optional(
    Type.Object({
      table: Type.String(),
      id: Id,
      happenedAt: Type.Optional(Instant),
      words: Type.Optional(Type.String()),
    }),
  ),
  owedBy: Type.Optional(Day),
  usual: Type.String({ description: 'What the law usually says: yes, assessed, no' }),
  law: Type.String(),
  complaint: Type.String({ description: 'statsforvalteren, datatilsynet' }),
  decisions: Type.Array(
    Type.Object({
      id: Id,
      outcome: Type.Enum(decisionOutcomes),
      words: Type.String(),
      untilDay: Type.Optional(Day),
      at: Instant,
      by: Type.String(),
    }),
    { description: 'The newest first' },
  ),
});
export const Rights = Type.Object({
  now: Instant,
  requests: Type.Array(RightsRequest, { description: 'The newest first' }),
  entries: Type.Array(
    Type.Object({ table: Type.String(), id: Id, happenedAt: Instant, words: Type.Optional(Type.String()) }),
    { description: 'What one may point at, the newest first' },
  ),
});
export type RightsRequest = Type.Static<typeof RightsRequest>;
export type Rights = Type.Static<typeof Rights>;
