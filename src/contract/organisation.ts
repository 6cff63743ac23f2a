import Type from 'typebox';
import { Id, Instant, Note, Words } from './shapes.ts';

export const OrganisationPath = Type.Object({ municipalityId: Id, id: Id }, { additionalProperties: false });
export const SetOrganisationNumber = Type.Object(
  {
    number: Type.Unsafe<string>({
      ...Note(40),
      description: 'As it is typed, with or without spaces; empty takes away the one that stands',
    }),
    because: Words(200),
  },
  { additionalProperties: false },
);
export const Organisations = Type.Object({
  now: Instant,
  organisations: Type.Array(
    Type.Object({
      municipalityId: Id,
      id: Id,
      name: Type.String(),
      number: Type.Optional(Type.String()),
      said: Type.Array(
        Type.Object({
          number: Type.Optional(Type.String()),
          at: Instant,
          who: Type.Optional(Type.String()),
          because: Type.String(),
        }),
        { description: 'What has been said of the number, the newest first' },
      ),
    }),
  ),
});
export type Organisations = Type.Static<typeof Organisations>;
