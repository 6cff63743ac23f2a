import Type from 'typebox';
import { Day, Id, Phone, Words } from './shapes.ts';

const genders = ['woman', 'man', 'other'] as const;

const fields = {
  givenName: Words(80),
  familyName: Type.Optional(Words(80)),
  preferredName: Type.Optional(Words(80)),
  phone: Type.Optional(Phone),
  birthDay: Type.Optional(Day),
  gender: Type.Optional(Type.Union(genders.map((gender) => Type.Literal(gender)))),
};

/** What somebody is called and how to reach them, as it is written now. */
export const Profile = Type.Object(
  { id: Id, versionId: Id, ...fields },
  { description: 'Only for those who may write it anew' },
);
export const RewriteProfile = Type.Object(
  { supersedes: Id, reason: Words(500), ...fields },
  { additionalProperties: false },
);
export type Profile = Type.Static<typeof Profile>;
