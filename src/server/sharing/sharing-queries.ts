import type { Sharing } from '#contract/plan.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** The consents that hold now, to organisations and to those who are close, the newest first. */
export async function sharingOf(tx: Tx, about: Opening): Promise<Sharing[]> {
  const rows = await tx.rows(
    raw(sql<{
      id: string;
      recipient: string;
      relatedPersonId: string | null;
      topics: string[];
      until: string | null;
    }>`
      select c.id, coalesce(o.name, r.name) as recipient, c.recipient_related_id as "relatedPersonId", c.topics, c.valid_to as until
      from consent_now c
      left join organisation o on o.municipality_id = c.recipient_municipality_id and o.id = c.recipient_organisation_id
      left join related_person_now r on r.municipality_id = c.municipality_id and r.participant_id = c.participant_id and r.fact_id = c.recipient_related_id
      where c.municipality_id = ${about.municipalityId} and c.participant_id = ${about.participantId}
        and (c.valid_to is null or c.valid_to > app.now()) and coalesce(o.name, r.name) is not null
      order by c.valid_from desc`),
  );
  return rows.map(({ until, relatedPersonId, ...row }) => ({
    ...row,
    ...(relatedPersonId === null ? {} : { relatedPersonId }),
    ...(until === null ? {} : { until }),
  }));
}
