import Type from 'typebox';
import { Children } from './child.ts';
import { EmergencyOpening } from './emergency.ts';
import { OnHold } from './enrolment.ts';
import { Cancelled, Moved } from './group.ts';
import { Mandate } from './guardian.ts';
import { Confided } from './letter.ts';
import { WayInNews } from './login.ts';
import { LookUps } from './look-up.ts';
import { Merge } from './merge.ts';
import { AreaTalk, LifeAreaCode, Strength } from './own-words.ts';
import { Profile } from './profile.ts';
import { Day, Id, Instant, Note, Ref, Words } from './shapes.ts';
import { ClosedDoor, Sharing } from './sharing.ts';
import { ToldState } from './told.ts';
import { LifeEvent, Told } from './turn.ts';
import { Wish } from './wish.ts';

const strict = { additionalProperties: false };

/** With `supersedes`: the same said in other words, so that its ratings stay with it. */
export const AddStatement = Type.Object({ words: Words(2000), supersedes: Type.Optional(Id) }, strict);
export const AddRating = Type.Object(
  { statementId: Id, rating: Type.Integer({ minimum: 0, maximum: 10 }) },
  strict,
);
const goalWords = {
  title: Words(200),
  wanted: Type.Optional(Words(1000)),
  present: Type.Optional(Words(1000)),
  ways: Type.Optional(Words(1000)),
  lifeArea: Type.Optional(LifeAreaCode),
};
export const AddGoal = Type.Object(goalWords, strict);
export const RewriteGoal = Type.Object({ ...goalWords, supersedes: Id, reason: Words(500) }, strict);
export const CloseGoal = Type.Object(
  { goalId: Id, outcome: Type.Union([Type.Literal('reached'), Type.Literal('not-wanted')]) },
  strict,
);
export const Doer = Type.Union([Type.Literal('participant'), Type.Literal('worker')]);
export const AddAction = Type.Object(
  { goalId: Id, title: Words(200), doer: Doer, worker: Type.Optional(Ref), dueDay: Type.Optional(Day) },
  strict,
);
export const RewriteAction = Type.Object(
  {
    title: Words(200),
    doer: Doer,
    worker: Type.Optional(Ref),
    dueDay: Type.Optional(Day),
    supersedes: Id,
    reason: Words(500),
  },
  strict,
);
export const CompleteAction = Type.Object({ actionId: Id }, strict);
export const WriteCrisisPlan = Type.Object(
  { signs: Note(2000), helps: Note(2000), call: Note(1000), supersedes: Type.Optional(Id) },
  strict,
);

export const Statement = Type.Object({
  id: Id,
  versionId: Id,
  saidBefore: Type.Integer({ description: 'How many times it was said in other words before' }),
  words: Type.String(),
  saidAt: Instant,
  ratings: Type.Array(Type.Object({ rating: Type.Integer(), at: Instant })),
});
export const Action = Type.Object({
  id: Id,
  versionId: Id,
  version: Type.Integer(),
  title: Type.String(),
  doer: Doer,
  doerName: Type.String(),
  doerOrganisation: Type.Optional(Type.String()),
  worker: Type.Optional(Ref),
  mine: Type.Boolean({ description: 'The reader is the one who does it' }),
  dueDay: Type.Optional(Day),
  completionId: Type.Optional(Id),
  doneAt: Type.Optional(Instant),
});
export const Goal = Type.Object({
  id: Id,
  versionId: Id,
  version: Type.Integer(),
  title: Type.String(),
  wanted: Type.Optional(Type.String()),
  present: Type.Optional(Type.String()),
  ways: Type.Optional(Type.String()),
  lifeArea: Type.Optional(LifeAreaCode),
  saidByParticipant: Type.Boolean(),
  closed: Type.Optional(
    Type.Object({ id: Id, outcome: Type.String({ description: 'reached, not-wanted' }), at: Instant }),
  ),
  actions: Type.Optional(Type.Array(Action)),
});
export const TeamMember = Type.Object({
  id: Id,
  versionId: Id,
  name: Type.String(),
  role: Type.String(),
  worker: Ref,
  organisation: Type.String(),
  organisationKind: Type.String(),
  phone: Type.Optional(Type.String()),
  until: Type.Optional(Instant),
  substituteFor: Type.Optional(Type.String({ description: 'Name of the one who is away' })),
  awayUntil: Type.Optional(Instant),
  chosen: Type.Boolean({ description: 'The participant chose them' }),
});
export const RelatedPerson = Type.Object({
  id: Id,
  versionId: Id,
  name: Type.String({ description: 'What the participant calls them' }),
  relationship: Type.String({
    description: 'mother, father, parent, partner, sibling, child, friend, other',
  }),
  phone: Type.Optional(Type.String()),
  asParent: Type.Optional(
    Type.Object(
      {
        id: Id,
        topics: Type.Array(Type.String()),
        until: Day,
        because: Type.String(),
        youngSaid: Type.Optional(Type.String()),
      },
      {
        description: 'What the law opens to a parent of a minor now, as it was decided; ends on the birthday',
      },
    ),
  ),
});
/** The newest answer to whom we may talk with; absent until somebody has asked. */
export const RelatedAsked = Type.Object({
  id: Id,
  answer: Type.Enum(['named', 'nobody', 'not-now']),
  explained: Type.Boolean({ description: 'It was told what a yes and a no mean' }),
  at: Instant,
  by: Type.Optional(
    Type.String({ description: 'The worker who asked; absent when the participant wrote it' }),
  ),
});
export const CrisisPlan = Type.Object({
  id: Id,
  factId: Id,
  signs: Type.String(),
  helps: Type.String(),
  call: Type.String(),
  writtenAt: Instant,
});
/** Of what there is one of on each row, what the rows that no longer stand say. */
export const Before = Type.Object({
  participantId: Id,
  name: Type.Optional(Type.String()),
  statement: Type.Optional(Statement),
  crisisPlan: Type.Optional(CrisisPlan),
  howToMeet: Type.Optional(Type.String()),
});
export type Before = Type.Static<typeof Before>;

