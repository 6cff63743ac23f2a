import type { Staff } from '#contract/staff.ts';
import { shown } from '#domain/figure/suppress.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { Refused } from '../refused.ts';

interface WorkerRow {
  municipalityId: string;
  id: string;
  name: string;
  roles: string[];
  until: string | null;
  withoutNext: number;
}

/** Those who work where the reader leads: who leaves, and how many need a new contact person then, as a count. */
export async function staffOf(tx: Tx): Promise<Staff> {
  if (!tx.me.workers.some(({ roles }) => roles.includes('leader'))) throw new Refused('not-found');
  const rows = await tx.rows(
    raw(sql<WorkerRow>`
      select municipality_id as "municipalityId", worker_id as id, name, roles, until, without_next as "withoutNext" from app.my_staff()`),
  );
  return {
    now: tx.now,
    workers: rows.map(({ until, withoutNext, ...worker }) => ({
      ...worker,
      ...(until === null ? {} : { until, needNext: shown(withoutNext) }),
    })),
  };
}
