import type { Proved } from '#domain/login/admit.ts';
import type { ProofRule } from '#domain/login/proof.ts';
import type { Day } from '#domain/time/day.ts';

/** A key to sign with, as a JSON Web Key. */
export interface SigningKey {
  kty: string;
  kid: string;
  alg: string;
}

/** An issuer people may come through: a row of the installation's configuration, never code. */
export interface Provider {
  /** As it stands in addresses and in the data. */
  id: string;
  kind: 'id-porten' | 'helseid' | 'ansattporten' | 'entra' | 'other';
  name: { nb: string; nn: string; en: string };
  issuer: string;
  clientId: string;
  authentication:
    | { method: 'private_key_jwt'; key: SigningKey; madeOn: Day }
    | { method: 'client_secret'; secret: string; madeOn: Day };
  scope: string;
  /** What the issuer is asked for. */
  acrValues?: readonly string[];
  /** What its token must say, whatever was asked. */
  proof?: ProofRule;
  for: Proved['for'];
  /** The type of representation that is asked for and must name the worker's organisation. */
  representation?: { type: string; resource?: string };
  /** Tokens that only the key of this login can use (RFC 9449). */
  dpop: boolean;
  /** What its tokens may be signed with. */
  algorithms: readonly string[];
}
