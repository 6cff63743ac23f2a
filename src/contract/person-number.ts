import Type from 'typebox';
import { whyLocal } from '#domain/identifier/accept.ts';
import { Id, Words } from './shapes.ts';

const strict = { additionalProperties: false };

/** As it is typed: spaces are taken away, and what is wrong with it is said. */
export const TypedNumber = Type.String({ minLength: 9, maxLength: 30 });
export const AddPersonNumber = Type.Object({ number: TypedNumber }, strict);
/** The municipality makes one, for somebody who has no other. */
export const AddLocalNumber = Type.Object({ because: Type.Enum(whyLocal) }, strict);
export const CorrectPersonNumber = Type.Object(
  { number: TypedNumber, supersedes: Id, reason: Words(500) },
  strict,
);

const kept = {
  id: Id,
  versionId: Id,
  kind: Type.String({ description: 'birth-number, d-number, help-number, common-help-number, duf, local' }),
};
/** That there is a number, and of which kind; never the number. */
export const KeptNumber = Type.Object(kept);
export const ShownNumbers = Type.Array(Type.Object({ ...kept, number: Type.String() }), {
  description: 'Somebody’s numbers in plain, shown when they are asked for and logged as that',
});
export type KeptNumber = Type.Static<typeof KeptNumber>;
export type ShownNumbers = Type.Static<typeof ShownNumbers>;
