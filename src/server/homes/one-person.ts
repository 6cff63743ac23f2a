import type { Children } from '#contract/child.ts';
import type { PersonPage } from '#contract/person.ts';
import type { MyPlan, TeamMember } from '#contract/plan.ts';
import type { ToldState } from '#contract/told.ts';
import { mayMerge, standsFor } from '#domain/person/one-person.ts';
import { dayOf, daysBetween } from '#domain/time/day.ts';
import { isOwn, type Opening, type Tx } from '../db/database.ts';
import { keptApart, mergesSeen, myMerges } from '../db/merges.ts';
import { found } from '../refused.ts';
import { myPlan } from './my-plan.ts';
import { personPage } from './person-page.ts';

/** Somebody on all of their rows: one page, each row's part of it read with the reader's own rights to that row. */
export async function wholePage(tx: Tx, openings: readonly Opening[]): Promise<PersonPage> {
  const [first, ...others] = openings;
  if (others.length === 0) {
    const [page, apart] = await Promise.all([personPage(tx, found(first)), apartFrom(tx, openings)]);
    return { ...page, ...apart };
  }
  const stands = standsFor([found(first), ...others]);
  const [page, rest, merges, apart] = await Promise.all([
    personPage(asOn(tx, stands), stands),
    Promise.all(openings.filter((row) => row !== stands).map((row) => personPage(asOn(tx, row), row))),
    mergesSeen(tx, mayMerge(openings).ok),
    apartFrom(tx, openings),
  ]);
  const whole = folded(page, rest);
  return {
    ...whole,
    ...(whole.team === undefined ? {} : { team: besideOnce(whole.team) }),
    ...(whole.events === undefined ? {} : { events: whole.events.toSorted(newestFirst) }),
    roles: [...new Set([page, ...rest].flatMap(({ roles }) => roles))],
    before: rest.map(({ participantId, identity, statement, crisisPlan, howToMeet }) => ({
      participantId,
      ...(identity === undefined ? {} : { name: identity.name }),
      ...(statement === undefined ? {} : { statement }),
      ...(crisisPlan === undefined ? {} : { crisisPlan }),
      ...(howToMeet === undefined ? {} : { howToMeet }),
    })),
    merges: merges.filter(({ split }) => split === undefined),
    ...(mayMerge(openings).ok ? { mayMerge: true as const } : {}),
    ...apart,
  };
}

/** Asked for of those whom the reader might merge, and of nobody else. */
async function apartFrom(tx: Tx, openings: readonly Opening[]): Promise<Pick<PersonPage, 'keptApart'>> {
  const asked = openings.filter((row) => mayMerge([row]).ok);
  const apart = (await Promise.all(asked.map((row) => keptApart(tx, row.participantId)))).flat();
  return apart.length === 0 ? {} : { keptApart: apart };
}

/** How long one reads at home that one is not registered twice after all. */
const TOLD_DAYS = 30;

/** What was said of me that stands; or was taken back lately, when a word was sent that there is something to read. */
async function mergesToldOf(tx: Tx): Promise<Pick<MyPlan, 'merges'>> {
  const said = await myMerges(tx);
  const inForce = said.filter(({ split }) => split === undefined);
  const lately = said
    .filter(({ split }) => split !== undefined && daysBetween(dayOf(split.at), dayOf(tx.now)) <= TOLD_DAYS)
    .slice(-1);
  const merges = inForce.length > 0 ? inForce : lately;
  return merges.length === 0 ? {} : { merges };
}

/** One's own plan on all of one's rows. */
export async function wholePlan(tx: Tx, openings: readonly Opening[]): Promise<MyPlan> {
  const [first, ...others] = openings;
  if (others.length === 0) {
    const [plan, told] = await Promise.all([myPlan(tx, found(first)), mergesToldOf(tx)]);
    return { ...plan, ...told };
  }
  const [[plan, ...rest], told] = await Promise.all([
    Promise.all(openings.map((row) => myPlan(asOn(tx, row), row))),
    mergesToldOf(tx),
  ]);
  const whole = folded(found(plan), rest);
  return {
    ...whole,
    people: besideOnce(whole.people),
    coming: whole.coming.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    ...told,
    before: rest.map(({ participantId, callMe, statement, crisisPlan }) => ({
      participantId,
      name: callMe,
      ...(statement === undefined ? {} : { statement }),
      ...(crisisPlan === undefined ? {} : { crisisPlan }),
    })),
  };
}

/** As the same somebody, on this row: what is their own is their own there too. */
const asOn = (tx: Tx, row: Opening): Tx =>
  isOwn(row) ? { ...tx, me: { ...tx.me, participantId: row.participantId } } : tx;

/** Parts of which a person has one, and not one of each row. */
const oneOf = new Set(['roles', 'may', 'steps', 'lookUps', 'wayInNews']);

/** Lists one after the other; what there is one of, from the first that has it. */
function folded<Page extends { children?: Children; team?: TeamMember[]; informed?: ToldState[] }>(
  page: Page,
  others: readonly Page[],
): Page {
  const all = [page, ...others];
  const parts = new Set(all.flatMap((one) => Object.keys(one))) as Set<keyof Page & string>;
  const whole = [...parts].map((part) => {
    const said = all.map((one) => one[part]).filter((value) => value !== undefined);
    const lists = said.filter((value) => Array.isArray(value));
    if (lists.length < said.length || oneOf.has(part))
      return [part, lists.find(({ length }) => length > 0) ?? said[0]] as const;
    return [part, lists.flat()] as const;
  });
  return {
    ...page,
    ...(Object.fromEntries(whole) as Partial<Page>),
    ...childrenIn(all),
    ...informedIn(all),
  };
}

/** Asked on either row is asked; owed only while it is owed on all of them. */
function childrenIn(all: readonly { children?: Children }[]): { children?: Children } {
  const said = all.flatMap(({ children }) => (children === undefined ? [] : [children]));
  if (said.length === 0) return {};
  const asked = said
    .flatMap((one) => (one.asked === undefined ? [] : [one.asked]))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  const owed = said.every((one) => one.owed !== undefined) ? said[0]?.owed : undefined;
  return {
    children: {
      ...(asked === undefined ? {} : { asked }),
      ...(owed === undefined ? {} : { owed }),
      cards: said.flatMap(({ cards }) => cards),
    },
  };
}

const known: ToldState['state'][] = ['told', 'newer', 'owed'];

/** What has been told on either row has been told. */
function informedIn(all: readonly { informed?: ToldState[] }[]): { informed?: ToldState[] } {
  const said = all.flatMap(({ informed = [] }) => informed);
  if (said.length === 0) return {};
  const best = said.toSorted((a, b) => known.indexOf(a.state) - known.indexOf(b.state));
  return { informed: said.filter((one) => best.find(({ code }) => code === one.code) === one) };
}

/** Who stands beside somebody on two rows stands beside them once. */
function besideOnce<Beside extends { role: string; worker: { id: string } }>(
  team: readonly Beside[],
): Beside[] {
  return team.filter(
    (one, place) =>
      team.findIndex((same) => same.role === one.role && same.worker.id === one.worker.id) === place,
  );
}

const newestFirst = (a: { happenedAt: string }, b: { happenedAt: string }): number =>
  a.happenedAt > b.happenedAt ? -1 : 1;
