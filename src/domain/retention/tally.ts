import type { Topic } from '../access/topics.ts';
import type { LegalClass } from '../fact/legal-class.ts';
import { dayOf } from '../time/day.ts';

/** Why a row goes: its period has run out, or the participant asked for it and was told yes. */
export type GoesBecause = 'period' | 'asked';

/** A row that goes, as far as it is counted. */
export interface Going {
  table: string;
  topic: Topic;
  legalClass: LegalClass;
  because: GoesBecause;
  participantId: string;
  /** When it was last written or last happened (RFC 3339). */
  lastEntryAt: string;
}

/** What goes of one class for one reason: counts, and the month of the newest entry, to hold against the period. */
export interface Tally {
  legalClass: LegalClass;
  because: GoesBecause;
  rows: number;
  people: number;
  /** yyyy-mm */
  newest: string;
  /** How many of each kind, most first; none where there would be but one. What is never counted apart is in the first. */
  kinds: { kind: string; rows: number }[];
}

/** In no figure and no list of counts: how many have had a relapse is nobody's number, also not as rows that go. */
const neverCounted: ReadonlySet<Topic> = new Set(['relapse']);

/** What goes, counted so that nobody can be found by it: by class and reason, and there by kind. */
export function tallyOf(going: readonly Going[]): Tally[] {
  const groups = grouped(going, ({ legalClass, because }) => `${legalClass} ${because}`);
  return [...groups.values()].map(tallyOfGroup).toSorted((a, b) => b.rows - a.rows);
}

function tallyOfGroup(rows: readonly Going[]): Tally {
  const [first] = rows;
  if (first === undefined) throw new RangeError('a group has a row');
  const newest =
    rows
      .map(({ lastEntryAt }) => lastEntryAt)
      .toSorted()
      .at(-1) ?? first.lastEntryAt;
  return {
    legalClass: first.legalClass,
    because: first.because,
    rows: rows.length,
    people: peopleIn(rows),
    newest: dayOf(newest).slice(0, 7),
    kinds: kindsIn(rows),
  };
}

/** A remainder that is named or left over would tell what it is: it goes into the largest, so that the sum is right and nothing shows. */
function kindsIn(rows: readonly Going[]): Tally['kinds'] {
  const counted = rows.filter(({ topic }) => !neverCounted.has(topic));
  const [largest, ...others] = [...grouped(counted, ({ table }) => table)]
    .map(([kind, those]) => ({ kind, rows: those.length }))
    .toSorted((a, b) => b.rows - a.rows);
  if (largest === undefined || others.length === 0) return [];
  return [{ ...largest, rows: largest.rows + rows.length - counted.length }, ...others];
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

export const peopleIn = (rows: readonly { participantId: string }[]): number =>
  new Set(rows.map(({ participantId }) => participantId)).size;
