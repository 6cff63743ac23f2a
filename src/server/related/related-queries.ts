import type { RelatedAsked, RelatedPerson } from '#contract/plan.ts';
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

/** The newest answer to whom we may talk with, if anybody has asked. */
export async function relatedAskedOf(tx: Tx, about: Opening): Promise<RelatedAsked | undefined> {
  const [row] = await tx.rows(
    raw(sql<Omit<RelatedAsked, 'by'> & { by: string | null }>`
      select q.fact_id as id, q.answer, q.explained, q.happened_at as at, w.name as by
      from related_question_now q left join worker w on w.id = q.said_by
      where q.municipality_id = ${about.municipalityId} and q.participant_id = ${about.participantId}
      order by q.happened_at desc, q.recorded_at desc, q.id desc limit 1`),
  );
  if (row === undefined) return undefined;
  const { by, ...asked } = row;
  return { ...asked, ...(by === null ? {} : { by }) };
}
