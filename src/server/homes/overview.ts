import type { Overview } from '#contract/person.ts';
import { shown, shownPart } from '#domain/figure/suppress.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface FigureRow {
  municipality_id: string;
  service_id: string;
  name: string;
  waiting: number;
  waiting_with_group: number;
  active: number;
  answered: number;
  answered_within_a_day: number;
  median_answer_hours: number | null;
  asked: number;
  children_asked: number;
  related_asked: number;
  gaps: { rule: string; open: number; oldest: string }[];
}

/** The leader's figures: counts computed in the database, never lists of people; small ones are not shown. */
export async function overview(tx: Tx): Promise<Overview> {
  const rows = await tx.rows(raw(sql<FigureRow>`select * from app.overview()`));
  return {
    now: tx.now,
    services: rows.map((row) => ({
      service: { municipalityId: row.municipality_id, id: row.service_id },
      name: row.name,
      waiting: shown(row.waiting),
      waitingWithGroup: shownPart(row.waiting_with_group, row.waiting),
      active: shown(row.active),
      answered: shown(row.answered),
      answeredWithinADay: shownPart(row.answered_within_a_day, row.answered),
      medianAnswerHours: shown(row.answered) === null ? null : row.median_answer_hours,
      asked: shownPart(row.asked, row.active),
      childrenAsked: shownPart(row.children_asked, row.active),
      relatedAsked: shownPart(row.related_asked, row.active),
      gaps: row.gaps.map(({ rule, open, oldest }) => ({ rule, open: shown(open), oldestOpensAt: oldest })),
    })),
  };
}
