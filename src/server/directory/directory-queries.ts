import type { Directory } from '#contract/session.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

/** What one may choose from: nothing in it is about participants. */
export async function directoryOf(tx: Tx): Promise<Directory> {
  const [municipalities, services, organisations, workers] = await Promise.all([
    tx.rows(raw(sql<Directory['municipalities'][number]>`select id, name from municipality order by name`)),
    tx.rows(
      raw(
        sql<
          Directory['services'][number]
        >`select municipality_id as "municipalityId", id, name from service order by name`,
      ),
    ),
    tx.rows(
      raw(
        sql<
          Directory['organisations'][number]
        >`select municipality_id as "municipalityId", id, name, kind from organisation order by name`,
      ),
    ),
    tx.rows(
      raw(sql<Directory['workers'][number]>`
        select w.municipality_id as "municipalityId", w.id, w.name, o.name as organisation, o.kind from worker w
        join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id order by w.name`),
    ),
  ]);
  return { municipalities, services, organisations, workers };
}
