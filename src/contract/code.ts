import Type from 'typebox';
import { Id, Instant, Phone, Words } from './shapes.ts';
import { GiveConsent } from './sharing.ts';

const Strict = { additionalProperties: false };
const Typed = Type.String({ minLength: 1, maxLength: 40, pattern: '^[^\\u0000]*$' });

export const CodeWays = Type.Object({
  sms: Type.Boolean({ description: 'Codes are sent to phones here' }),
});
export type CodeWays = Type.Static<typeof CodeWays>;
export const UseCode = Type.Object({ code: Typed }, Strict);
export const AskPhoneCode = Type.Object({ phone: Phone }, Strict);

export const MakeLoginCode = Type.Object(
  {
    because: Type.Union([Type.Literal('no-way-in'), Type.Literal('lost-phone')], {
      description:
        'After a lost phone, what is open on it is closed first, and its number gets no more codes',
    }),
  },
  Strict,
);
export const LoginCodeMade = Type.Object({
  code: Type.String({ description: 'Said here, once' }),
  expiresAt: Instant,
  sessionsEnded: Type.Integer(),
});
export type LoginCodeMade = Type.Static<typeof LoginCodeMade>;

export const SendPhoneCode = Type.Object({ phone: Phone }, Strict);
export const SendConsentCode = Type.Omit(GiveConsent, ['paper', 'confirmed'], Strict);
export const AgreePhone = Type.Object(
  {
    phone: Phone,
    confirmed: Type.Unsafe<string>({ ...Id, description: 'The code that was sent there and typed' }),
    notices: Type.Boolean({ description: 'A word that there is something to read may be sent there too' }),
  },
  Strict,
);
export const ChoosePhoneNotices = Type.Object({ supersedes: Id, notices: Type.Boolean() }, Strict);

const LoginPhone = Type.Object({
  id: Id,
  factId: Id,
  phone: Type.String(),
  notices: Type.Boolean(),
  since: Instant,
  together: Type.Boolean({ description: 'Agreed on together with a worker' }),
});
const CodeGiven = Type.Object({
  madeAt: Instant,
  madeBy: Type.String(),
  organisation: Type.String(),
  expiresAt: Instant,
  usedAt: Type.Optional(Instant),
  withdrawn: Type.Boolean(),
  lostPhone: Type.Boolean(),
  sessionsEnded: Type.Integer(),
});
/** How one participant gets in by code. */
export const CodesOf = Type.Object({
  now: Instant,
  participantId: Id,
  phone: Type.Optional(LoginPhone),
  given: Type.Array(CodeGiven, { description: 'Newest first' }),
  loggedIn: Type.Integer({ description: 'On how many devices now' }),
  mayGive: Type.Boolean({ description: 'The reader may make a code, and agree on a number' }),
  mayAgree: Type.Boolean({ description: 'The reader’s login is strong enough to change the number' }),
  byWorker: Type.Boolean({ description: 'The municipality lets in by a worker’s code' }),
  bySms: Type.Boolean({ description: 'The municipality lets in by SMS, and there is a way to send one' }),
});
export type CodesOf = Type.Static<typeof CodesOf>;

export const CodeSettings = Type.Object({
  now: Instant,
  gateway: Type.Boolean({ description: 'This installation has somewhere to send messages' }),
  ways: Type.Array(
    Type.Object({
      municipalityId: Id,
      municipality: Type.String(),
      way: Type.String({ description: 'worker-code or sms-code' }),
      on: Type.Boolean(),
      because: Type.Optional(Type.String()),
      setBy: Type.Optional(Type.String()),
      setAt: Type.Optional(Instant),
    }),
  ),
  unsent: Type.Array(
    Type.Object({ at: Instant, code: Type.String(), tries: Type.Integer(), because: Type.String() }),
    { description: 'What the gateway did not take; not to whom, and not a word of it' },
  ),
});
export type CodeSettings = Type.Static<typeof CodeSettings>;
export const MunicipalityPath = Type.Object({ municipalityId: Id }, Strict);
export const SetCodeWay = Type.Object(
  {
    way: Type.Union([Type.Literal('worker-code'), Type.Literal('sms-code')]),
    on: Type.Boolean(),
    because: Words(200),
  },
  Strict,
);

/** What the demonstration's made-up phone shows. */
export const ShownMessages = Type.Object({
  messages: Type.Array(Type.Object({ at: Instant, phone: Type.String(), text: Type.String() })),
});
export type ShownMessages = Type.Static<typeof ShownMessages>;
