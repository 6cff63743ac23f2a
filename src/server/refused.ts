import type { RefusalCode } from '#contract/refusals.ts';
import type { KnownPerson } from '#contract/shapes.ts';
import type { Result } from '#domain/result.ts';

/** The one exception of the shell: says no by a named refusal, and by being thrown rolls the transaction back. */
export class Refused extends Error {
  readonly code: RefusalCode;
  /** Of whom it speaks: people the reader has a relation to, named in the answer and in the log. */
  readonly known: KnownPerson[] | undefined;
  constructor(code: RefusalCode, { known, ...options }: ErrorOptions & { known?: KnownPerson[] } = {}) {
    super(code, options);
    this.code = code;
    this.known = known;
  }
}

/** Unseen equals missing. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Refused('not-found');
  return row;
}

/** Takes a rule's answer, or lets its refusal undo everything. */
export function accept<T>(result: Result<T, RefusalCode>): T {
  if (!result.ok) throw new Refused(result.refusal);
  return result.value;
}
