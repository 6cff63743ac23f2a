import type { PersonPage } from '#contract/person.ts';
import { goalTopics, isOpen, type Topic, topicsIn } from '#domain/access/topics.ts';
import { childrenOf } from '../children/children-queries.ts';
import type { Opening, Tx } from '../db/database.ts';
import { emergenciesOf, openInEmergencyUntil } from '../emergency/emergency-queries.ts';
import { enquiriesOf } from '../enquiry/enquiry-queries.ts';
import { mandatesOf } from '../guardian/guardian-queries.ts';
import { meetingsOf } from '../meeting/meeting-queries.ts';
import { howToMeet } from '../outreach/outreach-queries.ts';
import { standingsOf, stepsOf } from '../pathway/pathway-queries.ts';
import { numbersOf } from '../person/number-queries.ts';
import { eventsOf, identityOf } from '../person/person-queries.ts';
import { crisisPlanOf, goalsOf, statementOf, strengthsOf } from '../plan/plan-queries.ts';
import { birthDayOf, parentalLevelOf, relatedAskedOf, relatedOf } from '../related/related-queries.ts';
import { rightsRequestsOf } from '../rights/rights-queries.ts';
import { sharingOf } from '../sharing/sharing-queries.ts';
import { teamOf } from '../team/team-queries.ts';
import { toldStatesOf } from '../told/told-queries.ts';
import { lifeEventsOf } from '../turn/turn-queries.ts';
import { lifeAreasOf } from '../wheel/wheel-queries.ts';
import { wishesOf } from '../wish/wish-queries.ts';

const reads = (about: Opening, topic: Topic): boolean => isOpen(about.reads, topic);

/** A part being read; absent when its topic is closed to the reader, or there is none. */
type Parts = { [Part in keyof PersonPage]?: Promise<PersonPage[Part] | undefined> | undefined };

/**
 * What the reader may see of one person, in one round trip. A part whose topic is closed is absent: not empty, not null.
 */
export async function personPage(tx: Tx, about: Opening): Promise<PersonPage> {
  const part = <T>(topic: Topic, read: () => Promise<T>): Promise<T> | undefined =>
    reads(about, topic) ? read() : undefined;
  const born = part('related', () => birthDayOf(tx, about));
  const parts: Parts = {
    identity: part('identity', () => identityOf(tx, about)),
    numbers: part('person-number', () => numbersOf(tx, about)),
    // Also for one who does not read what is shared: what is said of an entry is read by whoever reads the entry.
    rights: rightsRequestsOf(tx, about).then((asked) => (asked.length === 0 ? undefined : asked)),
    howToMeet: howToMeet(tx, about),
    standings: part('status', async () =>
      (await standingsOf(tx, about)).map(({ phone: _, welcome: __, ...standing }) => standing),
    ),
    steps: part('status', () => stepsOf(tx, about)),
    informed: part('sharing', () => toldStatesOf(tx, about)),
    team: part('team', () => teamOf(tx, about)),
    statement: part('goals', () => statementOf(tx, about)),
    strengths: part('goals', () => strengthsOf(tx, about)),
    lifeAreas: part('life-areas', () => lifeAreasOf(tx, about)),
    wishes: part('wishes', () => wishesOf(tx, about)),
    goals: goalTopics.some((topic) => reads(about, topic))
      ? goalsOf(tx, about, reads(about, 'actions'))
      : undefined,
    meetings: part('meeting', () => meetingsOf(tx, about)),
    events: eventsOf(tx, about),
    sharing: part('sharing', () => sharingOf(tx, about)),
    openUntil: openInEmergencyUntil(tx, about),
    emergencies: part('sharing', () => emergenciesOf(tx, about)),
    related: part('related', () => relatedOf(tx, about, born)),
    parentalLevel: born && parentalLevelOf(tx, born),
    mandates: part('related', () => mandatesOf(tx, about)),
    relatedAsked: part('related', () => relatedAskedOf(tx, about)),
    children: part('children', () => childrenOf(tx, about)),
    crisisPlan: part('crisis-plan', () => crisisPlanOf(tx, about)),
    enquiries: part('enquiry', () => enquiriesOf(tx, about)),
    lifeEvents: part('turns', () => lifeEventsOf(tx, about)),
  };
  return {
    now: tx.now,
    participantId: about.participantId,
    roles: about.roles,
    may: topicsIn(about.writes),
    ...(await present(parts)),
  };
}

/** Waits for all of them at once; absent means absent. */
async function present(parts: Parts): Promise<Partial<PersonPage>> {
  const read = await Promise.all(
    Object.entries(parts).map(async ([part, reading]) => [part, await reading] as const),
  );
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}
