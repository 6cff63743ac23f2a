import Type from 'typebox';
import { Meeting } from './person.ts';
import { Goal, Statement, TeamMember } from './plan.ts';
import { Id, Instant } from './shapes.ts';

export const MeetingPage = Type.Object(
  {
    now: Instant,
    participantId: Id,
    callMe: Type.String(),
    own: Type.Boolean({ description: 'The reader is the one it is about' }),
    mayWrite: Type.Boolean(),
    meeting: Meeting,
    pulse: Type.String({ description: 'Another when something has come; see the meeting’s pulse' }),
    statement: Type.Optional(Statement),
    goals: Type.Optional(Type.Array(Goal)),
    team: Type.Optional(Type.Array(TeamMember)),
  },
  { description: 'One meeting on one screen. A part the reader may not see is absent.' },
);
export type MeetingPage = Type.Static<typeof MeetingPage>;
