import type { RightsClockFact } from '#domain/clock/rights.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** What somebody has asked for of their rights, and whether it is decided. */
export const loadRights = (
  rows: Tx['rows'],
  { municipalityId: m, participantId: p }: { municipalityId: string; participantId: string },
): Promise<RightsClockFact[]> =>
  rows(
    raw(sql<RightsClockFact>`
      select r.fact_id as id, r.happened_at as at, coalesce(bool_or(d.outcome <> 'prolonged'), false) as decided, max(d.until_day) as "prolongedTo"
      from rights_request_now r left join rights_decision_now d
        on d.municipality_id = r.municipality_id and d.participant_id = r.participant_id and d.request_id = r.fact_id
      where r.municipality_id = ${m} and r.participant_id = ${p} group by r.fact_id, r.happened_at`),
  );
