import type { Mandate } from '#contract/guardian.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** The mandates that are in force or will be, in the order in which they were noted. */
export async function mandatesOf(tx: Tx, about: Opening): Promise<Mandate[]> {
  const rows = await tx.rows(
    raw(sql<Omit<Mandate, 'until'> & { until: string | null }>`
      select d.fact_id as id, d.id as "versionId", d.related_person_id as "relatedPersonId", r.name, d.scopes, d.topics, d.document,
        d.valid_from as "from", d.valid_to as until
      from mandate_now d
      join related_person_now r on r.municipality_id = d.municipality_id and r.participant_id = d.participant_id and r.fact_id = d.related_person_id
      where d.municipality_id = ${about.municipalityId} and d.participant_id = ${about.participantId}
        and (d.valid_to is null or app.now() < d.valid_to)
      order by d.fact_id`),
  );
  return rows.map(({ until, ...row }) => ({ ...row, ...(until === null ? {} : { until }) }));
}
