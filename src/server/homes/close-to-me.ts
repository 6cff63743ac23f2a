import type { Meeting } from '#contract/person.ts';
import type { Action } from '#contract/plan.ts';
import type { ClosePerson, CloseToMe } from '#contract/related.ts';
import type { MandateScope } from '#domain/access/mandate.ts';
import { goalTopics, isOpen, type Topic, topics } from '#domain/access/topics.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { wayInNewsOf } from '../login/way-in-news.ts';
import { meetingsOf } from '../meeting/meeting-queries.ts';
import { eventsOf } from '../person/person-queries.ts';
import { actionsOf, crisisPlanOf, goalsOf, statementOf } from '../plan/plan-queries.ts';
import { found } from '../refused.ts';
import { teamOf } from '../team/team-queries.ts';
import { wishesOf } from '../wish/wish-queries.ts';

type Close = CloseToMe['people'][number];

/** The home of somebody close, and of a guardian: what is open to me now. Nothing here tells why there is nothing. */
export async function closeToMe(tx: Tx): Promise<CloseToMe> {
  const [people, wayInNews] = await Promise.all([peopleOf(tx), wayInNewsOf(tx)]);
  return { now: tx.now, people, ...(wayInNews === undefined ? {} : { wayInNews }) };
}

/** What somebody is called, what they share with one who is close, and what a mandate opens. */
interface Closeness {
  name: string;
  shared: string[] | null;
  sharedUntil: string | null;
  scopes: MandateScope[] | null;
  mandated: string[] | null;
  mandatedUntil: string | null;
}

const closeness = sql`name, shared, nullif(shared_until, 'infinity') as "sharedUntil", scopes, mandated,
  nullif(mandated_until, 'infinity') as "mandatedUntil"`;

async function peopleOf(tx: Tx): Promise<Close[]> {
  const rows = await tx.rows(
    raw(sql<Closeness & { participantId: string }>`
      select participant_id as "participantId", ${closeness} from app.close_to_me()`),
  );
  const readsById = new Map(tx.openings.map((opening) => [opening.participantId, opening.reads]));
  return rows.map(({ participantId, ...row }) =>
    asClose(row, { participantId, reads: readsById.get(participantId) ?? 0 }),
  );
}

function asClose(
  { name, shared, sharedUntil, scopes, mandated, mandatedUntil }: Closeness,
  { participantId, reads }: Pick<Opening, 'participantId' | 'reads'>,
): Close {
  // In the order of the topics, and only what is open: the words must be true.
  const openOf = (named: string[] | null): Topic[] =>
    topics.filter((topic) => named?.includes(topic) && isOpen(reads, topic));
  return {
    participantId,
    name,
    topics: openOf(shared),
    ...(sharedUntil === null ? {} : { until: sharedUntil }),
    ...(scopes === null
      ? {}
      : {
          mandate: {
            scopes,
            topics: openOf(mandated),
            ...(mandatedUntil === null ? {} : { until: mandatedUntil }),
          },
        }),
  };
}

/** What a consent that is thought of would add, until when it is thought of. */
interface Also {
  topics: readonly string[];
  until: string | null;
}

/** The page that one who is close gets of the one who asks; absent when they would get none. */
export async function closePreview(
  tx: Tx,
  about: Opening,
  related: string,
  also: Also,
): Promise<ClosePerson | undefined> {
  const [row] = await tx.rows(raw(sql<Closeness>`select ${closeness} from app.close_in_preview(${related})`));
  if (row === undefined) return undefined;
  return pageOf(tx, about, asClose(also.topics.length === 0 ? row : withAlso(row, also), about));
}

/** Two that end on different days end on the last; one without an end has none. */
function withAlso(row: Closeness, { topics: added, until }: Also): Closeness {
  const endless = until === null || (row.shared !== null && row.sharedUntil === null);
  const last = [row.sharedUntil, until]
    .filter((one) => one !== null)
    .toSorted()
    .at(-1);
  return {
    ...row,
    shared: [...(row.shared ?? []), ...added],
    sharedUntil: endless ? null : (last ?? null),
  };
}

const LATEST_GROUPS = 8;

/** Only what is open to me as somebody close or as a guardian, also when I see more of the same person at work. */
export const closePerson = async (tx: Tx, about: Opening): Promise<ClosePerson> =>
  pageOf(tx, about, found((await peopleOf(tx))[0]));

async function pageOf(tx: Tx, about: Opening, person: Close): Promise<ClosePerson> {
  const mine = new Set([...person.topics, ...(person.mandate?.topics ?? [])]);
  const part = <T>(read: () => Promise<T>, ...any: Topic[]): Promise<T> | undefined =>
    any.some((topic) => mine.has(topic)) ? read() : undefined;
  const [crisisPlan, statement, goals, actions, team, meetings, wishes, events] = await Promise.all([
    part(() => crisisPlanOf(tx, about), 'crisis-plan'),
    part(() => statementOf(tx, about), 'goals'),
    part(() => goalsOf(tx, about, false), ...goalTopics),
    part(async () => (await actionsOf(tx, about)).map((one) => doneBy(one, person.name)), 'actions'),
    part(() => teamOf(tx, about), 'team'),
    part(async () => (await meetingsOf(tx, about)).map((one) => namedIn(one, person.name)), 'meeting'),
    part(() => wishesOf(tx, about), 'wishes'),
    part(() => eventsOf(tx, about), 'attendance'),
  ]);
  const groups = events?.filter(({ kind }) => kind === 'attendance').slice(0, LATEST_GROUPS);
  const { name, until, mandate } = person;
  const alsoShared = mandate !== undefined && person.topics.length > 0 ? (true as const) : undefined;
  return {
    now: tx.now,
    name,
    ...present({
      until,
      mandate,
      alsoShared,
      crisisPlan,
      statement,
      goals,
      actions,
      team,
      meetings,
      wishes,
      groups,
    }),
  };
}

/** Who it is stands in what they share with me, and not in the plan: a name there is open to those who may read who they are. */
const doneBy = <Act extends Pick<Action, 'doer' | 'doerName'>>(act: Act, name: string): Act =>
  act.doer === 'participant' ? { ...act, doerName: name } : act;
const namedIn = (meeting: Meeting, name: string): Meeting => ({
  ...meeting,
  people: meeting.people.map((one) => (one.person === 'participant' ? { ...one, name } : one)),
  decisions: meeting.decisions.map((one) => doneBy(one, name)),
});

type Parts = Omit<ClosePerson, 'now' | 'name'>;

/** Absent means absent. */
const present = (parts: { [Part in keyof Parts]: Parts[Part] | undefined }): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Parts;
