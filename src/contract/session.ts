import Type from 'typebox';
import { Id, Instant } from './shapes.ts';

export const Home = Type.Union([
  Type.Literal('my-plan'),
  Type.Literal('my-day'),
  Type.Literal('shared'),
  Type.Literal('overview'),
  Type.Literal('close'),
  Type.Literal('logins'),
  Type.Literal('coordination'),
  Type.Literal('control'),
]);

export const Session = Type.Object({
  name: Type.String(),
  homes: Type.Array(Home, {
    description: 'Where this person may be at home; the first one is where they land',
  }),
  intake: Type.Boolean({ description: 'Answers enquiries' }),
  leads: Type.Boolean({ description: 'Leads those who work in a service' }),
  health: Type.Boolean({ description: 'Gives health care, and so may open somebody in an emergency' }),
  outreach: Type.Boolean({ description: 'Meets people outside: works in a service' }),
  participantId: Type.Optional(Id),
  workers: Type.Array(
    Type.Object({ municipalityId: Id, id: Id, organisation: Type.String(), organisationKind: Type.String() }),
  ),
  csrf: Type.String({ description: 'To be sent as header X-CSRF-Token with every change' }),
  now: Instant,
  strength: Type.Union([Type.Literal('strong'), Type.Literal('code')]),
  idleUntil: Type.Unsafe<string>({ ...Instant, description: 'When it ends if it is not used' }),
  endsAt: Type.Unsafe<string>({ ...Instant, description: 'When it ends however much it is used' }),
  mode: Type.Union([Type.Literal('demo'), Type.Literal('production')]),
});
export type Session = Type.Static<typeof Session>;
export type Home = Type.Static<typeof Home>;

export const Persona = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: Type.String(),
  organisation: Type.Optional(Type.String()),
});
export const Personas = Type.Array(Persona);
export type Persona = Type.Static<typeof Persona>;

export const StartDemoSession = Type.Object(
  { persona: Type.String({ minLength: 1, maxLength: 40 }) },
  { additionalProperties: false },
);
export const Directory = Type.Object({
  municipalities: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  services: Type.Array(
    Type.Object({
      municipalityId: Id,
      id: Id,
      organisationId: Id,
      name: Type.String(),
      pathway: Type.Boolean({ description: 'Who is taken in begins on a pathway' }),
    }),
  ),
  organisations: Type.Array(
    Type.Object({ municipalityId: Id, id: Id, name: Type.String(), kind: Type.String() }),
  ),
  workers: Type.Array(
    Type.Object({
      municipalityId: Id,
      id: Id,
      name: Type.String(),
      organisation: Type.String(),
      organisationId: Id,
      kind: Type.String(),
      presentation: Type.Optional(Type.String({ description: 'Who I am, in their own words' })),
    }),
  ),
});
export type Directory = Type.Static<typeof Directory>;
