import type { Topic } from '#domain/access/topics.ts';
import { comeToGroups, type Habit } from './attendance.ts';
import { type Asked, askWhatAllAreAsked } from './children.ts';
import { type Arrival, answer, arrive, enrol, join, type State, type TeamRole } from './enrolling.ts';
import { by, type File, toldTo, type Voice } from './file.ts';
import {
  type Contact,
  gather,
  happen,
  type LifeEvent,
  type LookingBack,
  lookBack,
  type Meeting,
  meet,
  noteRelapse,
} from './following.ts';
import { type OwnWords, tellOwnWords } from './own-words.ts';
import type { OrganisationName, Someone, WorkerName } from './people.ts';
import {
  acknowledge,
  type CrisisPlan,
  consent,
  type Goal,
  plan,
  rate,
  state,
  writeCrisisPlan,
} from './planning.ts';
import type { Samling } from './sessions.ts';
import { LATEST } from './turns.ts';

/** Somebody's way so far, as data. Times are written for the demonstration's Thursday; see calendar.ts. */
export interface Story {
  who: Someone;
  contactPerson: 'siren' | 'ola' | 'per';
  arrival: Omit<Arrival, 'receivedBy'>;
  answered?: { at: string; words: string; start?: string | undefined } | undefined;
  enrolled?: Enrolled | undefined;
  /** What they answered when everybody is asked; left out it is something usual. */
  asked?: Asked | undefined;
  team?: { worker: WorkerName; role: TeamRole; from: string }[] | undefined;
  consents?: { at: string; to: OrganisationName; topics: Topic[]; words: string }[] | undefined;
  acknowledged?: string | undefined;
  statement?: { at: string; words: string } | undefined;
  ratings?: Rating[] | undefined;
  goals?: Planned[] | undefined;
  crisisPlan?: (CrisisPlan & { at: string }) | undefined;
  events?: LifeEvent[] | undefined;
  contacts?: Contact[] | undefined;
  onHold?: { at: string; words: string } | undefined;
  meeting?: (Omit<Meeting, 'prepared'> & { prepared?: Prepared | undefined }) | undefined;
  lookingBack?: LookingBack | undefined;
  ownWords?: OwnWords | undefined;
  groups?: Habit | undefined;
}

export interface Enrolled {
  at: string;
  states: { state: State; at: string }[];
  /** Left out while the six weeks have not begun. */
  anchor?: string | undefined;
  /** The contact person is theirs until then. */
  until?: string | undefined;
}

export type Rating = readonly [at: string, rating: number];

interface Prepared {
  at: string;
  agenda: string;
}

export interface Planned {
  at: string;
  goal: Goal;
  actions: PlannedAction[];
}

export interface PlannedAction {
  name: string;
  title: string;
  doer: 'participant' | WorkerName;
  due?: string;
  done?: string | undefined;
}

export function tell(file: File, sessions: readonly Samling[], story: Story): void {
  const own = toldTo(story.who, story.contactPerson);
  begin(file, story, own);
  makePlan(file, story, own);
  tellOwnWords(file, own, story.ownWords ?? {});
  for (const event of story.events ?? []) happen(file, event);
  meet(file, story.contacts ?? []);
  if (story.onHold !== undefined) {
    noteRelapse(file, { ...story.onHold, kind: 'on-hold', voice: by(story.contactPerson), own: false });
  }
  if (story.meeting !== undefined) {
    const { prepared, ...meeting } = story.meeting;
    gather(file, prepared === undefined ? meeting : { ...meeting, prepared: { ...prepared, voice: own } });
  }
  if (story.lookingBack !== undefined) lookBack(file, story.lookingBack);
  if (story.groups !== undefined) comeToGroups(file, sessions, story.groups);
}

function begin(file: File, story: Story, own: Voice): void {
  const { contactPerson, arrival, answered, enrolled } = story;
  const receivedBy = contactPerson === 'ola' ? 'siren' : contactPerson;
  arrive(file, { ...arrival, receivedBy });
  if (answered !== undefined) answer(file, answered.at, receivedBy, answered.words, answered.start);
  if (enrolled === undefined) return;
  const service = arrival.service ?? 'nyStart';
  enrol(file, { ...enrolled, by: contactPerson, service });
  join(file, {
    worker: contactPerson,
    role: 'contact-person',
    from: enrolled.at,
    voice: own,
    to: enrolled.until,
  });
  if (contactPerson === 'ola' && enrolled.until === undefined) standIn(file);
  for (const member of story.team ?? []) join(file, { ...member, voice: own });
  if (enrolled.states.some(({ state }) => state !== 'asked' && state !== 'declined'))
    askWhatAllAreAsked(file, {
      asked: story.asked,
      enrolled: enrolled.at,
      until: enrolled.until ?? LATEST,
      by: contactPerson,
    });
}

/** Ola is away until the 18th, and Siren stands in for him. */
export const standIn = (file: File): void =>
  join(file, {
    worker: 'siren',
    role: 'contact-person',
    from: '2024-03-11T08:00',
    to: '2024-03-18T00:00',
    insteadOf: 'ola',
    voice: by('ola'),
  });

function makePlan(file: File, story: Story, own: Voice): void {
  for (const given of story.consents ?? []) consent(file, { ...given, voice: own });
  if (story.acknowledged !== undefined) acknowledge(file, story.acknowledged, story.contactPerson);
  if (story.statement !== undefined) state(file, own, story.statement);
  rate(file, own, story.ratings ?? []);
  for (const { at, goal, actions } of story.goals ?? []) {
    plan(
      file,
      at,
      own,
      goal,
      actions.map(({ done, ...action }) => ({ ...action, ...doneBy(action.doer, done, own) })),
    );
  }
  if (story.crisisPlan !== undefined) {
    const { at, ...content } = story.crisisPlan;
    writeCrisisPlan(file, at, own, content);
  }
}

const doneBy = (doer: 'participant' | WorkerName, at: string | undefined, own: Voice) =>
  at === undefined ? {} : { done: { at, voice: doer === 'participant' ? own : by(doer) } };
