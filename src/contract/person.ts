import Type from 'typebox';
import { Children } from './child.ts';
import { EmergencyOpening } from './emergency.ts';
import { OnHold } from './enrolment.ts';
import { Mandate } from './guardian.ts';
import { WhyAsked } from './look-up.ts';
import { KeptApart, Merge } from './merge.ts';
import { AreaTalk, Strength } from './own-words.ts';
import { KeptNumber } from './person-number.ts';
import {
  Before,
  CrisisPlan,
  Goal,
  PromiseMade,
  RelatedAsked,
  RelatedPerson,
  Statement,
  TeamMember,
} from './plan.ts';
import { Profile } from './profile.ts';
import { RightsRequest } from './rights.ts';
import { Day, Id, Instant, Note, Ref } from './shapes.ts';
import { Sharing } from './sharing.ts';
import { ToldState } from './told.ts';
import { LifeEvent } from './turn.ts';
import { Wish } from './wish.ts';

export const Standing = Type.Object({
  enrolmentId: Id,
  service: Type.String(),
  serviceRef: Ref,
  state: Type.String(),
  since: Instant,
  week: Type.Optional(Type.Integer()),
  of: Type.Optional(Type.Integer()),
  hold: Type.Optional(OnHold),
});
export const Step = Type.Object({
  id: Id,
  code: Type.String(),
  week: Type.Integer(),
  dueFrom: Day,
  dueTo: Day,
  doneAt: Type.Optional(Instant),
  actId: Type.Optional(Id),
});
export const Event = Type.Object({
  kind: Type.String({ description: 'The fact’s table: contact, statement, attendance …' }),
  id: Id,
  factId: Id,
  version: Type.Integer(),
  happenedAt: Instant,
  by: Type.String(),
  words: Type.Optional(Type.String()),
  detail: Type.Optional(Type.String({ description: 'A code: kind of contact, answer, state' })),
  mayCorrect: Type.Boolean(),
});
export const MeetingPerson = Type.Object({
  id: Id,
  person: Type.String({ description: 'participant, worker, other' }),
  worker: Type.Optional(Ref),
  name: Type.Optional(
    Type.String({ description: 'Absent of the participant where the reader may not see it' }),
  ),
  organisation: Type.Optional(Type.String()),
  presence: Type.String({ description: 'invited, said-no, present' }),
});
export const Meeting = Type.Object({
  id: Id,
  versionId: Id,
  startsAt: Instant,
  place: Type.Optional(Type.String()),
  ownAgenda: Type.Optional(Type.String()),
  heldAt: Type.Optional(Instant),
  endedAt: Type.Optional(Instant),
  moved: Type.Optional(
    Type.Object(
      { because: Type.String(), startsAt: Instant },
      { description: 'When it was to be, and why it is otherwise' },
    ),
  ),
  people: Type.Array(MeetingPerson, { description: 'Invited, said no, or present' }),
  decisions: Type.Array(PromiseMade),
});

export const PersonPage = Type.Object(
  {
    now: Instant,
    participantId: Id,
    roles: Type.Array(Type.String({ description: 'What the reader is to this person' })),
    may: Type.Array(Type.String({ description: 'Topics the reader may add to' })),
    identity: Type.Optional(
      Type.Object({
        name: Type.String(),
        callMe: Type.String(),
        age: Type.Optional(Type.Integer()),
        phone: Type.Optional(Type.String()),
        profile: Type.Optional(Profile),
      }),
    ),
    numbers: Type.Optional(
      Type.Array(KeptNumber, { description: 'Which numbers are kept, for those who may see them' }),
    ),
    rights: Type.Optional(
      Type.Array(RightsRequest, { description: 'What the person has asked for of what the reader sees' }),
    ),
    howToMeet: Type.Optional(Type.String({ description: 'How they want to be met, in their words' })),
    standings: Type.Optional(Type.Array(Standing)),
    steps: Type.Optional(Type.Array(Step)),
    team: Type.Optional(Type.Array(TeamMember)),
    statement: Type.Optional(Statement),
    goals: Type.Optional(Type.Array(Goal)),
    strengths: Type.Optional(Type.Array(Strength)),
    lifeAreas: Type.Optional(Type.Array(AreaTalk)),
    wishes: Type.Optional(Type.Array(Wish)),
    meetings: Type.Optional(Type.Array(Meeting)),
    events: Type.Optional(Type.Array(Event, { description: 'The timeline, newest first' })),
    sharing: Type.Optional(Type.Array(Sharing)),
    openUntil: Type.Optional(
      Type.String({ description: 'Open to the reader in an emergency: when it closes by itself' }),
    ),
    emergencies: Type.Optional(Type.Array(EmergencyOpening)),
    related: Type.Optional(Type.Array(RelatedPerson)),
    relatedAsked: Type.Optional(RelatedAsked),
    mandates: Type.Optional(Type.Array(Mandate)),
    parentalLevel: Type.Optional(
      Type.String({
        description:
          'Of a minor: what the law gives parents today: parents-decide, young-may-limit, necessary-only',
      }),
    ),
    children: Type.Optional(Children),
    crisisPlan: Type.Optional(CrisisPlan),
    enquiries: Type.Optional(
      Type.Array(
        Type.Object({
          id: Id,
          source: Type.String(),
          words: Type.String(),
          receivedAt: Instant,
          answeredAt: Type.Optional(Instant),
          service: Ref,
        }),
      ),
    ),
    lifeEvents: Type.Optional(Type.Array(LifeEvent, { description: 'The latest day first' })),
    informed: Type.Optional(
      Type.Array(ToldState, { description: 'What has been told, and what we owe to tell' }),
    ),
    before: Type.Optional(
      Type.Array(Before, {
        description: 'Registered twice: from the reader’s other rows of the same person',
      }),
    ),
    merges: Type.Optional(
      Type.Array(Merge, { description: 'Who said that the rows are one person, and why' }),
    ),
    mayMerge: Type.Optional(
      Type.Literal(true, { description: 'The reader may say that they are two after all' }),
    ),
    keptApart: Type.Optional(
      Type.Array(KeptApart, {
        description:
          'Was one person with somebody and is not; nobody has been through what was written meanwhile',
      }),
    ),
  },
  { description: 'What the reader may see of one person. A part they may not see is absent.' },
);
export type PersonPage = Type.Static<typeof PersonPage>;
export type Step = Type.Static<typeof Step>;
export type Event = Type.Static<typeof Event>;
export type Meeting = Type.Static<typeof Meeting>;
export type MeetingPerson = Type.Static<typeof MeetingPerson>;
export type Standing = Type.Static<typeof Standing>;

