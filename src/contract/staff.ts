import Type from 'typebox';
import { Day, Id, Instant } from './shapes.ts';

export const WorkerPath = Type.Object({ municipalityId: Id, id: Id }, { additionalProperties: false });
export const SetLastDay = Type.Object(
  { lastDay: Type.Union([Day, Type.Literal('none')], { description: 'none: stays after all' }) },
  { additionalProperties: false },
);
export const Staff = Type.Object({
  now: Instant,
  workers: Type.Array(
    Type.Object({
      municipalityId: Id,
      id: Id,
      name: Type.String(),
      roles: Type.Array(Type.String()),
      until: Type.Optional(Instant),
      needNext: Type.Optional(
        Type.Union([Type.Integer(), Type.Null()], {
          description:
            'How many need a new contact person: null when they are one to four. With a last day only',
        }),
      ),
    }),
  ),
});
export type Staff = Type.Static<typeof Staff>;
