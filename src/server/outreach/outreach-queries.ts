import type { Outreach, OutreachOutcome, OutreachPerson } from '#contract/outreach.ts';
import { inOrderOfNeed, reached } from '#domain/outreach/reached.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface AttemptRow {
  id: string;
  participant_id: string;
  municipality: string;
  service: string;
  outcome: OutreachOutcome;
  place: string | null;
  note: string;
  how_to_meet: string | null;
  at: string;
  by: string;
}
interface PersonRow {
  participant_id: string;
  name: string;
  phone: string | null;
  enquiry_id: string | null;
  answered: boolean;
}

const SHOWN = 2;

/** «Ute»: those met outside whom the transaction has opened, those we have not reached first. */
export async function outreach(tx: Tx): Promise<Outreach> {
  const ids = tx.openings.map((opening) => opening.participantId);
  const tenants = [...new Set(tx.openings.map((opening) => opening.municipalityId))];
  const [services, people, attempts] = await Promise.all([
    tx.rows(
      raw(sql<{ municipalityId: string; id: string; name: string }>`
        select distinct s.municipality_id as "municipalityId", s.id, s.name from service s
        join app.my_workers() m on m.municipality_id = s.municipality_id and m.organisation_id = s.organisation_id
        where m.role in ('worker', 'intake', 'peer') order by s.name`),
    ),
    tx.rows(
      raw(sql<PersonRow>`
        select p.participant_id, concat_ws(' ', p.given_name, nullif(p.family_name, '')) as name, c.phone, e.fact_id as enquiry_id,
          exists (select from enquiry_answer_now a
            where a.municipality_id = e.municipality_id and a.participant_id = e.participant_id and a.enquiry_id = e.fact_id) as answered
        from profile_now p
        left join contact_details c on c.municipality_id = p.municipality_id and c.participant_id = p.participant_id
        left join lateral (select q.municipality_id, q.participant_id, q.fact_id from enquiry_now q
          where q.municipality_id = p.municipality_id and q.participant_id = p.participant_id order by q.happened_at desc limit 1) e on true
        where p.municipality_id = any (${tenants}::uuid[]) and p.participant_id = any (${ids}::uuid[])`),
    ),
    tx.rows(
      raw(sql<AttemptRow>`
        select o.id, o.participant_id, o.service_municipality_id as municipality, o.service_id as service, o.outcome, o.place, o.note,
          o.how_to_meet, o.happened_at as at, coalesce(w.name, '') as by
        from outreach_now o left join worker w on w.id = o.said_by
        where o.municipality_id = any (${tenants}::uuid[]) and o.participant_id = any (${ids}::uuid[])
        order by o.happened_at desc, o.recorded_at desc`),
    ),
  ]);
  const attemptsOf = Map.groupBy(attempts, (attempt) => attempt.participant_id);
  const met = people.flatMap((person) => {
    const own = attemptsOf.get(person.participant_id) ?? [];
    const [last] = own;
    return last === undefined ? [] : [{ person, own, last }];
  });
  return {
    now: tx.now,
    services: services.map(({ name, ...service }) => ({ service, name })),
    people: inOrderOfNeed(met).map(({ person, own, last }) => personOf(person, own, last)),
  };
}

function personOf(person: PersonRow, own: readonly AttemptRow[], last: AttemptRow): OutreachPerson {
  const howToMeet = own.find((attempt) => attempt.how_to_meet !== null)?.how_to_meet;
  return {
    participantId: person.participant_id,
    name: person.name,
    service: { municipalityId: last.municipality, id: last.service },
    reached: reached(last.outcome),
    attempts: own.slice(0, SHOWN).map(({ id, outcome, place, note, at, by }) => ({
      id,
      outcome,
      at,
      by,
      ...(place === null ? {} : { place }),
      ...(note === '' ? {} : { note }),
    })),
    tried: own.length,
    ...(person.phone === null ? {} : { phone: person.phone }),
    ...(howToMeet === null || howToMeet === undefined ? {} : { howToMeet }),
    ...(person.enquiry_id === null ? {} : { enquiry: { id: person.enquiry_id, answered: person.answered } }),
  };
}

/** «Slik vil jeg bli møtt»: the participant's own, or what they said when they were met; the newest that the reader may see. */
export async function howToMeet(tx: Tx, about: Opening): Promise<string | undefined> {
  const [row] = await tx.rows(
    raw(sql<{ words: string }>`
      select words from (
        select how_to_meet as words, happened_at, recorded_at from outreach_now
        where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} and how_to_meet is not null
        union all
        select words, happened_at, recorded_at from strength_now
        where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} and kind = 'how-to-meet-me'
      ) said order by happened_at desc, recorded_at desc limit 1`),
  );
  return row?.words;
}
