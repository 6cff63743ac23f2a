import { createHash } from 'node:crypto';
import type pg from 'pg';
import { asOwner } from '#server/db/owner.ts';

/** Somebody who is logged in for the bench. */
export interface Actor {
  secret: string;
  loginId: string;
  /** One's own id for a participant; for a worker the ids of those they are contact person for. */
  participantIds: string[];
}

export interface People {
  workers: Actor[];
  participants: Actor[];
  /** Workers in NAV, to whom many have opened something; to the first of them everyone in the municipality. */
  partners: Actor[];
}

/** Logs in every contact person, as many participants spread over the country, and those in NAV. */
export function logIn(owner: pg.ClientConfig): Promise<People> {
  return asOwner(owner, 'log in for the bench', async (client) => {
    const workers = await client.query<Row>(`
      select l.login_user_id as "loginId", array_agg(t.participant_id order by t.participant_id) as "participantIds"
      from login_worker l join team_membership_now t on t.worker_municipality_id = l.municipality_id and t.worker_id = l.worker_id
      where t.role = 'contact-person' and t.valid_from <= now() and (t.valid_to is null or now() < t.valid_to) group by 1 order by 1`);
    const participants = await client.query<Row>(`
      select u.id as "loginId", array[u.participant_id] as "participantIds" from login_user u
      where exists (select from enrolment e where e.municipality_id = u.municipality_id and e.participant_id = u.participant_id)
      order by sha256(u.id::text::bytea) limit ${workers.rows.length}`);
    const partners = await client.query<Row>(`
      select l.login_user_id as "loginId", '{}'::uuid[] as "participantIds" from login_worker l
      join worker w on w.municipality_id = l.municipality_id and w.id = l.worker_id
      join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id and o.kind = 'nav' order by 1`);
    await giveEveryone(client, partners.rows[0]?.loginId);
    const actors = {
      workers: workers.rows.map(withSecret),
      participants: participants.rows.map(withSecret),
      partners: partners.rows.map(withSecret),
    };
    const all = Object.values(actors).flat();
    await openSessions(client, all);
    await client.query('analyze login_session');
    return actors;
  });
}

export async function openSessions(client: pg.Client, all: readonly Actor[]): Promise<void> {
  await client.query(
    `insert into login_session (secret_hash, login_user_id, idle_until, expires_at)
     select sha256(convert_to(s.secret, 'UTF8')), s.login_id, now() + interval '30 minutes', now() + interval '12 hours'
     from unnest($1::text[], $2::uuid[]) s (secret, login_id)
       on conflict (secret_hash) do nothing`,
    [all.map((actor) => actor.secret), all.map((actor) => actor.loginId)],
  );
}

/** Somebody to whom a whole municipality is open: the most that a search looks through. */
const giveEveryone = (client: pg.Client, loginId: string | undefined) =>
  client.query(
    `insert into team_membership (municipality_id, id, participant_id, fact_id, happened_at, recorded_by, said_by, legal_class, role, worker_municipality_id, worker_id, valid_from)
     select p.municipality_id, p.id, p.id, p.id, p.created_at, l.login_user_id, l.worker_id, 'social-case', 'nav', l.municipality_id, l.worker_id, p.created_at
     from login_worker l join participant p on p.municipality_id = l.municipality_id where l.login_user_id = $1`,
    [loginId],
  );

interface Row {
  loginId: string;
  participantIds: string[];
}

export const withSecret = (row: Row): Actor => ({
  ...row,
  secret: createHash('sha256').update(`bench ${row.loginId}`).digest('base64url'),
});
