import Type from 'typebox';
import { WhyAsked } from './look-up.ts';
import { PromiseMade } from './plan.ts';
import { Id, Instant } from './shapes.ts';

/** What participants share with a partner. */
export const Shared = Type.Object({
  now: Instant,
  asked: Type.Array(WhyAsked, { description: 'Look-ups of one’s own to explain, the most urgent first' }),
  people: Type.Array(
    Type.Object({
      participantId: Id,
      name: Type.String(),
      topics: Type.Array(Type.String()),
      until: Type.Optional(Instant),
    }),
  ),
  promises: Type.Array(
    Type.Intersect([
      PromiseMade,
      Type.Object({
        participantId: Id,
        name: Type.String(),
        kind: Type.Union([Type.Literal('decision'), Type.Literal('action')], {
          description: 'Made in a meeting, or standing in the plan with a day',
        }),
      }),
    ]),
  ),
});
export type Shared = Type.Static<typeof Shared>;