export const PersonRow = Type.Object({
  participantId: Id,
  name: Type.String(),
  beside: Type.Optional(
    Type.Literal(true, {
      description: 'The reader stands beside them: contact person, coordinator, team, peer',
    }),
  ),
  service: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  week: Type.Optional(Type.Integer()),
  of: Type.Optional(Type.Integer()),
});
export const People = Type.Object({ now: Instant, people: Type.Array(PersonRow) });
export const FindPeople = Type.Object({ query: Note(80) }, { additionalProperties: false });
export type People = Type.Static<typeof People>;
export type PersonRow = Type.Static<typeof PersonRow>;

/** What we owe somebody, in order of need. The words are made by the reader's own language from rule and detail. */
export const Need = Type.Object({
  participantId: Id,
  name: Type.String(),
  service: Type.Optional(Type.String()),
  onHold: Type.Optional(Type.Literal(true)),
  week: Type.Optional(Type.Integer()),
  of: Type.Optional(Type.Integer()),
  rule: Type.String({
    description:
      'enquiry-unanswered, contact-person-missing, step-due, action-overdue, promise-overdue, relapse-contact, discharge-unmet, wish-unanswered, children-not-asked, child-next, emergency-talk, rights-unanswered',
  }),
  subjectId: Id,
  detail: Type.Optional(
    Type.String({
      description: 'Step code, words of the promise, where somebody comes home from, what was told, the wish',
    }),
  ),
  doer: Type.Optional(Type.String({ description: 'Name of the one who promised' })),
  showsAt: Instant,
  opensAt: Instant,
  open: Type.Boolean({ description: 'Past opensAt' }),
  act: Type.String({
    description:
      'The next step as a button: answer, remind, log-talk, log-phone, log-contact, log-consultant-call, open-goals, open-team, open-meeting, open-crisis-plan, explain-rules, answer-wish, ask-children, open-child, decide-right',
  }),
  contactKind: Type.Optional(Type.String()),
  reminded: Type.Optional(
    Type.Object(
      { at: Instant, by: Type.Optional(Type.String()) },
      { description: 'When the one who promised was last reminded, and who did it' },
    ),
  ),
});
export const MyDay = Type.Object({
  now: Instant,
  letters: Type.Optional(Type.Integer({ description: 'Letters that wait in the boxes the reader opens' })),
  leaving: Type.Optional(
    Type.Object(
      {
        until: Instant,
        people: Type.Array(Type.Object({ participantId: Id, name: Type.String() })),
      },
      { description: 'The reader has a last day here: those who need a new contact person' },
    ),
  ),
  asked: Type.Array(WhyAsked, { description: 'Look-ups of one’s own to explain, the most urgent first' }),
  participants: Type.Integer(),
  needs: Type.Array(Need),
  wentWell: Type.Array(
    Type.Object({
      participantId: Id,
      name: Type.String(),
      kind: Type.String(),
      words: Type.String(),
      at: Instant,
    }),
  ),
  today: Type.Array(
    Type.Object({
      kind: Type.Union([Type.Literal('group'), Type.Literal('meeting')]),
      title: Type.String(),
      place: Type.Optional(Type.String()),
      startsAt: Instant,
      endsAt: Type.Optional(Instant),
      session: Type.Optional(Ref),
      participantId: Type.Optional(Id),
      meetingId: Type.Optional(Id),
      coming: Type.Optional(Type.Integer({ description: 'Of my own people: have said they come, or came' })),
      saidNo: Type.Optional(Type.Integer()),
      mine: Type.Boolean(),
    }),
  ),
  people: Type.Array(Type.Object({ participantId: Id, name: Type.String() }), {
    description: 'My own, for logging a contact',
  }),
});
export type MyDay = Type.Static<typeof MyDay>;
export type Need = Type.Static<typeof Need>;

/** A count that is shown only when it cannot point at a person: null when it is 1 to 4. */
const Count = Type.Union([Type.Integer(), Type.Null()]);
/** A count of some of them: «nearly-all» when the few others could be pointed at. */
const Part = Type.Union([Count, Type.Literal('nearly-all')]);
export const Overview = Type.Object({
  now: Instant,
  services: Type.Array(
    Type.Object({
      service: Ref,
      name: Type.String(),
      waiting: Count,
      waitingWithGroup: Part,
      active: Count,
      answered: Count,
      answeredWithinADay: Part,
      medianAnswerHours: Type.Union([Type.Number(), Type.Null()]),
      asked: Part,
      childrenAsked: Part,
      relatedAsked: Part,
      gaps: Type.Array(
        Type.Object({ rule: Type.String(), open: Count, oldestOpensAt: Type.Optional(Instant) }),
      ),
    }),
  ),
});
export type Overview = Type.Static<typeof Overview>;
