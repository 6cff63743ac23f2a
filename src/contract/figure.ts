import Type from 'typebox';
import { figureCodes } from '#domain/figure/figures.ts';
import { Day, Id, Instant, Ref } from './shapes.ts';

const strict = { additionalProperties: false };

export const ServicePath = Type.Object({ municipalityId: Id, id: Id }, strict);
export const StatusPeriod = Type.Object({ from: Day, to: Day }, strict);

/** How many of each, of a figure that is split by gender. */
const Split = Type.Object({
  from: Type.Optional(Day),
  to: Day,
  counts: Type.Object({
    woman: Type.Integer(),
    man: Type.Integer(),
    other: Type.Integer(),
    'not-stated': Type.Integer(),
  }),
});
export const StatusReport = Type.Object({
  now: Instant,
  service: Ref,
  name: Type.String(),
  from: Day,
  to: Day,
  lines: Type.Array(
    Type.Object({
      figure: Type.Enum(figureCodes),
      span: Type.Union([Type.Literal('period'), Type.Literal('total'), Type.Literal('date')]),
      from: Type.Optional(Day),
      to: Day,
      value: Type.Optional(Type.Number({ description: 'Absent: too few to be told' })),
      split: Type.Optional(Split),
      days: Type.Optional(Type.Object({ held: Type.Integer(), written: Type.Integer() })),
    }),
    {
      description:
        'Told for the days it holds for: fewer than asked for, where the rest could be pointed at by subtracting',
    },
  ),
});
export type StatusReport = Type.Static<typeof StatusReport>;
