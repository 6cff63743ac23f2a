import type { PersonPage } from '#contract/person.ts';
import { type Topic, topicBit, topicsIn } from '#domain/access/visibility.ts';
import type { Opening, Tx } from '../db/database.ts';
import { enquiriesOf } from '../enquiry/enquiry-queries.ts';
import { meetingsOf } from '../meeting/meeting-queries.ts';
import { standingsOf, stepsOf } from '../pathway/pathway-queries.ts';
import { eventsOf, identityOf } from '../person/person-queries.ts';
import { crisisPlanOf, goalsOf, hasAcknowledged, statementOf, strengthsOf } from '../plan/plan-queries.ts';
import { relatedOf } from '../related/related-queries.ts';
import { sharingOf } from '../sharing/sharing-queries.ts';
import { teamOf } from '../team/team-queries.ts';
import { lifeAreasOf } from '../wheel/wheel-queries.ts';
import { wishesOf } from '../wish/wish-queries.ts';

const reads = (about: Opening, topic: Topic): boolean => (about.reads & (1 << topicBit(topic))) !== 0;

/**
 * What the reader may see of one person, in one round trip. A part whose topic is closed is absent: not empty, not null.
 */
export async function personPage(tx: Tx, about: Opening): Promise<PersonPage> {
  const part = <T>(topic: Topic, read: () => Promise<T>): Promise<T> | undefined =>
    reads(about, topic) ? read() : undefined;
  const [
    identity,
    standings,
    steps,
    acknowledged,
    team,
    statement,
    strengths,
    lifeAreas,
    wishes,
    goals,
    meetings,
    events,
    sharing,
    related,
    crisisPlan,
    enquiries,
  ] = await Promise.all([
    part('identity', () => identityOf(tx, about)),
    part('status', () => standingsOf(tx, about)),
    part('status', () => stepsOf(tx, about)),
    part('sharing', () => hasAcknowledged(tx, about)),
    part('team', () => teamOf(tx, about)),
    part('goals', () => statementOf(tx, about)),
    part('goals', () => strengthsOf(tx, about)),
    part('life-areas', () => lifeAreasOf(tx, about)),
    part('wishes', () => wishesOf(tx, about)),
    part('goals', () => goalsOf(tx, about, reads(about, 'actions'))),
    part('meeting', () => meetingsOf(tx, about)),
    eventsOf(tx, about),
    part('sharing', () => sharingOf(tx, about)),
    part('related', () => relatedOf(tx, about)),
    part('crisis-plan', () => crisisPlanOf(tx, about)),
    part('enquiry', () => enquiriesOf(tx, about)),
  ]);
  const page: { [Part in keyof PersonPage]: PersonPage[Part] | undefined } = {
    now: tx.now,
    participantId: about.participantId,
    roles: about.roles,
    may: topicsIn(about.writes),
    identity,
    standings: standings?.map(({ phone: _, ...standing }) => standing),
    steps,
    acknowledged,
    team,
    statement,
    strengths,
    lifeAreas,
    wishes,
    goals,
    meetings,
    events,
    sharing,
    related,
    crisisPlan,
    enquiries,
  };
  return present(page);
}

/** Absent means absent. */
const present = (page: { [Part in keyof PersonPage]: PersonPage[Part] | undefined }): PersonPage =>
  Object.fromEntries(Object.entries(page).filter(([, value]) => value !== undefined)) as PersonPage;
