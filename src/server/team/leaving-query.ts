import type { MyDay } from '#contract/person.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/**
 * When the reader has a last day here: those whose contact person they are, and who have no other after that. The clock
 * knows who they are, as it does for the leader's count.
 */
export async function leaving(tx: Tx, tenants: string[], ids: string[]): Promise<MyDay['leaving']> {
  const mine = tx.me.workers.map((worker) => worker.id);
  const rows = await tx.rows(
    raw(sql<{ until: string; participantId: string | null; name: string | null }>`
      select me.until, t.participant_id as "participantId", concat_ws(' ', p.given_name, nullif(p.family_name, '')) as name
      from (select w.municipality_id, w.id, app.works_until(w.municipality_id, w.id) as until from worker w where w.id = any (${mine}::uuid[])) me
      left join team_membership_now t on t.worker_municipality_id = me.municipality_id and t.worker_id = me.id
        and t.municipality_id = any (${tenants}::uuid[]) and t.participant_id = any (${ids}::uuid[])
        and t.role = 'contact-person' and t.substitute_for is null and coalesce(app.now() < t.valid_to, true)
        and exists (select from clock c where c.municipality_id = t.municipality_id and c.participant_id = t.participant_id
          and c.rule = 'contact-person-missing')
      left join profile_now p on p.municipality_id = t.municipality_id and p.participant_id = t.participant_id
      where me.until is not null order by p.given_name, p.family_name`),
  );
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    until: first.until,
    people: rows.flatMap(({ participantId, name }) =>
      participantId === null || name === null ? [] : [{ participantId, name }],
    ),
  };
}
