import type { MyPlan, PromiseMade } from '#contract/plan.ts';
import { childrenOf } from '../children/children-queries.ts';
import type { Opening, Tx } from '../db/database.ts';
import { emergenciesOf } from '../emergency/emergency-queries.ts';
import { groupsOpenTo } from '../group/group-queries.ts';
import { mandatesOf } from '../guardian/guardian-queries.ts';
import { confidedOf } from '../letter/letter-queries.ts';
import { calledOffOf, meetingsOf } from '../meeting/meeting-queries.ts';
import { standingsOf, stepsOf } from '../pathway/pathway-queries.ts';
import { identityOf } from '../person/person-queries.ts';
import { crisisPlanOf, goalsOf, statementOf, strengthsOf } from '../plan/plan-queries.ts';
import { relatedAskedOf, relatedOf } from '../related/related-queries.ts';
import { lookUpNewsOf, lookUpsOf } from '../sharing/look-up-queries.ts';
import { closedDoorsOf, sharingOf } from '../sharing/sharing-queries.ts';
import { teamOf } from '../team/team-queries.ts';
import { toldStatesOf } from '../told/told-queries.ts';
import { lifeEventsOf, toldOf } from '../turn/turn-queries.ts';
import { lifeAreasOf } from '../wheel/wheel-queries.ts';
import { wishesOf } from '../wish/wish-queries.ts';
import { myMeetings } from './my-meetings.ts';

const DAYS_AHEAD = 7;

/** «Min plan»: everything of one's own, in one round trip. */
export async function myPlan(tx: Tx, about: Opening): Promise<MyPlan> {
  const [
    parts,
    identity,
    groups,
    statement,
    meetings,
    calledOff,
    crisisPlan,
    standings,
    steps,
    lookUps,
    lookUpNews,
    told,
    relatedAsked,
    confided,
    emergencies,
    mandates,
  ] = await Promise.all([
    partsOf(tx, about),
    identityOf(tx, about),
    groupsOpenTo(tx, about, DAYS_AHEAD),
    statementOf(tx, about),
    meetingsOf(tx, about),
    calledOffOf(tx, about),
    crisisPlanOf(tx, about),
    standingsOf(tx, about),
    stepsOf(tx, about),
    lookUpsOf(tx, 5, 'of-others'),
    lookUpNewsOf(tx),
    toldOf(tx, about),
    relatedAskedOf(tx, about),
    confidedOf(tx, about),
    emergenciesOf(tx, about),
    mandatesOf(tx, about),
  ]);
  const { coming, ...aboutMeetings } = myMeetings(meetings, calledOff, tx.now, DAYS_AHEAD);
  return {
    now: tx.now,
    participantId: about.participantId,
    callMe: identity?.callMe ?? tx.me.name,
    coming: [...groups, ...coming].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    ...(identity?.profile === undefined ? {} : { profile: identity.profile }),
    ...parts,
    ...aboutMeetings,
    promises: meetings.flatMap((meeting) => meeting.decisions).sort(openFirst),
    enrolments: standings.map(({ enrolmentId: _, serviceRef: __, ...standing }) => standing),
    steps: steps.map(({ code, week, dueFrom, doneAt }) => ({
      code,
      week,
      dueFrom,
      ...(doneAt === undefined ? {} : { doneAt }),
    })),
    lookUps,
    ...(lookUpNews === undefined ? {} : { lookUpNews }),
    emergencies,
    mandates,
    ...(told === undefined ? {} : { told }),
    ...(confided.length === 0 ? {} : { confided }),
    ...(relatedAsked === undefined ? {} : { relatedAsked }),
    ...(statement === undefined ? {} : { statement }),
    ...(crisisPlan === undefined ? {} : { crisisPlan }),
  };
}

type Part =
  | 'informed'
  | 'strengths'
  | 'lifeAreas'
  | 'lifeEvents'
  | 'wishes'
  | 'goals'
  | 'people'
  | 'related'
  | 'children'
  | 'sharing'
  | 'closedDoors';

/** What stands in the plan just as it is read. */
const partsOf = (tx: Tx, about: Opening): Promise<Pick<MyPlan, Part>> =>
  together({
    informed: toldStatesOf(tx, about),
    strengths: strengthsOf(tx, about),
    lifeAreas: lifeAreasOf(tx, about),
    lifeEvents: lifeEventsOf(tx, about),
    wishes: wishesOf(tx, about),
    goals: goalsOf(tx, about, true),
    people: teamOf(tx, about),
    related: relatedOf(tx, about),
    children: childrenOf(tx, about),
    sharing: sharingOf(tx, about),
    closedDoors: closedDoorsOf(tx, about),
  });

/** Waits for all of them at once: they travel in one round trip. */
async function together<Parts extends object>(
  reading: {
    [Part in keyof Parts]: Promise<Parts[Part]>;
  },
): Promise<Parts> {
  const read = Object.entries<Promise<unknown>>(reading).map(
    async ([part, wait]) => [part, await wait] as const,
  );
  return Object.fromEntries(await Promise.all(read)) as Parts;
}

const openFirst = (a: PromiseMade, b: PromiseMade): number =>
  Number(a.keptAt !== undefined) - Number(b.keptAt !== undefined) || (a.dueDay < b.dueDay ? -1 : 1);
