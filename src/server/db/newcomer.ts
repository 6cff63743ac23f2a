import type { KnownPerson, Ref } from '#contract/shapes.ts';
import { isOpen } from '#domain/access/topics.ts';
import { bornOn } from '#domain/enquiry/born-on.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import { accept, found, Refused } from '../refused.ts';
import type { Opening, Tx } from './database.ts';
import type { Newcomer } from './door.ts';
import { addFact } from './fact.ts';
import { raw, sql } from './query.ts';
import { saying } from './saying.ts';

/** As somebody's words or act on health grounds: what a service writes before anything is signed. */
export const health = { own: 'health-record', worker: 'health-record' } as const;

/**
 * Somebody new: their root, and what they are called. Whoever gets here came through the door `meet`, which has opened
 * those of the reader's own that it may be; they are named and nothing is added, unless the reader says it is another.
 * Also somebody in another service, whom the reader has no relation to, becomes new here: nothing tells that they are known.
 * @param purpose why, as it stands in the log
 */
export async function receiveNewcomer(
  tx: Tx,
  who: Newcomer & { home: string; otherPerson?: true },
  service: Ref,
  purpose: string,
  role: string,
): Promise<Opening> {
  if (tx.me.workers.length === 0) throw new Refused('not-allowed');
  if (who.otherPerson !== true && tx.openings.length > 0)
    throw new Refused('already-known', { known: await knownOf(tx) });
  const birthDay = who.birthDay === undefined ? null : accept(bornOn(who.birthDay as Day, dayOf(tx.now)));
  const [row] = await tx.rows(
    raw(
      sql<{
        id: string;
      }>`select app.receive_person(${who.home}, ${service.municipalityId}, ${service.id}, ${purpose}) as id`,
    ),
  );
  const about: Opening = {
    municipalityId: who.home,
    participantId: found(row).id,
    roles: [role],
    workers: [],
    reads: 0,
    writes: 0,
  };
  await addFact(tx, 'profile', about, saying(tx, about, health), {
    given_name: who.givenName.trim(),
    family_name: who.familyName?.trim() ?? '',
    preferred_name: null,
    birth_day: birthDay,
    phone: who.phone ?? null,
  });
  return about;
}

/** Those the door has opened, as far as it shows them: the name, and where they are followed up. */
async function knownOf(tx: Tx): Promise<KnownPerson[]> {
  const ids = tx.openings.map((opening) => opening.participantId);
  const tenants = [...new Set(tx.openings.map((opening) => opening.municipalityId))];
  const rows = await tx.rows(
    raw(sql<{ participantId: string; name: string; service: string | null; state: string | null }>`
      select p.participant_id as "participantId", concat_ws(' ', p.given_name, nullif(p.family_name, '')) as name, e.service, e.state
      from profile_now p
      left join lateral (
        select s.name as service, t.state from enrolment_now n
        join service s on s.municipality_id = n.service_municipality_id and s.id = n.service_id
        join enrolment_state_now t on t.municipality_id = n.municipality_id and t.participant_id = n.participant_id and t.enrolment_id = n.fact_id
        where n.municipality_id = p.municipality_id and n.participant_id = p.participant_id
        order by t.happened_at desc, t.recorded_at desc limit 1) e on true
      where p.municipality_id = any (${tenants}::uuid[]) and p.participant_id = any (${ids}::uuid[])
      order by p.given_name, p.family_name`),
  );
  const writes = new Map(tx.openings.map((opening) => [opening.participantId, opening.writes]));
  return rows.map(({ service, state, ...row }) => ({
    ...row,
    mayAdd: isOpen(writes.get(row.participantId) ?? 0, 'enquiry'),
    ...(service === null ? {} : { service }),
    ...(state === null ? {} : { state }),
  }));
}
