import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Topic, topicBit } from '#domain/access/topics.ts';
import { all, type ManyWorlds, openManyWorlds } from '../db/test-many-worlds.ts';
import type { World } from '../db/test-world.ts';
import { opens } from '../db/test-world-opens.ts';
import { homeOf, type Looker, lookers, PEOPLE, personId } from '../db/test-world-people.ts';
import { person, worlds } from '../db/test-worlds.ts';

// The random worlds of leaks.db.test.ts once more, with two or three of the rows said to be one person. What everybody sees of
// each row before and after is worked out anew, and what is in every table is compared after it is taken back.
let many: ManyWorlds;
let client: ManyWorlds['client'];
beforeAll(async () => {
  many = await openManyWorlds();
  client = many.client;
});
afterAll(() => many.close());

interface Merged {
  one: number;
  other: number;
  sure: boolean;
}
const merges: fc.Arbitrary<Merged[]> = fc
  .shuffledSubarray(
    [
      [0, 1],
      [1, 2],
      [0, 2],
    ] as const,
    { minLength: 1, maxLength: 2 },
  )
  .chain((pairs) =>
    fc.tuple(
      ...pairs.map(([one, other]) =>
        fc
          .record({ turned: fc.boolean(), sure: fc.boolean() })
          .map(({ turned, sure }) => (turned ? { one: other, other: one, sure } : { one, other, sure })),
      ),
    ),
  );

/** The same world with one who stands beside both of each pair, so that there is something to see together. */
const withOneBeside = (world: World, some: readonly Merged[]): World => ({
  ...world,
  strong: true,
  // Whatever the policy, they see who it is: else a run could draw nothing but people who see nobody.
  policy: world.policy && {
    ...world.policy,
    'contact-person': [
      world.policy['contact-person'][0] | (1 << topicBit('identity')),
      world.policy['contact-person'][1],
    ],
  },
  employed: world.employed.map((one, place) => (place === 0 ? { role: 'worker', period: [-1, null] } : one)),
  members: [
    ...world.members,
    ...some
      .flatMap(({ one, other }) => [one, other])
      .map((who) => ({
        person: who,
        worker: 0,
        role: 'contact-person' as const,
        period: [-1, null] as const,
        withdrawn: false,
      })),
  ],
});

async function seenBy(looker: Looker, open: () => Promise<unknown>): Promise<Map<string, Topic[]>> {
  let seen = new Map<string, Topic[]>();
  await many.lookAs(looker, async () => {
    await open();
    seen = await many.seen();
  });
  return seen;
}
const openAll = () => client.query('select * from app.open($1, $2)', ['person-page', all]);

/** As the owner, who the walls are not for: what is asked here is what a merge opens, whoever made it. */
async function say(some: readonly Merged[]): Promise<void> {
  for (const { one, other, sure } of some)
    await client.query(
      `insert into person_merge (municipality_id, participant_id, surviving_municipality_id, surviving_id, found_by, asked_by, reason, merged_by)
        select $1, $2, $3, $4, $5, 'worker', 'x', (select id from login_user order by id limit 1)`,
      [homeOf(other), personId(other), homeOf(one), personId(one), sure ? 'number' : 'hand'],
    );
  for (const one of all) await client.query('select app.remake_same_person($1)', [one]);
}
async function takeBack(): Promise<void> {
  await client.query(
    `update person_merge set split_by = merged_by, split_at = app.now(), split_reason = 'x'`,
  );
  for (const one of all) await client.query('select app.remake_same_person($1)', [one]);
}

/** Those tied to one by these merges, itself among them. */
function tied(some: readonly Merged[], one: number): number[] {
  const reached = new Set([one]);
  for (let round = 0; round < PEOPLE; round++)
    for (const merge of some)
      if (reached.has(merge.one) || reached.has(merge.other)) reached.add(merge.one).add(merge.other);
  return [...reached];
}

/** A world in which what is closed on one row of a person is closed on the others. */
const closedOnAll = (world: World, some: readonly Merged[]): World => ({
  ...world,
  blocks: world.blocks.flatMap((block) => tied(some, block.person).map((one) => ({ ...block, person: one }))),
});
const told = (some: readonly Topic[]) => some.filter((topic) => many.tableTopics.has(topic)).toSorted();

/** What somebody ought to see of a row after: each row by its own relations, and one's own rows as one's own. */
function afterwards(world: World, some: readonly Merged[], looker: Looker, one: number): Topic[] {
  const closed = closedOnAll(world, some);
  const mine = tied(
    some.filter(({ sure }) => sure),
    0,
  );
  if (looker === 'person 0' && mine.includes(one)) return opens(world, 'person 0', 0);
  return opens(closed, looker, one);
}

