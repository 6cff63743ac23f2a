import { ok, type Result, refuse } from '../result.ts';

/** What a login proved: two factors, or less. */
export type Strength = 'strong' | 'code';

/** What the issuer's token must say for a login to count as two factors: this claim has one of these values. */
export interface ProofRule {
  /** `acr`, Entra's `acrs`, `amr`, or a claim of the issuer's own. */
  claim: string;
  anyOf: readonly string[];
}

export type Claims = Readonly<Record<string, unknown>>;

/**
 * Whether the token proves what was asked for. The issuer is asked for it, and it is verified here all the same; a value
 * nobody has named is too low, and so is a missing one.
 *
 * @param claims of a token whose signature, issuer, audience, time and nonce have been verified
 * @param rule without one nothing was asked for, and the login is the weaker kind
 * @returns `login-too-weak` when the rule is not met (standards R78)
 */
export function provedBy(claims: Claims, rule: ProofRule | undefined): Result<Strength, 'login-too-weak'> {
  if (rule === undefined) return ok('code');
  const said = claims[rule.claim];
  const values = Array.isArray(said) ? said : [said];
  return values.some((value) => typeof value === 'string' && rule.anyOf.includes(value))
    ? ok('strong')
    : refuse('login-too-weak');
}
