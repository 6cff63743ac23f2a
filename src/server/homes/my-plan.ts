import type { MyPlan, PromiseMade } from '#contract/plan.ts';
import { masksOf } from '#domain/access/masks.ts';
import { topicsIn } from '#domain/access/topics.ts';
import { childrenOf } from '../children/children-queries.ts';
import type { Opening, Tx } from '../db/database.ts';
import { emergenciesOf } from '../emergency/emergency-queries.ts';
import { groupsOpenTo } from '../group/group-queries.ts';
import { mandatesOf } from '../guardian/guardian-queries.ts';
import { confidedOf } from '../letter/letter-queries.ts';
import { wayInNewsOf } from '../login/way-in-news.ts';
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
    news,
    told,
    relatedAsked,
    confided,
    emergencies,
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
    newsOf(tx),
    toldOf(tx, about),
    relatedAskedOf(tx, about),
    confidedOf(tx, about),
    emergenciesOf(tx, about),
  ]);
  const { coming, ...aboutMeetings } = myMeetings(meetings, calledOff, tx.now, DAYS_AHEAD);
  return {
    now: tx.now,
    participantId: about.participantId,
    ...openIn(about),
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
    ...news,
    emergencies,
    ...(told === undefined ? {} : { told }),
    ...(confided.length === 0 ? {} : { confided }),
    ...(relatedAsked === undefined ? {} : { relatedAsked }),
    ...(statement === undefined ? {} : { statement }),
    ...(crisisPlan === undefined ? {} : { crisisPlan }),
  };
}

/** What this login lets one add to, and what of one's own it does not open: a code proves less than two factors. */
const openIn = ({ reads, writes }: Opening): Pick<MyPlan, 'may' | 'closed'> => ({
  may: topicsIn(writes),
  closed: topicsIn(masksOf('participant').readAlways & ~reads),
});

/** What one has not seen yet of what others did. */
async function newsOf(tx: Tx): Promise<Pick<MyPlan, 'lookUpNews' | 'wayInNews'>> {
  const [lookUpNews, wayInNews] = await Promise.all([lookUpNewsOf(tx), wayInNewsOf(tx)]);
  return {
    ...(lookUpNews === undefined ? {} : { lookUpNews }),
    ...(wayInNews === undefined ? {} : { wayInNews }),
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
  | 'mandates'
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
    mandates: mandatesOf(tx, about),
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
