import type { ClosedDoor, Sharing } from '#contract/sharing.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface ConsentRow {
  id: string;
  recipient: string;
  place: string | null;
  relatedPersonId: string | null;
  topics: string[];
  since: string;
  until: string | null;
  words: string;
  signedDay: string | null;
  kept: string | null;
  notedBy: string | null;
  byCode: boolean;
}

/** The consents that hold now, to organisations, to one who works there and to those who are close, the newest first. */
export async function sharingOf(tx: Tx, about: Opening): Promise<Sharing[]> {
  const rows = await tx.rows(
    raw(sql<ConsentRow>`
      select c.id, coalesce(w.name, o.name, r.name) as recipient, case when w.id is not null then o.name end as place,
        c.recipient_related_id as "relatedPersonId", c.topics, c.valid_from as since, c.valid_to as until, c.words,
        c.signed_day as "signedDay", c.paper_kept as kept, app.noted_by(c.id) as "notedBy", c.given_how = 'code' as "byCode"
      from consent_now c
      left join organisation o on o.municipality_id = c.recipient_municipality_id and o.id = c.recipient_organisation_id
      left join worker w on w.municipality_id = c.recipient_worker_municipality_id and w.id = c.recipient_worker_id
      left join related_person_now r on r.municipality_id = c.municipality_id and r.participant_id = c.participant_id and r.fact_id = c.recipient_related_id
      where c.municipality_id = ${about.municipalityId} and c.participant_id = ${about.participantId}
        and (c.valid_to is null or c.valid_to > app.now()) and coalesce(o.name, r.name) is not null
      order by c.valid_from desc`),
  );
  return rows.map(({ until, relatedPersonId, place, signedDay, kept, notedBy, byCode, ...row }) => ({
    ...row,
    ...(place === null ? {} : { organisation: place }),
    ...(relatedPersonId === null ? {} : { relatedPersonId }),
    ...(until === null ? {} : { until }),
    ...(byCode ? { byCode: { besides: notedBy ?? '' } } : {}),
    ...(signedDay === null || kept === null ? {} : { paper: { signedDay, kept, notedBy: notedBy ?? '' } }),
  }));
}

/** The doors that are closed now, the newest first. */
export async function closedDoorsOf(tx: Tx, about: Opening): Promise<ClosedDoor[]> {
  const rows = await tx.rows(
    raw(sql<{ id: string; to: string | null; place: string | null; topics: string[] | null; since: string }>`
      select k.id, coalesce(w.name, o.name) as "to", case when w.id is not null then p.name end as place, k.topics, k.happened_at as since
      from block_now k
      left join worker w on w.municipality_id = k.worker_municipality_id and w.id = k.worker_id
      left join organisation p on p.municipality_id = w.municipality_id and p.id = w.organisation_id
      left join organisation o on o.municipality_id = k.organisation_municipality_id and o.id = k.organisation_id
      where k.municipality_id = ${about.municipalityId} and k.participant_id = ${about.participantId}
      order by k.happened_at desc`),
  );
  return rows.map(({ to, place, topics, ...row }) => ({
    ...row,
    ...(to === null ? {} : { to }),
    ...(place === null ? {} : { organisation: place }),
    ...(topics === null ? {} : { topics }),
  }));
}
