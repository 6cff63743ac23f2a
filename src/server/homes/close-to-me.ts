import type { ClosePerson, CloseToMe } from '#contract/related.ts';
import { isOpen, type Topic, topicsIn } from '#domain/access/topics.ts';
import { shareableWith } from '#domain/consent/shareable.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { meetingsOf } from '../meeting/meeting-queries.ts';
import { eventsOf } from '../person/person-queries.ts';
import { actionsOf, crisisPlanOf, goalsOf, statementOf } from '../plan/plan-queries.ts';
import { found } from '../refused.ts';
import { teamOf } from '../team/team-queries.ts';

type Close = CloseToMe['people'][number];
const mayBeShared = new Set<Topic>(shareableWith('related-person'));

/** The home of somebody close: who shares what with me now. Nothing here tells why there is nothing. */
export async function closeToMe(tx: Tx): Promise<CloseToMe> {
  return { now: tx.now, people: await peopleOf(tx) };
}

async function peopleOf(tx: Tx): Promise<Close[]> {
  const rows = await tx.rows(
    raw(sql<{ participantId: string; name: string; until: string | null }>`
      select participant_id as "participantId", name, nullif(valid_to, 'infinity') as until from app.close_to_me()`),
  );
  const readsById = new Map(tx.openings.map((opening) => [opening.participantId, opening.reads]));
  return rows.map(({ until, ...row }) => ({
    ...row,
    topics: topicsIn(readsById.get(row.participantId) ?? 0).filter((topic) => mayBeShared.has(topic)),
    ...(until === null ? {} : { until }),
  }));
}

const LATEST_GROUPS = 8;

/** Only what is shared with me as somebody close, also when I see more of the same person at work. */
export async function closePerson(tx: Tx, about: Opening): Promise<ClosePerson> {
  const part = <T>(topic: Topic, read: () => Promise<T>): Promise<T> | undefined =>
    mayBeShared.has(topic) && isOpen(about.reads, topic) ? read() : undefined;
  const [people, crisisPlan, statement, goals, actions, team, meetings, events] = await Promise.all([
    peopleOf(tx),
    part('crisis-plan', () => crisisPlanOf(tx, about)),
    part('goals', () => statementOf(tx, about)),
    part('goals', () => goalsOf(tx, about, false)),
    part('actions', () => actionsOf(tx, about)),
    part('team', () => teamOf(tx, about)),
    part('meeting', () => meetingsOf(tx, about)),
    part('attendance', () => eventsOf(tx, about)),
  ]);
  const { name, until } = found(people[0]);
  const groups = events?.filter(({ kind }) => kind === 'attendance').slice(0, LATEST_GROUPS);
  return {
    now: tx.now,
    name,
    ...present({ until, crisisPlan, statement, goals, actions, team, meetings, groups }),
  };
}

type Parts = Omit<ClosePerson, 'now' | 'name'>;

/** Absent means absent. */
const present = (parts: { [Part in keyof Parts]: Parts[Part] | undefined }): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Parts;
