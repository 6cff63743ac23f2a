import type { RelatedPerson } from '#contract/plan.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** Those whom the participant has named as close, in the order in which they were named. */
export async function relatedOf(tx: Tx, about: Opening): Promise<RelatedPerson[]> {
  const rows = await tx.rows(
    raw(sql<{ id: string; versionId: string; name: string; relationship: string; phone: string | null }>`
      select fact_id as id, id as "versionId", name, relationship, phone from related_person_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}
      order by fact_id`),
  );
  return rows.map(({ phone, ...row }) => ({ ...row, ...(phone === null ? {} : { phone }) }));
}
