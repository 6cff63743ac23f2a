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

/**
 * What changed since the weeks began, or since somebody was taken in where there are no weeks; in one round trip.
 * Somebody who has not begun with anything has nothing to look back on: not found.
 */
export async function reviewPage(tx: Tx, about: Opening): Promise<ReviewPage> {
  const part = <T>(topic: Topic, read: () => Promise<T>): Promise<T> | undefined =>
    reads(about, topic) ? read() : undefined;
  const [
    beginning,
    identity,
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
  const { from, anchor, template } = found(beginning);
  const facts: { [Part in keyof ReviewFacts<LifeArea>]: ReviewFacts<LifeArea>[Part] | undefined } = {
    statement,
    areas,
    goals,
    ...actedOn(decisions, actions),
    wishes,
    people,
    groups,
    contacts,
  };
  return {
    now: tx.now,
    participantId: about.participantId,
    from,
    ...weekOf(template, anchor, dayOf(tx.now)),
    mayWrite: mayWriteReview(about.roles),
    ...(identity === undefined ? {} : { name: identity }),
    ...(written === undefined ? {} : { written }),
    ...reviewOf<LifeArea>(present(facts), { from: startOf(from), now: tx.now }),
  };
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
