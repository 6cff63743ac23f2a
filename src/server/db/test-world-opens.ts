import { masksOf } from '#domain/access/masks.ts';
import { type AccessRole, accessRoles } from '#domain/access/roles.ts';
import { type Topic, topicBit, topics } from '#domain/access/topics.ts';
import { EMERGENCY_DAYS, type Period, type World } from './test-world.ts';
import { homeOf, homeOfPlace, type Looker, placeOf, workersOf } from './test-world-people.ts';
import { rolesByWork } from './test-world-work.ts';

const holds = ([from, to]: Period): boolean => from <= 0 && (to === null || to > 0);
const bitsOf = (some: readonly Topic[]): number =>
  some.reduce((bits, topic) => bits | (1 << topicBit(topic)), 0);

function masksIn(world: World, role: AccessRole): { readAlways: number; readGranted: number } {
  if (world.policy === null) return masksOf(role);
  const [readAlways, readGranted] = world.policy[role];
  return { readAlways, readGranted };
}

/** What a world opens of a person to somebody who looks, by the words of the issue and the table, and not by the database's way. */
export function opens(world: World, looker: Looker, person: number): Topic[] {
  const [kind, which] = looker.split(' ');
  const mine = world.strong
    ? workersOf[looker].filter((worker) => holds(world.employed[worker]?.period ?? [1, null]))
    : [];
  const standing = <R extends { person: number; withdrawn?: boolean; period?: Period }>(
    rows: readonly R[],
  ): R[] =>
    rows.filter(
      (row) => row.person === person && !row.withdrawn && (row.period === undefined || holds(row.period)),
    );
  const homes = [
    ...(kind === 'worker' ? [homeOfPlace(placeOf(Number(which?.[0])))] : []),
    ...mine.map((worker) => homeOfPlace(placeOf(worker))),
  ];
  const relations: { role: string; granted: number; worker?: number; emergency?: true }[] = [];
  if (kind === 'person' && Number(which) === person)
    relations.push({ role: world.strong ? 'participant' : 'participant-by-code', granted: 0 });
  const consents = standing(world.consents);
  if (kind === 'related' && Number(which) === person) {
    for (const one of consents.filter(({ to }) => to === 'related'))
      relations.push({ role: 'related-person', granted: bitsOf(one.topics) });
    if (world.strong)
      for (const one of standing(world.mandates))
        relations.push({ role: 'verge', granted: bitsOf(one.topics) });
  }
  for (const worker of mine) {
    const place = placeOf(worker);
    const leave = consents.filter(({ to, worker: one }) => to === place || (to === 'one' && one === worker));
    const granted = leave.reduce((bits, one) => bits | bitsOf(one.topics), 0);
    for (const member of standing(world.members))
      if (member.worker === worker) relations.push({ role: member.role, granted, worker });
    if (leave.length > 0) relations.push({ role: world.kinds[place] ?? '', granted, worker });
    if (world.employed[worker]?.role === 'coordinating-unit' && homeOf(person) === homeOfPlace(place))
      relations.push({ role: 'coordinating-unit', granted: 0, worker });
    const employedAs = world.employed[worker]?.role ?? '';
    for (const role of rolesByWork(world.work, { looker, worker, role: employedAs, person, homes }))
      relations.push({ role, granted: 0, worker });
    for (const one of world.emergencies)
      if (
        one.person === person &&
        one.worker === worker &&
        holds([one.period[0], one.period[0] + EMERGENCY_DAYS])
      )
        relations.push({ role: 'emergency', granted: 0, worker, emergency: true });
  }
  const blocks = standing(world.blocks);
  const reads = relations.reduce((bits, { role, granted, worker, emergency }) => {
    if (!(accessRoles as readonly string[]).includes(role)) return bits;
    const closed = blocks
      .filter(({ to, which: whom }) => {
        if (to === 'worker') return worker !== undefined && mine.includes(whom);
        if (emergency || (worker === undefined && role !== 'related-person')) return false;
        return to === 'all' || (worker !== undefined && whom % 2 === placeOf(worker));
      })
      .reduce((all, { topics: some }) => all | (some === null ? -1 : bitsOf(some)), 0);
    const { readAlways, readGranted } = masksIn(world, role as AccessRole);
    return bits | ((readAlways | (readGranted & granted)) & ~closed);
  }, 0);
  return topics.filter((topic) => (reads & (1 << topicBit(topic))) !== 0);
}
