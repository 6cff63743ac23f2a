import Type from 'typebox';
import { Id, Instant, Words } from './shapes.ts';

const Strict = { additionalProperties: false };

export const WayIn = Type.Object({
  id: Type.String(),
  kind: Type.String({ description: 'id-porten, helseid, ansattporten, entra or other' }),
  name: Type.Object({ nb: Type.String(), nn: Type.String(), en: Type.String() }),
  for: Type.Array(Type.String({ description: 'participants or workers' })),
});
export const WaysIn = Type.Array(WayIn);
export type WayIn = Type.Static<typeof WayIn>;

export const ProviderPath = Type.Object(
  { provider: Type.String({ pattern: '^[a-z][a-z0-9-]{1,30}$' }) },
  Strict,
);
export const BeginLogin = Type.Object(
  {
    provider: Type.String({ pattern: '^[a-z][a-z0-9-]{1,30}$' }),
    back: Type.Optional(
      Type.String({
        maxLength: 300,
        pattern: '^/(?![/\\\\])[^\\u0000-\\u001f\\\\]{0,299}$',
        description: 'Where to land afterwards: a place in here',
      }),
    ),
    linking: Type.Optional(
      Type.Boolean({ description: 'Adds a way in to the login one is in, instead of logging in' }),
    ),
  },
  Strict,
);
export const LoginBegun = Type.Object({
  address: Type.String({ description: 'Where the browser goes to prove who it is' }),
});
/** What an issuer sends a browser back with. It is taken once, and answered with a page, whatever it says. */
export const IssuerAnswer = Type.Object({
  state: Type.Optional(Type.String({ maxLength: 500 })),
  code: Type.Optional(Type.String({ maxLength: 4000 })),
  iss: Type.Optional(Type.String({ maxLength: 500 })),
  error: Type.Optional(Type.String({ maxLength: 500 })),
});
export const IssuerFarewell = Type.Object({
  iss: Type.String({ maxLength: 500 }),
  sid: Type.String({ maxLength: 500 }),
});

export const Newcomer = Type.Object({
  provider: Type.String(),
  expiresAt: Instant,
});
export const UseInvitation = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 40, pattern: '^[^\\u0000]*$' }) },
  Strict,
);

export const PlaceJoined = Type.Object({ organisation: Type.String() });
export type PlaceJoined = Type.Static<typeof PlaceJoined>;

export const TimeLeft = Type.Object({
  idleUntil: Instant,
  endsAt: Instant,
  now: Instant,
});
export type TimeLeft = Type.Static<typeof TimeLeft>;
export const LoggedOut = Type.Object({
  address: Type.Optional(Type.String({ description: 'Where one logs out of the issuer too' })),
});
export type LoggedOut = Type.Static<typeof LoggedOut>;

export const Device = Type.Object({
  kind: Type.String(),
  system: Type.String(),
  browser: Type.String(),
});
export type Device = Type.Static<typeof Device>;

export const MyLogins = Type.Object({
  now: Instant,
  sessions: Type.Array(
    Type.Object({
      id: Id,
      device: Type.Optional(Device),
      method: Type.Optional(Type.String()),
      provider: Type.Optional(Type.String()),
      strength: Type.String(),
      startedAt: Instant,
      usedAt: Type.String({ description: 'To within five minutes' }),
      here: Type.Boolean({ description: 'The one that is asking' }),
      endedAt: Type.Optional(Instant),
      endedBecause: Type.Optional(Type.String()),
    }),
    { description: 'Newest first; those without endedAt are alive' },
  ),
  waysIn: Type.Array(
    Type.Object({ id: Id, provider: Type.String(), boundAt: Instant, here: Type.Boolean() }),
  ),
});
export type MyLogins = Type.Static<typeof MyLogins>;
export const EndSessions = Type.Object({ which: Type.Union([Id, Type.Literal('others')]) }, Strict);
export const SessionsEnded = Type.Object({ ended: Type.Integer() });
export type SessionsEnded = Type.Static<typeof SessionsEnded>;
export const WayInNews = Type.Array(
  Type.Object({
    what: Type.String({
      description: 'by-somebody, device-added, device-removed, device-copied, device-replaced',
    }),
    name: Type.Optional(Type.String({ description: 'What the device is called' })),
    at: Instant,
  }),
  { description: 'What is new in how one gets in as me' },
);
export type WayInNews = Type.Static<typeof WayInNews>;

export const RemoveWayIn = Type.Object({ id: Id }, Strict);

export const WorkerLogin = Type.Object({
  municipalityId: Id,
  id: Id,
  name: Type.String(),
  organisation: Type.String(),
  roles: Type.Array(Type.String()),
  waysIn: Type.Array(Type.String()),
  sessions: Type.Integer({ description: 'How many devices they are logged in on now' }),
  usedAt: Type.Optional(Instant),
  invitedUntil: Type.Optional(Instant),
  closed: Type.Optional(Type.Object({ at: Instant, because: Type.String() })),
  own: Type.Boolean(),
  lookedAfterBy: Type.Optional(
    Type.String({ description: 'Another municipality, which looks after this login' }),
  ),
});
export type WorkerLogin = Type.Static<typeof WorkerLogin>;
export const StaffLogins = Type.Object({
  now: Instant,
  keys: Type.Array(
    Type.Object({
      provider: Type.String(),
      method: Type.String(),
      lastDay: Type.String({ description: 'The last day it may be used, yyyy-mm-dd' }),
      daysLeft: Type.Integer(),
      within: Type.Integer({ description: '60, 30 or 7 days before; 0 when it is over' }),
    }),
    { description: 'What Medvandrer proves itself by to issuers, and that is to be changed soon' },
  ),
  workers: Type.Array(WorkerLogin),
  acts: Type.Array(
    Type.Object({
      at: Instant,
      who: Type.Optional(Type.String()),
      what: Type.String(),
      whom: Type.Optional(Type.String()),
      because: Type.Optional(Type.String()),
    }),
  ),
});
export type StaffLogins = Type.Static<typeof StaffLogins>;
export const InviteWorker = Type.Object({ days: Type.Integer({ minimum: 1, maximum: 14 }) }, Strict);
export const Invited = Type.Object({
  code: Type.String({ description: 'Said here, once' }),
  expiresAt: Instant,
});
export type Invited = Type.Static<typeof Invited>;
export const Because = Type.Object({ because: Words(200) }, Strict);
