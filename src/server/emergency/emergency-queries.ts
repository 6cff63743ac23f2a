import type { EmergencyOpening, EmergencyReviews } from '#contract/emergency.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** Until when somebody is open to the reader by an emergency; nothing when it is by something else. */
export async function openInEmergencyUntil(tx: Tx, about: Opening): Promise<string | undefined> {
  if (!about.roles.includes('emergency')) return undefined;
  const [row] = await tx.rows(
    raw(sql<{ until: string | null }>`select app.my_opening_until(${about.participantId}) as until`),
  );
  return row?.until ?? undefined;
}

type Reviewed = Pick<EmergencyOpening, 'review'>;
interface ReviewRow {
  outcome: 'justified' | 'not-justified' | null;
  words: string | null;
  reviewedAt: string | null;
  reviewer: string | null;
}

const reviewOf = ({ outcome, words, reviewedAt, reviewer }: ReviewRow): Reviewed =>
  outcome === null || words === null || reviewedAt === null
    ? {}
    : { review: { outcome, words, at: reviewedAt, ...(reviewer === null ? {} : { by: reviewer }) } };

/** When somebody was opened in an emergency, by whom and why, and what was found about it; the newest first. */
export async function emergenciesOf(tx: Tx, about: Opening): Promise<EmergencyOpening[]> {
  const rows = await tx.rows(
    raw(sql<
      ReviewRow & {
        id: string;
        by: string | null;
        organisation: string | null;
        openedAt: string;
        closesAt: string;
        reason: string;
      }
    >`
      select x.fact_id as id, w.name as by, o.name as organisation, x.valid_from as "openedAt", x.valid_to as "closesAt", x.reason,
        r.outcome, r.words, r.happened_at as "reviewedAt", v.name as reviewer
      from emergency_opening_now x
      left join emergency_review_now r on r.municipality_id = x.municipality_id and r.participant_id = x.participant_id and r.opening_id = x.fact_id
      left join worker w on w.municipality_id = x.worker_municipality_id and w.id = x.worker_id
      left join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      left join worker v on v.id = r.said_by
      where x.municipality_id = ${about.municipalityId} and x.participant_id = ${about.participantId}
      order by x.valid_from desc`),
  );
  return rows.map(({ by, organisation, outcome, words, reviewedAt, reviewer, ...row }) => ({
    ...row,
    ...(by === null ? {} : { by }),
    ...(organisation === null ? {} : { organisation }),
    ...reviewOf({ outcome, words, reviewedAt, reviewer }),
  }));
}

/** What waits for a reviewer, and what has been reviewed lately. */
export async function emergenciesToReview(tx: Tx): Promise<EmergencyReviews> {
  const rows = await tx.rows(
    raw(sql<
      ReviewRow & {
        id: string;
        by: string;
        organisation: string;
        openedAt: string;
        closesAt: string;
        reason: string;
        mine: boolean;
      }
    >`
      select id, by_name as by, by_organisation as organisation, opened_at as "openedAt", closes_at as "closesAt", reason, mine,
        outcome, words, reviewed_at as "reviewedAt", reviewer from app.emergencies_to_review()`),
  );
  return {
    now: tx.now,
    openings: rows.map(({ outcome, words, reviewedAt, reviewer, ...row }) => ({
      ...row,
      ...reviewOf({ outcome, words, reviewedAt, reviewer }),
    })),
  };
}
