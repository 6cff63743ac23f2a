import type { RefusalCode } from '#contract/refusals.ts';
import { Refused } from '../refused.ts';

interface DatabaseError {
  code?: string;
  constraint?: string;
  message?: string;
}

/** What the database refused, in the words of the table of refusals. Anything not named here is a fault of ours. */
const bySqlState: Record<string, RefusalCode> = {
  MV401: 'not-logged-in',
  MV403: 'not-allowed',
  MV404: 'not-found',
  MV409: 'stale-version',
  // Row-level security on write, or a right the role does not have.
  '42501': 'not-allowed',
  // A reference to something that is not there, or is another person's.
  '23503': 'not-found',
  '57P01': 'database-away',
  '57P03': 'database-away',
  '53300': 'database-away',
  '40001': 'stale-version',
  '40P01': 'stale-version',
  ECONNREFUSED: 'database-away',
  ECONNRESET: 'database-away',
  ENOENT: 'database-away',
  EPIPE: 'database-away',
};

export function refusalOf(error: unknown): unknown {
  if (error instanceof Refused || typeof error !== 'object' || error === null) return error;
  const { code, constraint, message } = error as DatabaseError;
  if (code === '23505')
    return new Refused(constraint?.endsWith('_supersedes_key') ? 'stale-version' : 'already-done', {
      cause: error,
    });
  const refusal = code === undefined ? undefined : bySqlState[code];
  if (refusal !== undefined) return new Refused(refusal, { cause: error });
  // The driver's own errors carry no code.
  if (/Connection terminated|timeout exceeded when trying to connect|not queryable/.test(message ?? '')) {
    return new Refused('database-away', { cause: error });
  }
  return error;
}
