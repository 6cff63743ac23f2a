import Type from 'typebox';
import { Id, Instant, Ref, Words } from './shapes.ts';

const strict = { additionalProperties: false };

const lacks = ['coordinator', 'contact-person', 'revision'] as const;

export const CoordinationQuery = Type.Object(
  {
    municipalityId: Type.Optional(Id),
    lacks: Type.Optional(Type.Enum([...lacks])),
    after: Type.Optional(
      Type.String({ ...Id, description: 'The one who was shown last on the page before' }),
    ),
  },
  strict,
);

/** Who is in a service, who walks with them, and the days of the plan; never what it says. */
export const Coordination = Type.Object({
  now: Instant,
  municipality: Type.Object({ id: Id, name: Type.String() }),
  others: Type.Array(Type.Object({ id: Id, name: Type.String() }), {
    description: 'Other municipalities the reader is the coordinating unit of',
  }),
  people: Type.Array(
    Type.Object({
      participantId: Id,
      name: Type.String(),
      service: Type.String(),
      since: Instant,
      contactPerson: Type.Optional(Type.String()),
      coordinator: Type.Optional(Type.Object({ versionId: Id, name: Type.String() })),
      plan: Type.Optional(
        Type.Object(
          {
            begunAt: Instant,
            revisedAt: Instant,
            lookedBackAt: Type.Optional(Instant),
            due: Type.Boolean({ description: 'Due to be looked at again' }),
          },
          { description: 'Absent where nothing is written yet' },
        ),
      ),
    }),
  ),
  next: Type.Optional(Type.String({ ...Id, description: 'Where the next page begins' })),
});
export type Coordination = Type.Static<typeof Coordination>;

/** With `instead`: takes the place of the coordinator who was on the screen, for a reason. */
export const AppointCoordinator = Type.Object(
  { worker: Ref, instead: Type.Optional(Id), reason: Type.Optional(Words(500)) },
  strict,
);
