import type pg from 'pg';
import type { Run } from '#domain/retention/run.ts';

/** A dry run as the table has it: what is not said yet is null. */
export interface RunRow {
  begunAt: string | null;
  failedAt: string | null;
  plannedAt: string | null;
  approvedAt: string | null;
  endedAs: NonNullable<Run['endedAs']> | null;
  decidedSince: boolean;
}

/** As the rules read it. */
export const runOf = ({ begunAt, failedAt, plannedAt, approvedAt, endedAs, decidedSince }: RunRow): Run => ({
  decidedSince,
  ...(begunAt === null ? {} : { begunAt }),
  ...(failedAt === null ? {} : { failedAt }),
  ...(plannedAt === null ? {} : { plannedAt }),
  ...(approvedAt === null ? {} : { approvedAt }),
  ...(endedAs === null ? {} : { endedAs }),
});

type Dates = Record<'begun_at' | 'failed_at' | 'planned_at' | 'approved_at', Date | null>;

export interface OwnersRun {
  municipality: string;
  id: string;
  askedBy: string;
  approvedBy: string | null;
  proof: string | null;
  run: Run;
  now: string;
}

/** The runs that have not ended, or one by its id, as the owner reads them; locked when they are to be changed. */
export async function readRuns(client: pg.Client, id?: string, lock = ''): Promise<OwnersRun[]> {
  const { rows } = await client.query<
    Dates & {
      municipality_id: string;
      id: string;
      ended_as: RunRow['endedAs'];
      asked: string;
      approved: string | null;
      proof: string | null;
      since: boolean;
      now: Date;
    }
  >(
    `select r.municipality_id, r.id, r.begun_at, r.failed_at, r.planned_at, r.approved_at, r.ended_as, encode(r.proof, 'hex') as proof, app.now() as now,
        (select name from login_user u where u.id = r.asked_by) as asked, (select name from login_user u where u.id = r.approved_by) as approved,
        exists (select from retention_period p where p.municipality_id = r.municipality_id and p.set_at > r.planned_at) as since
      from retention_run r where ${id === undefined ? 'r.ended_at is null' : 'r.id::text = $1'} order by r.asked_at, r.id ${lock}`,
    id === undefined ? [] : [id],
  );
  const text = (at: Date | null): string | null => at?.toISOString() ?? null;
  return rows.map((row) => ({
    municipality: row.municipality_id,
    id: row.id,
    askedBy: row.asked,
    approvedBy: row.approved,
    proof: row.proof,
    now: row.now.toISOString(),
    run: runOf({
      begunAt: text(row.begun_at),
      failedAt: text(row.failed_at),
      plannedAt: text(row.planned_at),
      approvedAt: text(row.approved_at),
      endedAs: row.ended_as,
      decidedSince: row.since,
    }),
  }));
}
