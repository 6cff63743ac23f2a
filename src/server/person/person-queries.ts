import type { Event, PersonPage, PersonRow } from '#contract/person.ts';
import type { Profile } from '#contract/profile.ts';
import { rolesBeside } from '#domain/access/roles.ts';
import { isOpen } from '#domain/access/topics.ts';
import { weekOfRun } from '#domain/pathway/ny-start.ts';
import { ageOn, type Day, dayOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { namedBy, once } from '../db/same-person.ts';

type Identity = NonNullable<PersonPage['identity']>;

export async function identityOf(tx: Tx, about: Opening): Promise<Identity | undefined> {
  const [row] = await tx.rows(
    raw(sql<ProfileRow>`
      select p.id, p.fact_id, p.given_name, p.family_name, p.preferred_name, c.birth_day, c.phone, c.gender from profile_now p
      left join contact_details c on c.municipality_id = p.municipality_id and c.participant_id = p.participant_id
      where p.municipality_id = ${about.municipalityId} and p.participant_id = ${about.participantId}`),
  );
  if (row === undefined) return undefined;
  return {
    name: `${row.given_name} ${row.family_name}`.trim(),
    callMe: row.preferred_name ?? row.given_name,
    ...(row.birth_day === null ? {} : { age: ageOn(row.birth_day, dayOf(tx.now)) }),
    ...(row.phone === null ? {} : { phone: row.phone }),
    ...(isOpen(about.writes, 'identity') && isOpen(about.reads, 'contact-details')
      ? { profile: profileOf(row) }
      : {}),
  };
}

interface ProfileRow {
  id: string;
  fact_id: string;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  birth_day: Day | null;
  phone: string | null;
  gender: Profile['gender'] | null;
}

const profileOf = (row: ProfileRow): Profile => ({
  id: row.fact_id,
  versionId: row.id,
  givenName: row.given_name,
  ...(row.family_name === '' ? {} : { familyName: row.family_name }),
  ...(row.preferred_name === null ? {} : { preferredName: row.preferred_name }),
  ...(row.phone === null ? {} : { phone: row.phone }),
  ...(row.birth_day === null ? {} : { birthDay: row.birth_day }),
  ...(row.gender === null || row.gender === undefined ? {} : { gender: row.gender }),
});

/** What is corrected or taken back by the one whose words it was. */
const correctable = new Set(['contact', 'relapse_note']);

/** The timeline, newest first; each row is there only if its topic is open to the reader. */
export async function eventsOf(tx: Tx, about: Opening): Promise<Event[]> {
  const rows = await tx.rows(
    raw(sql<{
      kind: string;
      id: string;
      factId: string;
      version: number;
      happenedAt: string;
      saidBy: string;
      by: string;
      words: string | null;
      detail: string | null;
    }>`
      select t.kind, t.id, t.fact_id as "factId", t.version, t.happened_at as "happenedAt", t.said_by as "saidBy", t.words, t.detail,
        coalesce((select w.name from worker w where w.id = t.said_by), case when t.said_by = t.participant_id then coalesce(p.preferred_name, p.given_name) end, '') as by
      from timeline t
      left join profile_now p on p.municipality_id = t.municipality_id and p.participant_id = t.participant_id
      where t.municipality_id = ${about.municipalityId} and t.participant_id = ${about.participantId}
      order by t.happened_at desc, t.recorded_at desc limit 200`),
  );
  const mine = tx.me.workers.map((worker) => worker.id);
  return rows.map(({ saidBy, words, detail, ...row }) => ({
    ...row,
    mayCorrect: correctable.has(row.kind) && mine.includes(saidBy),
    ...(words === null ? {} : { words }),
    ...(detail === null ? {} : { detail }),
  }));
}

/** Names and standing of those the transaction has opened, in alphabetical order. */
export async function rowsOf(tx: Tx): Promise<PersonRow[]> {
  const tenants = [...new Set(tx.openings.map((opening) => opening.municipalityId))];
  const ids = tx.openings.map((opening) => opening.participantId);
  const [named, rows] = await Promise.all([
    namedBy(tx),
    tx.rows(
      raw(sql<{
        participantId: string;
        name: string;
        service: string | null;
        state: string | null;
        since: string | null;
        template: string | null;
        anchor: Day | null;
      }>`
      select p.participant_id as "participantId", concat_ws(' ', p.given_name, nullif(p.family_name, '')) as name, e.service, e.state, e.since, e.template, e.anchor
      from profile_now p
      left join lateral (
        select s.name as service, t.state, t.happened_at as since, r.template, r.anchor_day as anchor from enrolment_now e
        join service s on s.municipality_id = e.service_municipality_id and s.id = e.service_id
        join enrolment_state_now t on t.municipality_id = e.municipality_id and t.participant_id = e.participant_id and t.enrolment_id = e.fact_id
        left join pathway_run_now r on r.municipality_id = e.municipality_id and r.participant_id = e.participant_id and r.enrolment_id = e.fact_id
        where e.municipality_id = p.municipality_id and e.participant_id = p.participant_id
        order by t.happened_at desc, t.recorded_at desc limit 1) e on true
      where p.municipality_id = any (${tenants}::uuid[]) and p.participant_id = any (${ids}::uuid[])
      order by p.given_name, p.family_name`),
    ),
  ]);
  const today = dayOf(tx.now);
  const mine = new Set(
    tx.openings
      .filter(({ roles }) => roles.some((role) => (rolesBeside as readonly string[]).includes(role)))
      .map(({ participantId }) => named(participantId)),
  );
  return once(rows, named).map(({ service, state, since, template, anchor, ...row }) => ({
    ...row,
    ...(mine.has(row.participantId) ? { beside: true as const } : {}),
    ...weekOfRun(template, anchor, { state, since }, today),
    ...(service === null ? {} : { service }),
    ...(state === null ? {} : { state }),
  }));
}
