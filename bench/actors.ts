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

/** Logs in every contact person, and as many participants spread over the country. */
export function logIn(owner: pg.ClientConfig): Promise<{ workers: Actor[]; participants: Actor[] }> {
  return asOwner(owner, 'log in for the bench', async (client) => {
    const workers = await client.query<Row>(`
      select l.login_user_id as "loginId", array_agg(t.participant_id order by t.participant_id) as "participantIds"
      from login_worker l join team_membership t on t.worker_municipality_id = l.municipality_id and t.worker_id = l.worker_id
      where t.role = 'contact-person' group by 1 order by 1`);
    const participants = await client.query<Row>(`
      select u.id as "loginId", array[u.participant_id] as "participantIds" from login_user u
      join enrolment e on e.municipality_id = u.municipality_id and e.participant_id = u.participant_id
      order by sha256(u.id::text::bytea) limit ${workers.rows.length}`);
    const actors = { workers: workers.rows.map(withSecret), participants: participants.rows.map(withSecret) };
    const all = [...actors.workers, ...actors.participants];
    await client.query(
      `insert into login_session (secret_hash, login_user_id, idle_until, expires_at)
       select sha256(convert_to(s.secret, 'UTF8')), s.login_id, now() + interval '30 minutes', now() + interval '12 hours'
       from unnest($1::text[], $2::uuid[]) s (secret, login_id)`,
      [all.map((actor) => actor.secret), all.map((actor) => actor.loginId)],
    );
    await client.query('analyze login_session');
    return actors;
  });
}

interface Row {
  loginId: string;
  participantIds: string[];
}

const withSecret = (row: Row): Actor => ({
  ...row,
  secret: createHash('sha256').update(`bench ${row.loginId}`).digest('base64url'),
});
