import Type from 'typebox';
import { endReasons } from '#domain/enrolment/change-state.ts';
import { Day, Note, Words } from './shapes.ts';

const strict = { additionalProperties: false };

/** Why, empty when nothing is said; read by the participant, the contact person and the substitute alone. */
export const Hold = Type.Object({ why: Note(2000) }, strict);
/** What we say to the participant, empty when nothing is said. */
export const Return = Type.Object({ welcome: Note(1000) }, strict);
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