describe('said to be one person', () => {
  test('nobody sees more of anybody than before, save the person themself; what is closed is closed on all rows', {
    timeout: 240_000,
  }, async () => {
    const counted = { opened: 0, closed: 0, own: 0 };
    await fc.assert(
      fc.asyncProperty(worlds, merges, async (world, some) => {
        await many.inWorld(world, async () => {
          const before = new Map<Looker, Map<string, Topic[]>>();
          for (const looker of lookers) before.set(looker, await seenBy(looker, openAll));
          await say(some);
          for (const looker of lookers) {
            const got = await seenBy(looker, openAll);
            for (let one = 0; one < PEOPLE; one++) {
              const now = got.get(personId(one)) ?? [];
              const was = before.get(looker)?.get(personId(one)) ?? [];
              expect([looker, one, now]).toEqual([looker, one, told(afterwards(world, some, looker, one))]);
              const own = looker === 'person 0';
              if (!own) expect(was).toEqual(expect.arrayContaining(now));
              counted.opened += now.length;
              if (now.length < was.length) counted.closed += 1;
              if (own && one !== 0) counted.own += now.length;
            }
          }
        });
      }),
      { numRuns: 40 },
    );
    // Something was open, something closed by the other row's no, and a person came home to their other row.
    expect(counted.opened).toBeGreaterThan(500);
    expect(counted.closed).toBeGreaterThan(0);
    expect(counted.own).toBeGreaterThan(0);
  });

  test('the door to a person opens their other rows as far as the reader’s own relations to them, and names no other', {
    timeout: 120_000,
  }, async () => {
    let both = 0;
    await fc.assert(
      fc.asyncProperty(worlds, merges, person, async (drawn, some, asked) => {
        const world = withOneBeside(drawn, some);
        await many.inWorld(world, async () => {
          await say(some);
          for (const looker of lookers) {
            const got = await seenBy(looker, () =>
              client.query('select * from app.open_person($1, $2)', ['person-page', personId(asked)]),
            );
            const known = (one: number) => afterwards(world, some, looker, one).includes('identity');
            for (let one = 0; one < PEOPLE; one++) {
              const reached =
                one === asked || (known(asked) && known(one) && tied(some, asked).includes(one));
              const expected = reached ? told(afterwards(world, some, looker, one)) : [];
              expect([looker, one, got.get(personId(one))]).toEqual([looker, one, expected]);
              if (one !== asked && expected.length > 0) both += 1;
            }
          }
        });
      }),
      { numRuns: 40 },
    );
    expect(both).toBeGreaterThan(0);
  });

  test('that two rows are one is seen by nobody who does not see who it is on both', {
    timeout: 120_000,
  }, async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(worlds, merges, async (drawn, some) => {
        const world = withOneBeside(drawn, some);
        await many.inWorld(world, async () => {
          await say(some);
          for (const looker of lookers) {
            await many.lookAs(looker, async () => {
              await openAll();
              const { rows } = await client.query<{ participant_id: string; same_participant_id: string }>(
                'select participant_id, same_participant_id from same_person',
              );
              const { rows: merged } = await client.query<{ participant_id: string; surviving_id: string }>(
                'select participant_id, surviving_id from app.merges_seen()',
              );
              for (const id of [...rows, ...merged].flatMap((row) => Object.values(row))) {
                expect(afterwards(world, some, looker, all.indexOf(id))).toContain('identity');
                seen += 1;
              }
            });
          }
        });
      }),
      { numRuns: 25 },
    );
    expect(seen).toBeGreaterThan(0);
  });
});

describe('kept apart again', () => {
  const contents = async (): Promise<Record<string, string>> => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' and relname not like 'here_%' order by 1`,
    );
    const { rows: sums } = await client.query<{ name: string; sum: string }>(
      rows
        .map(
          ({ name }) =>
            `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${name} t`,
        )
        .join(' union all '),
    );
    return Object.fromEntries(sums.map(({ name, sum }) => [name, sum]));
  };

  test('everything is byte for byte as it was, save that it was said', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(worlds, merges, async (world, some) => {
        await many.inWorld(world, async () => {
          const before = await contents();
          await say(some);
          const merged = await contents();
          await takeBack();
          const { person_merge: _, ...atLast } = await contents();
          const { person_merge: __, ...was } = before;
          expect(atLast).toEqual(was);
          // While they are one, too, nothing is otherwise but that they are.
          const changed = Object.keys(merged).filter((name) => merged[name] !== before[name]);
          expect(changed).toEqual(['person_merge', 'same_person']);
        });
      }),
      { numRuns: 8 },
    );
  });
});
