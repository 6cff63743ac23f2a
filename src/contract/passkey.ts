import Type from 'typebox';
import { Id, Instant, Words } from './shapes.ts';

const Strict = { additionalProperties: false };
const Base64url = (max: number) =>
  Type.String({ minLength: 1, maxLength: max, pattern: '^[A-Za-z0-9_-]+$', description: 'base64url' });
const CredentialId = Base64url(1400);
const Key = Type.Object({ id: Type.String(), type: Type.Literal('public-key') });

export const BeginPasskey = Type.Object({ name: Words(60) }, Strict);
/** What a browser asks the device for when one is added (WebAuthn, PublicKeyCredentialCreationOptionsJSON). */
export const NewPasskey = Type.Object({
  challenge: Type.String(),
  rp: Type.Object({ id: Type.String(), name: Type.String() }),
  user: Type.Object({
    id: Type.String({ description: 'Random: says nothing about whose it is' }),
    name: Type.String({ description: 'What the one who adds it calls the device' }),
    displayName: Type.String(),
  }),
  pubKeyCredParams: Type.Array(Type.Object({ alg: Type.Integer(), type: Type.Literal('public-key') })),
  timeout: Type.Integer(),
  attestation: Type.Literal('none'),
  excludeCredentials: Type.Array(Key),
  authenticatorSelection: Type.Object({
    residentKey: Type.Literal('required'),
    requireResidentKey: Type.Boolean(),
    userVerification: Type.Literal('required'),
  }),
});
export type NewPasskey = Type.Static<typeof NewPasskey>;
export const AddPasskey = Type.Object(
  { id: CredentialId, clientDataJSON: Base64url(4000), attestationObject: Base64url(16_000) },
  Strict,
);
export type AddPasskey = Type.Static<typeof AddPasskey>;
export const RemovePasskey = Type.Object({ id: Id }, Strict);

/** What a browser asks the device for when somebody comes in; names nobody, so the device offers what it has. */
export const PasskeyAsked = Type.Object({
  challenge: Type.String(),
  rpId: Type.String(),
  timeout: Type.Integer(),
  userVerification: Type.Literal('required'),
});
export type PasskeyAsked = Type.Static<typeof PasskeyAsked>;
export const PasskeyAnswer = Type.Object(
  {
    id: CredentialId,
    clientDataJSON: Base64url(4000),
    authenticatorData: Base64url(4000),
    signature: Base64url(2000),
    userHandle: Base64url(100),
  },
  Strict,
);
export type PasskeyAnswer = Type.Static<typeof PasskeyAnswer>;

export const MyPasskey = Type.Object({
  id: Id,
  name: Type.String(),
  addedAt: Instant,
  usedAt: Type.Optional(Instant),
  here: Type.Boolean({ description: 'This login came in by it' }),
  endedAt: Type.Optional(Instant),
  endedBecause: Type.Optional(Type.String()),
});
export type MyPasskey = Type.Static<typeof MyPasskey>;
export const MyPasskeys = Type.Object({
  now: Instant,
  passkeys: Type.Array(MyPasskey, { description: 'Those without endedAt let me in' }),
  because: Type.Optional(Type.String({ description: 'Why I may not add one now, as a refusal’s code' })),
});
export type MyPasskeys = Type.Static<typeof MyPasskeys>;

/** The newest that was done with the devices that let me in, elsewhere than here. */
