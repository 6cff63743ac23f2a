import { ok, type Result, refuse } from '../result.ts';

/** How long a plan waits for another person's yes. After that it is worked out anew: too much has been written meanwhile. */
const PLAN_DAYS = 14;
/** After a failure the same is tried again, not at once. */
const MINUTES_BETWEEN_TRIES = 10;

/** What has been said and done about one dry run; instants are RFC 3339. */
export interface Run {
  begunAt?: string;
  failedAt?: string;
  plannedAt?: string;
  approvedAt?: string;
  endedAs?: 'nothing-due' | 'turned-down' | 'stale' | 'carried-out';
  /** Somebody has decided about a period since it was worked out. */
  decidedSince: boolean;
}

export type RunState =
  | 'asked'
  | 'working-out'
  | 'waiting'
  | 'approved'
  | 'carrying-out'
  | NonNullable<Run['endedAs']>;

const minutesAfter = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** Until when somebody can say yes to a plan. */
export const approvedBefore = (plannedAt: string): string => minutesAfter(plannedAt, PLAN_DAYS * 24 * 60);

/** Where a dry run stands. A plan nobody said yes to in time, or that the periods have left behind, is stale. */
export function stateOf(run: Run, now: string): RunState {
  if (run.endedAs !== undefined) return run.endedAs;
  if (run.approvedAt !== undefined) return run.begunAt === undefined ? 'approved' : 'carrying-out';
  if (run.plannedAt === undefined) return run.begunAt === undefined ? 'asked' : 'working-out';
  const late = approvedBefore(run.plannedAt) <= now;
  return late || run.decidedSince ? 'stale' : 'waiting';
}

/** When what failed is tried again; `undefined` when nothing has failed. */
export const triedAgainAt = ({ failedAt }: Run): string | undefined =>
  failedAt === undefined ? undefined : minutesAfter(failedAt, MINUTES_BETWEEN_TRIES);

/** What the job has to do with a run now: nothing while it waits for somebody, or soon after it failed. */
export function nextStep(run: Run, now: string): 'work-out' | 'carry-out' | 'let-go' | undefined {
  const state = stateOf(run, now);
  if (state === 'stale' && run.endedAs === undefined) return 'let-go';
  if ((triedAgainAt(run) ?? now) > now) return undefined;
  if (state === 'asked' || state === 'working-out') return 'work-out';
  return state === 'approved' || state === 'carrying-out' ? 'carry-out' : undefined;
}

/** Whether somebody can say yes to it now; that it is another person, and what was shown, the database sees to. */
export function mayApprove(
  run: Run,
  now: string,
): Result<true, 'plan-stale' | 'already-answered' | 'plan-busy'> {
  const state = stateOf(run, now);
  if (state === 'waiting') return ok(true);
  if (state === 'stale') return refuse('plan-stale');
  return refuse(state === 'asked' || state === 'working-out' ? 'plan-busy' : 'already-answered');
}
