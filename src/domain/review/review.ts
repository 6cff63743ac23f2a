import { type Day, dayOf } from '../time/day.ts';

/**
 * What changed for one person from a beginning until now, from the facts the reader may see. A part without facts to read
 * is absent. There is no score in it and no comparison with anybody else; of groups and contacts it tells only what somebody
 * took part in. What the services promised and did not do is named as that; what the participant has not done is not.
 */
export interface Rated {
  rating: number;
  at: string;
}
export interface DoneThing {
  words: string;
  own: boolean;
  /** Who did it. */
  by: string;
  at: string;
}
export interface Promised {
  words: string;
  own: boolean;
  by: string;
  organisation?: string;
  madeAt: string;
  firstDue: Day;
  due: Day;
  keptAt?: string;
}
export interface Beside {
  id: string;
  name: string;
  role: string;
  from: string;
  until?: string;
}
export interface WishFact {
  words: string;
  at: string;
  outcome?: 'given' | 'other-instead' | 'not-given' | 'later';
  instead?: string;
}

export interface ReviewFacts<Area extends string = string> {
  statement?: { words: string; ratings: readonly Rated[] };
  areas?: readonly (Rated & { area: Area })[];
  goals?: readonly { title: string; begunAt: string; closed?: { outcome: string; at: string } }[];
  done?: readonly DoneThing[];
  promises?: readonly Promised[];
  wishes?: readonly WishFact[];
  people?: readonly Beside[];
  groups?: readonly { title: string; at: string }[];
  contacts?: readonly { kind: string; at: string }[];
}

export interface Times {
  what: string;
  times: number;
}
export interface Review<Area extends string = string> {
  matters?: { words: string; points: Rated[] };
  areas?: { area: Area; first: Rated; latest?: Rated }[];
  goals?: { begun: string[]; reached: string[]; notWanted: string[]; goingOn: string[] };
  done?: DoneThing[];
  /** Not done when the day had passed, by somebody who is paid to. */
  owed?: Promised[];
  /** Put off to a later day by the services, and not kept yet. */
  moved?: Promised[];
  /** What stands: not due yet, and everything the participant took on, whatever its day. */
  ahead?: Promised[];
  wishes?: WishFact[];
  people?: { came: Beside[]; still: Beside[]; left: Beside[] };
  groups?: Times[];
  contacts?: Times[];
}

/** @param from the instant the period begins; `now` when it ends, both RFC 3339 */
export function reviewOf<Area extends string>(
  facts: ReviewFacts<Area>,
  { from, now }: { from: string; now: string },
): Review<Area> {
  const within = (at: string) => at >= from && at <= now;
  return {
    ...when(facts.statement, ({ words, ratings }) => ({
      matters: { words, points: sinceThen(ratings, from) },
    })),
    ...when(facts.areas, (areas) => ({ areas: areasSince(areas, from) })),
    ...when(facts.goals, (goals) => ({ goals: goalsIn(goals, within) })),
    ...when(facts.done ?? facts.promises, () => ({ done: doneIn(facts, within) })),
    ...when(facts.promises, (promises) => openPromises(promises, dayOf(now))),
    ...when(facts.wishes, (wishes) => ({ wishes: wishes.filter(({ at }) => within(at)) })),
    ...when(facts.people, (people) => ({ people: peopleThenAndNow(people, from, now) })),
    ...when(facts.groups, (groups) => ({
      groups: counted(groups.filter(({ at }) => within(at)).map(({ title }) => title)),
    })),
    ...when(facts.contacts, (contacts) => ({
      // A missed one says only that they did not meet: there is nothing to take part in.
      contacts: counted(
        contacts.filter(({ at, kind }) => within(at) && kind !== 'missed').map(({ kind }) => kind),
      ),
    })),
  };
}

const when = <T, R extends object>(part: T | undefined, then: (part: T) => R): R | Record<string, never> =>
  part === undefined ? {} : then(part);

const byTime = (a: { at: string }, b: { at: string }): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** Where it stood when the period began, when that was told, and every rating since. */
function sinceThen<R extends { at: string }>(ratings: readonly R[], from: string): R[] {
  const inOrder = ratings.toSorted(byTime);
  const before = inOrder.findLast(({ at }) => at < from);
  return [...(before === undefined ? [] : [before]), ...inOrder.filter(({ at }) => at >= from)];
}

function areasSince<Area extends string>(ratings: readonly (Rated & { area: Area })[], from: string) {
  return distinct(ratings.map(({ area }) => area)).flatMap((area) => {
    const ofArea = ratings.filter((one) => one.area === area).map(({ rating, at }) => ({ rating, at }));
    const [first, ...later] = sinceThen(ofArea, from);
    const latest = later.at(-1);
    return first === undefined ? [] : [{ area, first, ...(latest === undefined ? {} : { latest }) }];
  });
}

function goalsIn(goals: NonNullable<ReviewFacts['goals']>, within: (at: string) => boolean) {
  const titles = (which: (goal: (typeof goals)[number]) => boolean) =>
    goals.filter(which).map(({ title }) => title);
  const ended = (outcome: string) => titles(({ closed }) => closed?.outcome === outcome && within(closed.at));
  return {
    begun: titles(({ begunAt, closed }) => within(begunAt) && closed === undefined),
    reached: ended('reached'),
    notWanted: ended('not-wanted'),
    goingOn: titles(({ begunAt, closed }) => !within(begunAt) && closed === undefined),
  };
}

/** What was done for the goals and what was promised in meetings, in the order in which it happened. */
function doneIn({ done = [], promises = [] }: ReviewFacts, within: (at: string) => boolean): DoneThing[] {
  const kept = promises.flatMap(({ words, own, by, keptAt }) =>
    keptAt === undefined ? [] : [{ words, own, by, at: keptAt }],
  );
  return [...done, ...kept].filter(({ at }) => within(at)).sort(byTime);
}

function openPromises(promises: readonly Promised[], today: Day) {
  const open = promises
    .filter(({ keptAt }) => keptAt === undefined)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  const owed = open.filter(({ own, due }) => !own && due < today);
  const moved = open.filter(({ own, due, firstDue }) => !own && due >= today && due > firstDue);
  return { owed, moved, ahead: open.filter((one) => !owed.includes(one) && !moved.includes(one)) };
}

function peopleThenAndNow(people: readonly Beside[], from: string, now: string) {
  const beside = (at: string) =>
    people.filter((one) => one.from <= at && (one.until === undefined || at < one.until));
  const once = (list: readonly Beside[]) => [...new Map(list.map((one) => [one.id, one])).values()];
  const [then, today] = [once(beside(from)), once(beside(now))];
  const has = (list: readonly Beside[], { id }: Beside) => list.some((one) => one.id === id);
  return {
    came: today.filter((one) => !has(then, one)),
    still: today.filter((one) => has(then, one)),
    left: then.filter((one) => !has(today, one)),
  };
}

const counted = (all: readonly string[]): Times[] =>
  distinct(all)
    .map((what) => ({ what, times: all.filter((one) => one === what).length }))
    .sort((a, b) => b.times - a.times || (a.what < b.what ? -1 : 1));

const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)];
