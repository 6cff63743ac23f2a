import type { Topic } from '#domain/access/topics.ts';
import { topicsIn } from '#domain/access/topics.ts';
import type { House } from '../test-house.ts';

// In every text that is kept stands a mark of whose it is and of which topic; what comes out of a route may hold only the marks
// of what is open to the one who asked.

/** Puts the marks into every column of text that takes them. */
export async function markEverything(house: House): Promise<void> {
  await house.owner(
    'create table marked as select id, row_number() over (order by id) as number from participant',
  );
  await house.owner(`set session_replication_role = replica`);
  const columns = await house.owner<{ name: string; column: string }>(`
    select c.relname as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.atttypid = 'text'::regtype and a.attnum > 0
      and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'topic')
      and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'supersedes')
      -- A number is sealed, and its text is the name of a key.
      and a.attname not in ('topic', 'legal_class') and c.relname <> 'person_number'`);
  for (const { name, column } of columns)
    await house
      .owner(
        `update ${name} f set ${column} = left(${column}, 30) || ' ⟦' || m.number || '·' || f.topic || '⟧' from marked m where m.id = f.participant_id`,
      )
      // A code, or a number with a form of its own: it holds no free text.
      .catch((error: { code?: string }) => {
        if (error.code !== '23514' && error.code !== '22001') throw error;
      });
  await house.owner(`set session_replication_role = origin`);
}

/** What a login has open of each person, by the number in the marks; from the database's own answer. */
export async function openTo(
  house: House,
  secret: string,
  named: readonly string[],
): Promise<Map<string, Set<string>>> {
  // One statement after the other: what a transaction has begun as is seen by the next.
  await house.owner('begin');
  await house.owner('select from app.begin($1)', [secret]);
  const rows = await house.owner<{ number: string; reads: number }>(
    // Of all, and of these by name: some are something to a person only when they ask for that one.
    `select m.number::text, bit_or(a.reads) as reads
     from (select * from app.masks(null, null) union all select * from app.masks($1, null)) a join marked m on m.id = a.participant_id group by m.number`,
    [named],
  );
  await house.owner('rollback');
  return new Map(rows.map(({ number, reads }) => [number, new Set<string>(topicsIn(reads))]));
}

/** Marks in an answer that are not open to the one who got it, nor among those that the route shows all the same. */
export const leaked = (
  text: string,
  open: Map<string, Set<string>>,
  alsoShown: readonly Topic[] = [],
): string[] => [
  ...new Set(
    [...text.matchAll(/⟦(\d+)·([a-z-]+)⟧/g)]
      .filter(
        ([, number = '', topic = '']) =>
          !open.get(number)?.has(topic) && !(alsoShown as readonly string[]).includes(topic),
      )
      .map(([mark]) => mark),
  ),
];
