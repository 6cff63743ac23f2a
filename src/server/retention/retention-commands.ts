import type { HoldSomebody, SetRetentionPeriod } from '#contract/retention.ts';
import { legalClasses } from '#domain/fact/legal-class.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import { mayApprove } from '#domain/retention/run.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { accept, found, Refused } from '../refused.ts';
import { runRows } from './retention-queries.ts';
import { runOf } from './run-rows.ts';

/** How long a class is kept from now on; what was decided before stays to be read. */
export async function setPeriod(tx: Tx, municipalityId: string, body: SetRetentionPeriod): Promise<string> {
  const legalClass = found(legalClasses.find((one) => one === body.recordClass));
  const [row] = await tx.rows(
    raw(sql<{ id: string | null }>`
      select app.set_retention_period(${municipalityId}, ${legalClass}, ${body.months ?? null}, ${body.because.trim()}) as id`),
  );
  if (row?.id == null) throw new Refused('already-done');
  return row.id;
}

/** Asks for a dry run; a job works it out. */
export async function askDryRun(tx: Tx, municipalityId: string): Promise<string> {
  const [row] = await tx.rows(
    raw(sql<{ id: string | null }>`select app.want_dry_run(${municipalityId}) as id`),
  );
  if (row?.id == null) throw new Refused('dry-run-under-way');
  return row.id;
}

const refusals = [
  'not-found',
  'already-answered',
  'plan-not-as-shown',
  'another-person-needed',
  'plan-busy',
] as const;

function refuseAs(said: string | undefined): void {
  const refusal = refusals.find((code) => code === said);
  if (refusal !== undefined) throw new Refused(refusal);
}

/** Another person than the one who asked says yes to exactly what was shown. */
export async function approveDryRun(
  tx: Tx,
  municipalityId: string,
  id: string,
  proof: string,
): Promise<string> {
  const run = (await runRows(tx)).find((one) => one.municipalityId === municipalityId && one.id === id);
  accept(mayApprove(runOf(found(run)), tx.now));
  const [row] = await tx.rows(
    raw(sql<{ said: string }>`select app.approve_dry_run(${municipalityId}, ${id}, ${proof}) as said`),
  );
  refuseAs(row?.said);
  return id;
}

export async function turnDownDryRun(
  tx: Tx,
  municipalityId: string,
  id: string,
  because: string,
): Promise<string> {
  const [row] = await tx.rows(
    raw(sql<{ said: string }>`
      select app.turn_down_dry_run(${municipalityId}, ${id}, ${because.trim()}) as said`),
  );
  refuseAs(row?.said);
  return id;
}

/** Holds what is somebody's. That nobody was found is answered and not thrown: who was searched for stays in the log. */
export async function holdSomebody(
  tx: Tx,
  municipalityId: string,
  body: HoldSomebody,
): Promise<Result<string, 'nobody-by-that-name' | 'already-done'>> {
  const { givenName, familyName, birthDay, because } = body;
  const [row] = await tx.rows(
    raw(sql<{ found: number; held: string | null }>`
      select found, held from app.hold_somebody(${municipalityId}, ${givenName}, ${familyName}, ${birthDay}, ${because.trim()})`),
  );
  if (row === undefined || row.found === 0) return refuse('nobody-by-that-name');
  return row.held === null ? refuse('already-done') : ok(row.held);
}

export async function liftHold(tx: Tx, municipalityId: string, id: string, because: string): Promise<string> {
  const [row] = await tx.rows(
    raw(sql<{ lifted: boolean }>`
      select app.lift_somebody(${municipalityId}, ${id}, ${because.trim()}) as lifted`),
  );
  if (row?.lifted !== true) throw new Refused('already-done');
  return id;
}
