import type { Enquiries, Enquiry } from '#contract/enquiry.ts';
import type { PersonPage } from '#contract/person.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface EnquiryRow {
  id: string;
  participant_id: string;
  name: string;
  phone: string | null;
  service_municipality_id: string;
  service_id: string;
  service_name: string;
  source: string;
  words: string;
  received_at: string;
  answer: string | null;
  answered_at: string | null;
  session_title: string | null;
  session_starts_at: string | null;
}

/** Enquiries of those the transaction has opened, unanswered first, then the newest. */
export async function listEnquiries(tx: Tx): Promise<Enquiry[]> {
  const ids = tx.openings.map((opening) => opening.participantId);
  const tenants = [...new Set(tx.openings.map((opening) => opening.municipalityId))];
  const rows = await tx.rows(
    raw(sql<EnquiryRow>`
      select e.fact_id as id, e.participant_id, concat_ws(' ', p.given_name, nullif(p.family_name, '')) as name, c.phone,
        e.service_municipality_id, e.service_id, s.name as service_name, e.source, e.words, e.happened_at as received_at,
        a.words as answer, a.happened_at as answered_at, g.title as session_title, g.starts_at as session_starts_at
      from enquiry_now e
      join service s on s.municipality_id = e.service_municipality_id and s.id = e.service_id
      left join profile_now p on p.municipality_id = e.municipality_id and p.participant_id = e.participant_id
      left join contact_details c on c.municipality_id = e.municipality_id and c.participant_id = e.participant_id
      left join enquiry_answer_now a on a.municipality_id = e.municipality_id and a.participant_id = e.participant_id and a.enquiry_id = e.fact_id
      left join group_session g on g.municipality_id = a.session_municipality_id and g.id = a.session_id
      where e.municipality_id = any (${tenants}::uuid[]) and e.participant_id = any (${ids}::uuid[])
      order by a.happened_at is not null, e.happened_at desc limit 100`),
  );
  return rows.map(enquiryOf);
}

const enquiryOf = (row: EnquiryRow): Enquiry => ({
  id: row.id,
  participantId: row.participant_id,
  name: row.name,
  service: { municipalityId: row.service_municipality_id, id: row.service_id },
  serviceName: row.service_name,
  source: row.source,
  words: row.words,
  receivedAt: row.received_at,
  ...(row.phone === null ? {} : { phone: row.phone }),
  ...(row.answer === null || row.answered_at === null
    ? {}
    : {
        answer: {
          words: row.answer,
          at: row.answered_at,
          ...(row.session_title === null || row.session_starts_at === null
            ? {}
            : { sessionTitle: row.session_title, sessionStartsAt: row.session_starts_at }),
        },
      }),
});

/** What is open the next days in the services where the reader works: what an answer can offer. */
export async function nextSessions(tx: Tx): Promise<Enquiries['nextSessions']> {
  const rows = await tx.rows(
    raw(sql<{
      municipality_id: string;
      id: string;
      service_id: string;
      title: string;
      place: string;
      starts_at: string;
      ends_at: string;
    }>`
      select g.municipality_id, g.id, g.service_id, g.title, g.place, g.starts_at, g.ends_at
      from group_session g
      join service s on s.municipality_id = g.municipality_id and s.id = g.service_id
      where g.starts_at > app.now() and g.starts_at < app.now() + interval '4 days' and g.cancelled_at is null
        and exists (select from app.my_workers() m where m.municipality_id = s.municipality_id and m.organisation_id = s.organisation_id)
      order by g.starts_at limit 8`),
  );
  return rows.map((row) => ({
    session: { municipalityId: row.municipality_id, id: row.id },
    service: { municipalityId: row.municipality_id, id: row.service_id },
    title: row.title,
    place: row.place,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }));
}

/** One person's enquiries, for their page. */
export async function enquiriesOf(tx: Tx, about: Opening): Promise<NonNullable<PersonPage['enquiries']>> {
  const rows = await tx.rows(
    raw(sql<{
      id: string;
      source: string;
      words: string;
      receivedAt: string;
      answeredAt: string | null;
      m: string;
      s: string;
    }>`
      select e.fact_id as id, e.source, e.words, e.happened_at as "receivedAt", a.happened_at as "answeredAt",
        e.service_municipality_id as m, e.service_id as s
      from enquiry_now e left join enquiry_answer_now a
        on a.municipality_id = e.municipality_id and a.participant_id = e.participant_id and a.enquiry_id = e.fact_id
      where e.municipality_id = ${about.municipalityId} and e.participant_id = ${about.participantId}
      order by e.happened_at desc`),
  );
  return rows.map(({ m, s, answeredAt, ...row }) => ({
    ...row,
    service: { municipalityId: m, id: s },
    ...(answeredAt === null ? {} : { answeredAt }),
  }));
}
