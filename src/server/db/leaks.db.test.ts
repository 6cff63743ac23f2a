import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Topic } from '#domain/access/topics.ts';
import { all, type ManyWorlds, openManyWorlds } from './test-many-worlds.ts';
import { opens } from './test-world-opens.ts';
import { lookers, PEOPLE, personId } from './test-world-people.ts';
import { person, worlds } from './test-worlds.ts';

// Random policies, relations, leave, blocks, mandates, emergencies and dates; plain SQL as the application's role over every fact table;
// and what ought to be seen, worked out anew. Neither more nor less may come out.
let many: ManyWorlds;
/** What the timeline can tell of the people of this test, of each topic. */
let onTimeline: ReadonlySet<string>;

beforeAll(async () => {
  many = await openManyWorlds();
  const { rows } = await many.client.query<{ topic: Topic }>(
    'select distinct topic from all_that_happened where participant_id = any ($1)',
    [all],
  );
  onTimeline = new Set(rows.map(({ topic }) => topic));
});
afterAll(() => many.close());

/** The timeline has a wall of its own. */
const happened = 'select distinct participant_id, topic from timeline where participant_id = any ($1)';
const kept = (some: readonly Topic[]) => some.filter((topic) => many.tableTopics.has(topic)).toSorted();

describe('plain SQL as the application’s role, in any world', () => {
  test('reads exactly what the relations open: nothing leaks, and nothing is missing', {
    timeout: 120_000,
  }, async () => {
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        await many.inWorld(world, async () => {
          for (const looker of lookers)
            await many.lookAs(looker, async () => {
              await many.client.query('select * from app.open($1, $2)', ['person-page', all]);
              const got = await many.seen();
              const told = await many.seen(happened);
              for (let one = 0; one < PEOPLE; one++) {
                const expected = kept(opens(world, looker, one));
                opened += expected.length;
                expect([looker, one, got.get(personId(one))]).toEqual([looker, one, expected]);
                expect([looker, one, told.get(personId(one))]).toEqual([
                  looker,
                  one,
                  expected.filter((topic) => onTimeline.has(topic)),
                ]);
              }
            });
        });
      }),
      { numRuns: 60 },
    );
    // The worlds are not empty: a test that opens nothing proves nothing.
    expect(opened).toBeGreaterThan(500);
    expect(onTimeline.size).toBeGreaterThan(10);
  });

  test('reads nothing before a door is opened, and only whom it was opened to', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(worlds, person, async (world, one) => {
        await many.inWorld(world, async () => {
          for (const looker of lookers)
            await many.lookAs(looker, async () => {
              const before = await many.seen();
              expect([...before.values()].flat()).toEqual([]);
              await many.client.query('select * from app.open($1, $2)', ['person-page', [personId(one)]]);
              for (const [whose, got] of await many.seen())
                if (whose !== personId(one)) expect(got).toEqual([]);
            });
        });
      }),
      { numRuns: 15 },
    );
  });
});
