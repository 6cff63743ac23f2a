import type { ReviewPage } from '#contract/review.ts';
import { isOpen, type Topic } from '#domain/access/topics.ts';
import { weekOf } from '#domain/pathway/ny-start.ts';
import type { LifeArea } from '#domain/plan/life-area.ts';
import { type DoneThing, type Promised, type ReviewFacts, reviewOf } from '#domain/review/review.ts';
import { mayWriteReview } from '#domain/review/write.ts';
import { dayOf, startOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { found } from '../refused.ts';
import * as read from './review-facts.ts';

const reads = (about: Opening, topic: Topic): boolean => isOpen(about.reads, topic);

type Facts = ReviewFacts<LifeArea>;

/** One row of the person: what the reader sees of it that a looking back is made of. */
interface RowRead {
  about: Opening;
  beginning: read.Beginning | undefined;
  name: string | undefined;
  written: ReviewPage['written'];
  facts: { [Part in keyof Facts]: Facts[Part] | undefined };
}

/**
 * What changed since the weeks began, or since somebody was taken in where there are no weeks; in one round trip. Somebody
 * registered twice has lived one life: the weeks are those that began last, and what happened in them stands on either row.
 * Somebody who has not begun with anything has nothing to look back on: not found.
 */
export async function reviewPage(tx: Tx, openings: readonly Opening[]): Promise<ReviewPage> {
  const rows = await Promise.all(openings.map((about) => rowOf(tx, about)));
  const begun = found(rows.toSorted(lastBegunFirst)[0]);
  const { from, anchor, template } = found(begun.beginning);
  const name = [begun, ...rows].find((row) => row.name !== undefined)?.name;
  return {
    now: tx.now,
    participantId: begun.about.participantId,
    from,
    ...weekOf(template, anchor, dayOf(tx.now)),
    mayWrite: mayWriteReview(begun.about.roles),
    ...(name === undefined ? {} : { name }),
    ...(begun.written === undefined ? {} : { written: begun.written }),
    ...reviewOf<LifeArea>(
      onAllRows([begun, ...rows.filter((row) => row !== begun)].map(({ facts }) => facts)),
      {
        from: startOf(from),
        now: tx.now,
      },
    ),
  };
}

async function rowOf(tx: Tx, about: Opening): Promise<RowRead> {
  const part = <T>(topic: Topic, read: () => Promise<T>): Promise<T> | undefined =>
    reads(about, topic) ? read() : undefined;
  const [
    beginning,
    name,
    written,
    statement,
    areas,
    goals,
    actions,
    decisions,
    wishes,
    people,
    groups,
    contacts,
  ] = await Promise.all([
    read.beginningOf(tx, about),
    part('identity', () => read.nameOf(tx, about)),
    part('meeting', () => read.writtenOf(tx, about)),
    part('goals', () => read.mattersOf(tx, about)),
    part('life-areas', () => read.areasOf(tx, about)),
    part('goals', () => read.goalsOf(tx, about)),
    part('actions', () => read.actionsOf(tx, about)),
    part('meeting', () => read.decisionsOf(tx, about)),
    part('wishes', () => read.wishesOf(tx, about)),
    part('team', () => read.peopleOf(tx, about)),
    part('attendance', () => read.groupsOf(tx, about)),
    part('follow-up', () => read.contactsOf(tx, about)),
  ]);
  const facts = {
    statement,
    areas,
    goals,
    ...actedOn(decisions, actions),
    wishes,
    people,
    groups,
    contacts,
  };
  return { about, beginning, name, written, facts };
}

/** The weeks that began last; one who was taken in without any comes after, and one who has begun nothing last. */
function lastBegunFirst({ beginning: a }: RowRead, { beginning: b }: RowRead): number {
  const when = (one: read.Beginning | undefined) => `${one?.anchor ?? ''} ${one?.from ?? ''}`;
  return when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : 0;
}

/** What there is one of, from the first row that has it; the rest of all rows. Absent where it is absent on all. */
function onAllRows(rows: readonly RowRead['facts'][]): Facts {
  const all = <T>(part: (facts: RowRead['facts']) => readonly T[] | undefined): T[] | undefined => {
    const said = rows.flatMap((facts) => part(facts) ?? []);
    return rows.some((facts) => part(facts) !== undefined) ? said : undefined;
  };
  return present<Facts>({
    statement: rows.find(({ statement }) => statement !== undefined)?.statement,
    areas: all(({ areas }) => areas),
    goals: all(({ goals }) => goals),
    done: all(({ done }) => done),
    promises: all(({ promises }) => promises),
    wishes: all(({ wishes }) => wishes),
    people: all(({ people }) => people),
    groups: all(({ groups }) => groups),
    contacts: all(({ contacts }) => contacts),
  });
}

/** Absent means absent. */
const present = <T extends object>(parts: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;

/** What a worker said they would do by a day is a promise, in a meeting and in the plan; the rest is only told when it is done. */
function actedOn(
  decisions: readonly read.ActRow[] | undefined,
  actions: readonly read.ActRow[] | undefined,
): { done: DoneThing[] | undefined; promises: Promised[] | undefined } {
  const isPromise = ({ own, due }: read.ActRow) => !own && due !== null;
  const promised =
    decisions === undefined && actions === undefined
      ? undefined
      : [...(decisions ?? []), ...(actions ?? []).filter(isPromise)].flatMap(promiseOf);
  const done = actions
    ?.filter((row) => !isPromise(row))
    .flatMap(({ words, own, by, doneAt }) => (doneAt === null ? [] : [{ words, own, by, at: doneAt }]));
  return { done, promises: promised };
}

const promiseOf = ({
  words,
  own,
  by,
  organisation,
  madeAt,
  due,
  firstDue,
  doneAt,
}: read.ActRow): Promised[] =>
  due === null
    ? []
    : [
        {
          words,
          own,
          by,
          madeAt,
          due,
          firstDue: firstDue ?? due,
          ...(organisation === null ? {} : { organisation }),
          ...(doneAt === null ? {} : { keptAt: doneAt }),
        },
      ];
