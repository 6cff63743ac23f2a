/**
 * How every refusal looks outside: one table. A refusal without a row does not compile, and its sentence is
 * `refusal_<code with underscores>` in src/text, in every language.
 */
export const refusals = {
  'not-logged-in': { status: 401, issue: 'login' },
  'not-found': { status: 404, issue: 'not-found' },
  'not-allowed': { status: 403, issue: 'forbidden' },
  'bad-request': { status: 400, issue: 'invalid' },
  'too-large': { status: 413, issue: 'too-long' },
  'too-many-requests': { status: 429, issue: 'throttled' },
  'forged-request': { status: 403, issue: 'security' },
  'stale-version': { status: 409, issue: 'conflict' },
  'already-done': { status: 409, issue: 'duplicate' },
  'already-enrolled': { status: 409, issue: 'duplicate' },
  'already-answered': { status: 409, issue: 'duplicate' },
  'day-out-of-range': { status: 422, issue: 'business-rule' },
  'in-the-future': { status: 422, issue: 'business-rule' },
  'period-backwards': { status: 422, issue: 'business-rule' },
  'nobody-does-it': { status: 422, issue: 'business-rule' },
  'one-recipient': { status: 422, issue: 'business-rule' },
  'unknown-topic': { status: 422, issue: 'business-rule' },
  'area-twice': { status: 422, issue: 'business-rule' },
  'nothing-said': { status: 422, issue: 'business-rule' },
  'reason-needed': { status: 422, issue: 'business-rule' },
  'instead-needed': { status: 422, issue: 'business-rule' },
  'day-needed': { status: 422, issue: 'business-rule' },
  'nothing-came-yet': { status: 409, issue: 'conflict' },
  'goal-has-actions': { status: 409, issue: 'conflict' },
  'not-near': { status: 422, issue: 'business-rule' },
  'meeting-not-held': { status: 409, issue: 'conflict' },
  'meeting-already-held': { status: 409, issue: 'conflict' },
  'not-yours-to-do': { status: 403, issue: 'forbidden' },
  'wrong-organisation': { status: 422, issue: 'business-rule' },
  'key-used-for-something-else': { status: 409, issue: 'conflict' },
  'database-away': { status: 503, issue: 'transient' },
  'something-broke': { status: 500, issue: 'exception' },
} as const satisfies Record<string, { status: number; issue: string }>;

export type RefusalCode = keyof typeof refusals;
