import type { RefusalCode } from '#contract/refusals.ts';
import type { Problem } from '#contract/shapes.ts';
import { m } from '#text/generated/messages.js';
import { refusalText } from '#text/refusals.ts';

/** `offline`: no answer at all. Every other code is the server’s own. */
export type ProblemCode = RefusalCode | 'offline';

/** A refusal from the server, or no answer. Nothing was saved. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly fields: NonNullable<Problem['fields']>;
  /** With already-known: whom it may be. */
  readonly known: NonNullable<Problem['known']>;

  constructor(code: ProblemCode, status: number, { fields = [], known = [] }: Partial<Problem> = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.fields = fields;
    this.known = known;
  }
}

/** What happened, as a sentence for the reader. */
export function problemText(error: unknown): string {
  if (!(error instanceof ApiProblem)) return refusalText('something-broke');
  return error.code === 'offline' ? m.problem_offline() : refusalText(error.code);
}
