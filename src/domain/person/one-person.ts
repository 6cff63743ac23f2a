import { isOpen } from '../access/topics.ts';
import { ok, type Result, refuse } from '../result.ts';

/** One row of somebody who is registered twice, as far as the reader reaches it. */
export interface RowOfPerson {
  participantId: string;
  reads: number;
  /** One bit a topic, as `masksOf` makes them. */
  writes: number;
}

/**
 * The row that the reader's page, lists and new entries name: the one that stands, unless the reader may add something to
 * another one that they may not add there. Nobody loses by a merge what they could do before it.
 * @param rows those the reader reaches, in the order in which they stand; at least one
 */
export function standsFor<Row extends RowOfPerson>(rows: readonly [Row, ...Row[]]): Row {
  const all = rows.reduce((bits, { writes }) => bits | writes, 0);
  return rows.find(({ writes }) => (all & ~writes) === 0) ?? rows[0];
}

/**
 * Whether somebody may say that two rows are one person, or two after all: they write who it is and read the number, on both.
 */
export function mayMerge(rows: readonly RowOfPerson[]): Result<true, 'not-allowed'> {
  const may = rows.every(
    ({ reads, writes }) =>
      isOpen(reads, 'identity') && isOpen(writes, 'identity') && isOpen(reads, 'person-number'),
  );
  return may ? ok(true) : refuse('not-allowed');
}

/**
 * What can be moved from one row to the other after two people are kept apart again. What opens something to somebody
 * (consent, team, mandate, a closed door) is the person's to give anew, and a number is sealed to its row.
 */
export const movable = [
  'contact',
  'statement',
  'goal',
  'action',
  'crisis_plan',
  'strength',
  'life_area_rating',
  'wish',
  'life_event',
  'relapse_note',
  'outreach',
  'attendance',
  'meeting',
  'decision',
  'related_person',
  'child',
] as const;
export type Movable = (typeof movable)[number];
