import type { Sharing } from '#contract/plan.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** The consents that hold now, the newest first. */
export async function sharingOf(tx: Tx, about: Opening): Promise<Sharing[]> {
  const rows = await tx.rows(
    raw(sql<{ id: string; recipient: string; topics: string[]; until: string | null }>`
      select c.id, o.name as recipient, c.topics, c.valid_to as until
      from consent_now c join organisation o on o.municipality_id = c.recipient_municipality_id and o.id = c.recipient_organisation_id
      where c.municipality_id = ${about.municipalityId} and c.participant_id = ${about.participantId}
        and (c.valid_to is null or c.valid_to > app.now())
      order by c.valid_from desc`),
  );
  return rows.map(({ until, ...row }) => ({ ...row, ...(until === null ? {} : { until }) }));
}