export const PromiseMade = Type.Object({
  id: Id,
  words: Type.String(),
  doer: Doer,
  doerName: Type.String(),
  doerOrganisation: Type.Optional(Type.String()),
  mine: Type.Boolean(),
  dueDay: Day,
  versionId: Id,
  writtenBy: Type.Optional(Type.String({ description: 'The worker who wrote it down' })),
  keptAt: Type.Optional(Instant),
  keptId: Type.Optional(Id),
});
export const Coming = Type.Object({
  kind: Type.Union([Type.Literal('group'), Type.Literal('meeting')]),
  session: Type.Optional(Ref),
  meetingId: Type.Optional(Id),
  title: Type.String({ description: 'Name of the group; empty for a meeting' }),
  place: Type.Optional(Type.String()),
  startsAt: Instant,
  endsAt: Type.Optional(Instant),
  answer: Type.Optional(Type.String({ description: 'coming, said-no, came, did-not-come' })),
  cancelled: Type.Optional(Cancelled),
  moved: Type.Optional(Moved),
});

export const MyPlan = Type.Object({
  now: Instant,
  participantId: Id,
  callMe: Type.String(),
  profile: Type.Optional(Profile),
  coming: Type.Array(Coming, { description: 'The next seven days, soonest first' }),
  statement: Type.Optional(Statement),
  strengths: Type.Array(Strength),
  lifeAreas: Type.Array(AreaTalk),
  wishes: Type.Array(Wish),
  goals: Type.Array(Goal),
  promises: Type.Array(PromiseMade),
  people: Type.Array(TeamMember),
  related: Type.Array(RelatedPerson),
  relatedAsked: Type.Optional(RelatedAsked),
  children: Children,
  confided: Type.Optional(
    Type.Array(Confided, { description: 'What somebody close has told the service, and may be told' }),
  ),
  sharing: Type.Array(Sharing),
  closedDoors: Type.Array(ClosedDoor, { description: 'Whom the participant has closed the door to' }),
  mandates: Type.Array(Mandate, { description: 'Of guardians: what they cover, and what is seen by them' }),
  emergencies: Type.Array(EmergencyOpening, { description: 'Opened in an emergency, the newest first' }),
  crisisPlan: Type.Optional(CrisisPlan),
  enrolments: Type.Array(
    Type.Object({
      service: Type.String(),
      state: Type.String(),
      since: Instant,
      phone: Type.Optional(Type.String()),
      week: Type.Optional(Type.Integer()),
      of: Type.Optional(Type.Integer()),
      hold: Type.Optional(OnHold),
      welcome: Type.Optional(
        Type.Object(
          { words: Type.String(), by: Type.String() },
          { description: 'What was said when they came back' },
        ),
      ),
    }),
  ),
  told: Type.Optional(Told),
  lifeEvents: Type.Array(LifeEvent, { description: 'The latest day first' }),
  informed: Type.Array(ToldState, { description: 'What has been told, and what we owe to tell' }),
  steps: Type.Array(
    Type.Object({ code: Type.String(), week: Type.Integer(), dueFrom: Day, doneAt: Type.Optional(Instant) }),
  ),
  minutes: Type.Array(
    Type.Object({
      id: Id,
      startsAt: Instant,
      place: Type.Optional(Type.String()),
      heldAt: Instant,
      endedAt: Type.Optional(Instant),
      promises: Type.Integer(),
    }),
    { description: 'Meetings that have been, the newest first' },
  ),
  nextMeeting: Type.Optional(
    Type.Object({
      id: Id,
      versionId: Id,
      startsAt: Instant,
      place: Type.Optional(Type.String()),
      ownAgenda: Type.Optional(Type.String()),
      moved: Type.Optional(Type.Object({ because: Type.String(), startsAt: Instant })),
      presence: Type.Optional(Type.String({ description: 'How it stands with oneself: invited, said-no' })),
    }),
  ),
  before: Type.Optional(Type.Array(Before, { description: 'Registered twice: from the other rows' })),
  merges: Type.Optional(
    Type.Array(Merge, { description: 'What was said of it: in force, or lately taken back' }),
  ),
  lookUps: LookUps,
  lookUpNews: Type.Optional(
    Type.Object(
      { code: Type.String({ description: 'look-ups-week, look-up-new-person' }), at: Instant },
      { description: 'A notice of who has looked that has not been seen yet' },
    ),
  ),
  may: Type.Array(Type.String(), { description: 'Topics one may add to in this login' }),
  closed: Type.Array(Type.String(), {
    description: 'Topics of one’s own that this login does not open, and a stronger one does',
  }),
  wayInNews: Type.Optional(WayInNews),
});
export type MyPlan = Type.Static<typeof MyPlan>;
export type Statement = Type.Static<typeof Statement>;
export type Goal = Type.Static<typeof Goal>;
export type Action = Type.Static<typeof Action>;
export type TeamMember = Type.Static<typeof TeamMember>;
export type RelatedPerson = Type.Static<typeof RelatedPerson>;
export type RelatedAsked = Type.Static<typeof RelatedAsked>;
export type PromiseMade = Type.Static<typeof PromiseMade>;
export type Coming = Type.Static<typeof Coming>;
export type CrisisPlan = Type.Static<typeof CrisisPlan>;
