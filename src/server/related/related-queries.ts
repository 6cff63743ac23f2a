import type { RelatedAsked, RelatedPerson } from '#contract/plan.ts';
import { type ParentalLevel, parentalLevel, parentalLevelEnds } from '#domain/close/parental-insight.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface RelatedRow {
  id: string;
  versionId: string;
  name: string;
  relationship: string;
  phone: string | null;
  insightId: string | null;
  basis: Exclude<ParentalLevel, 'none'> | null;
  topics: string[] | null;
  because: string | null;
  youngSaid: string | null;
}

/** Those whom the participant has named as close, in the order in which they were named. */
export async function relatedOf(
  tx: Tx,
  about: Opening,
  born = birthDayOf(tx, about),
): Promise<RelatedPerson[]> {
  const [rows, birthDay] = await Promise.all([
    tx.rows(
      raw(sql<RelatedRow>`
        select r.fact_id as id, r.id as "versionId", r.name, r.relationship, r.phone,
          i.fact_id as "insightId", i.basis, i.topics, i.because, i.young_said as "youngSaid"
        from related_person_now r left join parental_insight_now i
          on i.municipality_id = r.municipality_id and i.participant_id = r.participant_id and i.related_person_id = r.fact_id
        where r.municipality_id = ${about.municipalityId} and r.participant_id = ${about.participantId}
        order by r.fact_id`),
    ),
    born,
  ]);
  return rows.map(({ id, versionId, name, relationship, phone, ...insight }) => ({
    id,
    versionId,
    name,
    relationship,
    ...(phone === null ? {} : { phone }),
    ...asParent(insight, birthDay, dayOf(tx.now)),
  }));
}

/** What holds at the level of today; decided at another one it has ended. */
function asParent(
  {
    insightId,
    basis,
    topics,
    because,
    youngSaid,
  }: Omit<RelatedRow, 'id' | 'versionId' | 'name' | 'relationship' | 'phone'>,
  birthDay: Day | null,
  today: Day,
): Pick<RelatedPerson, 'asParent'> {
  if (insightId === null || basis === null || birthDay === null || parentalLevel(birthDay, today) !== basis)
    return {};
  return {
    asParent: {
      id: insightId,
      topics: topics ?? [],
      until: parentalLevelEnds(birthDay, basis),
      because: because ?? '',
      ...(youngSaid === null ? {} : { youngSaid }),
    },
  };
}

/** The birth day, for those who may read it; null when it is not known to them. */
export async function birthDayOf(tx: Tx, about: Opening): Promise<Day | null> {
  const [row] = await tx.rows(
    raw(sql<{ birthDay: Day | null }>`
      select birth_day as "birthDay" from contact_details
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}`),
  );
  return row?.birthDay ?? null;
}

/** Of a minor: what the law gives parents today. */
export async function parentalLevelOf(tx: Tx, born: Promise<Day | null>): Promise<ParentalLevel | undefined> {
  const level = parentalLevel(await born, dayOf(tx.now));
  return level === 'none' ? undefined : level;
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
