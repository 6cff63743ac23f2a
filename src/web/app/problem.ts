import type { RefusalCode } from '#contract/refusals.ts';
import type { Problem } from '#contract/shapes.ts';
import { m } from '#text/generated/messages.js';

/** `offline`: no answer at all. Every other code is the server’s own. */
export type ProblemCode = RefusalCode | 'offline';

/** A refusal from the server, or no answer. Nothing was saved. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  /** What happened, as the server says it in the reader's language. */
  readonly title: string | undefined;
  readonly fields: NonNullable<Problem['fields']>;
  /** With already-known: whom it may be. */
  readonly known: NonNullable<Problem['known']>;

  constructor(code: ProblemCode, status: number, { title, fields = [], known = [] }: Partial<Problem> = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.title = title;
    this.fields = fields;
    this.known = known;
  }
}

/** What happened, as a sentence for the reader: the server's own, so that no screen carries all of them. */
export function problemText(error: unknown): string {
  if (!(error instanceof ApiProblem)) return m.refusal_something_broke();
  return error.code === 'offline' ? m.problem_offline() : (error.title ?? m.refusal_something_broke());
}
