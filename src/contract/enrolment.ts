import Type from 'typebox';
import { endReasons } from '#domain/enrolment/change-state.ts';
import { Day, Words } from './shapes.ts';

const strict = { additionalProperties: false };

/** Why somebody is on hold is read by the participant, the contact person and the substitute alone. */
export const Hold = Type.Object({ why: Type.Optional(Words(2000)) }, strict);
export const Return = Type.Object(
  { welcome: Type.Optional(Words(1000)) },
  { ...strict, description: 'With what we say to the participant, when there is something to say' },
);
export const End = Type.Object(
  {
    because: Type.Union(endReasons.map((reason) => Type.Literal(reason))),
    nextPlace: Type.Optional(Words(200)),
  },
  strict,
);

/** The latest time on hold: its first day, and its last one when it is over. */
export const OnHold = Type.Object({ from: Day, until: Type.Optional(Day) });
export type OnHold = Type.Static<typeof OnHold>;
