import type { Static } from 'typebox';
import type { Coordination, CoordinationQuery } from '#contract/coordination.ts';
import { isRevisionDue, revisedBefore } from '#domain/plan/revision.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { found } from '../refused.ts';

const PAGE = 50;

interface Row {
  participantId: string;
  name: string;
  service: string;
  since: string;
  contactPerson: string | null;
  coordinator: string | null;
  coordinatorVersion: string | null;
  begunAt: string | null;
  revisedAt: string | null;
  lookedBackAt: string | null;
  more: boolean;
}

/** One page of the list; the database opens those it shows and writes the log. */
export async function coordination(
  tx: Tx,
  { municipalityId, lacks, after }: Static<typeof CoordinationQuery>,
): Promise<Coordination> {
  const mine = tx.me.workers
    .filter(({ roles }) => roles.includes('coordinating-unit'))
    .map((worker) => worker.municipalityId);
  const home = found(mine.find((id) => municipalityId === undefined || id === municipalityId));
  const [rows, municipalities] = await Promise.all([
    tx.rows(
      raw(sql<Row>`
        select participant_id as "participantId", name, service, since, contact_person as "contactPerson", coordinator,
          coordinator_version as "coordinatorVersion", begun_at as "begunAt", revised_at as "revisedAt", looked_back_at as "lookedBackAt", more
        from app.open_coordination(${home}, ${after ?? null}, ${lacks ?? null}, ${revisedBefore(tx.now)}, ${PAGE})`),
    ),
    tx.rows(
      raw(sql<{ id: string; name: string }>`
        select id, name from municipality where id = any (${mine}::uuid[]) order by name`),
    ),
  ]);
  const last = rows.at(-1);
  return {
    now: tx.now,
    municipality: found(municipalities.find(({ id }) => id === home)),
    others: municipalities.filter(({ id }) => id !== home),
    people: rows.map((row) => personOf(row, tx.now)),
    ...(last?.more ? { next: last.participantId } : {}),
  };
}

function personOf(row: Row, now: string): Coordination['people'][number] {
  const { participantId, name, service, since, contactPerson, coordinator, coordinatorVersion } = row;
  const { begunAt, revisedAt, lookedBackAt } = row;
  return {
    participantId,
    name,
    service,
    since,
    ...(contactPerson === null ? {} : { contactPerson }),
    ...(coordinator === null || coordinatorVersion === null
      ? {}
      : { coordinator: { versionId: coordinatorVersion, name: coordinator } }),
    ...(begunAt === null || revisedAt === null
      ? {}
      : {
          plan: {
            begunAt,
            revisedAt,
            due: isRevisionDue(revisedAt, now),
            ...(lookedBackAt === null ? {} : { lookedBackAt }),
          },
        }),
  };
}
