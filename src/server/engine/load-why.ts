import type { WhyFacts } from '#domain/clock/why.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** What the participant has asked about who has looked, and whether it is answered. */
export async function loadWhy(
  rows: Tx['rows'],
  { municipalityId: m, participantId: p }: { municipalityId: string; participantId: string },
): Promise<WhyFacts> {
  const whyAsked = await rows(
    raw(sql<WhyFacts['whyAsked'][number]>`
      select q.fact_id as id, q.happened_at as at, exists (select from why_answered_now a
        where a.municipality_id = q.municipality_id and a.participant_id = q.participant_id and a.asked_id = q.fact_id) as answered
      from why_asked_now q where q.municipality_id = ${m} and q.participant_id = ${p} order by q.happened_at`),
  );
  return { whyAsked };
}
