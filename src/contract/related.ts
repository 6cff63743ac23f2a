import Type from 'typebox';
import { OwnMandate } from './guardian.ts';
import { WayInNews } from './login.ts';
import { Event, Meeting, PersonPage } from './person.ts';
import { Action, CrisisPlan, Goal, Statement, TeamMember } from './plan.ts';
import { Id, Instant, Phone, Words } from './shapes.ts';
import { Wish } from './wish.ts';

const strict = { additionalProperties: false };

export const relationships = [
  'mother',
  'father',
  'parent',
  'partner',
  'sibling',
  'child',
  'friend',
  'other',
] as const;

const content = {
  name: Words(160),
  relationship: Type.Union(relationships.map((relationship) => Type.Literal(relationship))),
  phone: Type.Optional(Phone),
};
export const NameRelated = Type.Object(content, strict);
export const RewriteRelated = Type.Object({ ...content, supersedes: Id, reason: Words(500) }, strict);

/** Whom we may talk with: asked of the participant, with whether it was told what a yes and a no mean. */
export const AskAboutRelated = Type.Object(
  { answer: Type.Enum(['named', 'nobody', 'not-now']), explained: Type.Boolean() },
  strict,
);

/** What a parent of a minor is shown without their consent: which parts, why, and what the young person says to it. */
export const DecideParentalInsight = Type.Object(
  {
    topics: Type.Array(Words(40), { minItems: 1, maxItems: 20 }),
    because: Words(500),
    youngSaid: Type.Optional(Words(500)),
  },
  strict,
);

/** The home of somebody close: the same for one who was never given anything and one who is not given it any more. */
export const CloseToMe = Type.Object({
  now: Instant,
  wayInNews: Type.Optional(WayInNews),
  people: Type.Array(
    Type.Object({
      participantId: Id,
      name: Type.String({ description: 'What they want to be called' }),
      topics: Type.Array(Type.String()),
      until: Type.Optional(Instant),
      mandate: Type.Optional(OwnMandate),
    }),
  ),
});
export type CloseToMe = Type.Static<typeof CloseToMe>;

/** What one who is close is let in to, of one person. A part that is not shared is absent. */
export const ClosePerson = Type.Object({
  now: Instant,
  name: Type.String(),
  until: Type.Optional(Instant),
  mandate: Type.Optional(OwnMandate),
  alsoShared: Type.Optional(
    Type.Literal(true, { description: 'Beside the mandate: they share something themself' }),
  ),
  crisisPlan: Type.Optional(CrisisPlan),
  statement: Type.Optional(Statement),
  goals: Type.Optional(Type.Array(Goal)),
  actions: Type.Optional(Type.Array(Action)),
  wishes: Type.Optional(Type.Array(Wish)),
  team: Type.Optional(Type.Array(TeamMember)),
  meetings: Type.Optional(Type.Array(Meeting)),
  groups: Type.Optional(Type.Array(Event, { description: 'Groups answered to and come to, newest first' })),
});
export type ClosePerson = Type.Static<typeof ClosePerson>;
/** What another gets of oneself, as their own page gives it: a worker's, or that of one who is close. Absent when they would get none. */
export const Preview = Type.Object({ page: Type.Optional(PersonPage), close: Type.Optional(ClosePerson) });
export type Preview = Type.Static<typeof Preview>;
