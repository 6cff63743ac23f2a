import type { Directory } from '#contract/session.ts';
import type { Ref } from '#contract/shapes.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { found } from '../refused.ts';

/** What one may choose from: nothing in it is about participants. */
export async function directoryOf(tx: Tx): Promise<Directory> {
  const [municipalities, services, organisations, workers] = await Promise.all([
    tx.rows(raw(sql<Directory['municipalities'][number]>`select id, name from municipality order by name`)),
    tx.rows(
      raw(
        sql<
          Directory['services'][number]
        >`select municipality_id as "municipalityId", id, organisation_id as "organisationId", name, pathway is not null as pathway from service order by name`,
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
      raw(sql<Directory['workers'][number] & { presentation: string | null }>`
        select w.municipality_id as "municipalityId", w.id, w.name, o.name as organisation, o.id as "organisationId", o.kind, w.presentation from worker w
        join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
        -- Those who represent the users help nobody in particular, and those who have left are not chosen.
        where o.kind <> 'user-council' and coalesce(app.now() < app.works_until(w.municipality_id, w.id), true) order by w.name`),
    ),
  ]);
  return {
    municipalities,
    services,
    organisations,
    workers: workers.map(({ presentation, ...worker }) => ({
      ...worker,
      ...(presentation === null ? {} : { presentation }),
    })),
  };
}

/** That a service is one of those near; one outside the cooperation is missing. */
export async function serviceNear(tx: Tx, service: Ref): Promise<{ pathway: string | null }> {
  const [row] = await tx.rows(
    raw(sql<{ pathway: string | null }>`
      select pathway from service where municipality_id = ${service.municipalityId} and id = ${service.id}`),
  );
  return found(row);
}

/** Where a worker works and until when; one outside the cooperation is missing. */
export async function placeOfWorker(tx: Tx, worker: Ref): Promise<{ kind: string; until: string | null }> {
  const [row] = await tx.rows(
    raw(sql<{ kind: string; until: string | null }>`
      select o.kind, app.works_until(w.municipality_id, w.id) as until from worker w
      join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      where w.municipality_id = ${worker.municipalityId} and w.id = ${worker.id}`),
  );
  return found(row);
}
