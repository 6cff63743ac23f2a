import type { MeetingPage } from '#contract/meeting-page.ts';
import { isOpen, type Topic } from '#domain/access/topics.ts';
import type { Opening, Tx } from '../db/database.ts';
import { meetingsOf, pulseOf } from '../meeting/meeting-queries.ts';
import { identityOf } from '../person/person-queries.ts';
import { goalsOf, statementOf } from '../plan/plan-queries.ts';
import { found } from '../refused.ts';
import { teamOf } from '../team/team-queries.ts';

/** One meeting and what one needs on the table beside it, in one round trip; also the minutes, when it has been. */
export async function meetingPage(tx: Tx, about: Opening, meetingId: string): Promise<MeetingPage> {
  const reads = (topic: Topic): boolean => isOpen(about.reads, topic);
  const part = <T>(topic: Topic, read: () => Promise<T>): Promise<T> | undefined =>
    reads(topic) ? read() : undefined;
  const [identity, meetings, pulse, statement, goals, team] = await Promise.all([
    identityOf(tx, about),
    part('meeting', () => meetingsOf(tx, about)),
    pulseOf(tx, about.participantId, meetingId),
    part('goals', () => statementOf(tx, about)),
    part('goals', () => goalsOf(tx, about, reads('actions'))),
    part('team', () => teamOf(tx, about)),
  ]);
  return {
    now: tx.now,
    participantId: about.participantId,
    callMe: identity?.callMe ?? '',
    own: tx.me.participantId === about.participantId,
    mayWrite: isOpen(about.writes, 'meeting'),
    meeting: found(meetings?.find(({ id }) => id === meetingId)),
    pulse: found(pulse),
    ...(statement === undefined ? {} : { statement }),
    ...(goals === undefined ? {} : { goals }),
    ...(team === undefined ? {} : { team }),
  };
}
