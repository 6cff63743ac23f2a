import type { ContactVersions } from '#contract/contact.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** Every version of one contact, the first one first. */
export async function contactVersions(tx: Tx, about: Opening, factId: string): Promise<ContactVersions> {
  const rows = await tx.rows(
    raw(sql<{
      id: string;
      version: number;
      kind: string;
      note: string;
      next_step: string | null;
      happened_at: string;
      recorded_at: string;
      by: string | null;
      correction_reason: string | null;
      withdrawn: boolean;
    }>`
      select c.id, c.version, c.kind, c.note, c.next_step, c.happened_at, c.recorded_at, w.name as by, c.correction_reason, c.withdrawn
      from contact c left join worker w on w.id = c.said_by
      where c.municipality_id = ${about.municipalityId} and c.participant_id = ${about.participantId} and c.fact_id = ${factId}
      order by c.version`),
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind,
    note: row.note,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    recordedBy: row.by ?? '',
    withdrawn: row.withdrawn,
    ...(row.next_step === null ? {} : { nextStep: row.next_step }),
    ...(row.correction_reason === null ? {} : { reason: row.correction_reason }),
  }));
}
