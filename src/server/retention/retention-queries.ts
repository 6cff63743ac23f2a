import type {
  Retention,
  RetentionDecision,
  RetentionHold,
  RetentionHolds,
  RetentionRun,
  RetentionTally,
} from '#contract/retention.ts';
import { legalClasses } from '#domain/fact/legal-class.ts';
import { approvedBefore, stateOf, triedAgainAt } from '#domain/retention/run.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { Refused } from '../refused.ts';
import { type RunRow, runOf } from './run-rows.ts';

/** How many of the runs that have ended are shown. */
const RUNS = 30;

interface DecisionRow {
  municipalityId: string;
  legalClass: string;
  months: number | null;
  because: string;
  by: string;
  proved: boolean;
  at: string;
}

/** What is kept and how long, where I look after the installation or check the log; to others there is no such place. */
export async function retention(tx: Tx): Promise<Retention> {
  const [places, decisions, runs] = await Promise.all([
    tx.rows(
      raw(sql<{ municipalityId: string; municipality: string; mayHold: boolean; held: number }>`
        select municipality_id as "municipalityId", municipality, may_hold as "mayHold", held from app.retention_places()`),
    ),
    tx.rows(
      raw(sql<DecisionRow>`
        select municipality_id as "municipalityId", legal_class as "legalClass", months, because, set_by as by, set_proved as proved, set_at as at from app.retention_decisions()`),
    ),
    runRows(tx),
  ]);
  if (places.length === 0) throw new Refused('not-found');
  return {
    now: tx.now,
    places: places.map((place) => {
      const here = ({ municipalityId }: { municipalityId: string }) =>
        municipalityId === place.municipalityId;
      return {
        ...place,
        classes: legalClasses.map((legalClass) => ({
          legalClass,
          decisions: decisions.filter((one) => here(one) && one.legalClass === legalClass).map(decisionShown),
        })),
        runs: runs.filter(here).map((row) => runShown(row, tx.now)),
      };
    }),
  };
}

const decisionShown = ({ months, because, at, by, proved }: DecisionRow): RetentionDecision => ({
  ...(months === null ? {} : { months }),
  because,
  set: { at, by, proved },
});

interface HoldRow {
  municipalityId: string;
  id: string;
  by: string;
  proved: boolean;
  at: string;
  liftedBy: string | null;
  liftedAt: string | null;
  person: string | null;
  because: string | null;
  liftedBecause: string | null;
}

/** The holds, read when somebody asks for them: each time they are, it stands in the log of those who are named. */
export async function holds(tx: Tx): Promise<RetentionHolds> {
  if (!tx.me.workers.some(({ roles }) => keepers.some((role) => roles.includes(role))))
    throw new Refused('not-found');
  const rows = await tx.rows(
    raw(sql<HoldRow>`
      select municipality_id as "municipalityId", id, set_by as by, set_proved as proved, set_at as at, lifted_by as "liftedBy", lifted_at as "liftedAt", person, because, lifted_because as "liftedBecause" from app.retention_holds()`),
  );
  return { now: tx.now, holds: rows.map(holdShown) };
}
const keepers = ['system-administrator', 'auditor'];

const holdShown = (row: HoldRow): RetentionHold => ({
  municipalityId: row.municipalityId,
  id: row.id,
  set: { at: row.at, by: row.by, proved: row.proved },
  ...(row.liftedAt === null || row.liftedBy === null
    ? {}
    : { lifted: { at: row.liftedAt, by: row.liftedBy } }),
  ...(row.person === null ? {} : { person: row.person }),
  ...(row.because === null ? {} : { because: row.because }),
  ...(row.liftedBecause === null ? {} : { liftedBecause: row.liftedBecause }),
});

interface ShownRow extends RunRow {
  municipalityId: string;
  id: string;
  askedBy: string;
  askedProved: boolean;
  askedAt: string;
  askedByMe: boolean;
  failure: string | null;
  rowsPlanned: number | null;
  peoplePlanned: number | null;
  tallyPlanned: RetentionTally[] | null;
  proof: string | null;
  approvedBy: string | null;
  approvedProved: boolean | null;
  endedAt: string | null;
  endedBy: string | null;
  endedProved: boolean | null;
  endedBecause: string | null;
  rowsGone: number | null;
  peopleGone: number | null;
  tallyGone: RetentionTally[] | null;
  proofGone: string | null;
}

export const runRows = (tx: Tx): Promise<ShownRow[]> =>
  tx.rows(
    raw(sql<ShownRow>`
      select municipality_id as "municipalityId", id, asked_by as "askedBy", asked_proved as "askedProved", asked_at as "askedAt", asked_by_me as "askedByMe",
        begun_at as "begunAt", failed_at as "failedAt", failure, planned_at as "plannedAt", rows_planned as "rowsPlanned", people_planned as "peoplePlanned", tally_planned as "tallyPlanned", proof,
        approved_by as "approvedBy", approved_proved as "approvedProved", approved_at as "approvedAt", ended_at as "endedAt", ended_as as "endedAs", ended_by as "endedBy", ended_proved as "endedProved",
        ended_because as "endedBecause", rows_gone as "rowsGone", people_gone as "peopleGone", tally_gone as "tallyGone", proof_gone as "proofGone", decided_since as "decidedSince"
      from app.retention_runs(${RUNS})`),
  );

function runShown(row: ShownRow, now: string): RetentionRun {
  const run = runOf(row);
  const againAt = triedAgainAt(run);
  const planned = counted(row.rowsPlanned, row.peoplePlanned, row.tallyPlanned, row.proof);
  return {
    id: row.id,
    state: stateOf(run, now),
    asked: { at: row.askedAt, by: row.askedBy, proved: row.askedProved },
    askedByMe: row.askedByMe,
    ...(row.failedAt === null || row.failure === null || againAt === undefined
      ? {}
      : { failed: { at: row.failedAt, code: row.failure, againAt } }),
    ...(row.plannedAt === null || planned === undefined
      ? {}
      : { planned: { at: row.plannedAt, until: approvedBefore(row.plannedAt), ...planned } }),
    ...(row.approvedAt === null || row.approvedBy === null
      ? {}
      : { approved: { at: row.approvedAt, by: row.approvedBy, proved: row.approvedProved ?? false } }),
    ...(row.endedAt === null ? {} : { ended: endOf(row, row.endedAt) }),
  };
}

function endOf(row: ShownRow, at: string): NonNullable<RetentionRun['ended']> {
  const gone = counted(row.rowsGone, row.peopleGone, row.tallyGone, row.proofGone);
  return {
    at,
    ...(row.endedBy === null ? {} : { by: { at, by: row.endedBy, proved: row.endedProved ?? false } }),
    ...(row.endedBecause === null ? {} : { because: row.endedBecause }),
    ...(gone === undefined ? {} : { gone }),
  };
}

const counted = (
  rows: number | null,
  people: number | null,
  tally: RetentionTally[] | null,
  proof: string | null,
) =>
  rows === null || people === null || tally === null || proof === null
    ? undefined
    : { rows, people, tally, proof };
