import type { Claims } from '#domain/login/proof.ts';
import type { Tx } from '../db/database.ts';
import { marksOfTyped, type NumberHouse } from '../db/person-number.ts';
import { raw, sql } from '../db/query.ts';
import type { Provider } from './provider.ts';
import type { Vouched } from './relying-party.ts';

/** Only ID-porten's word on a person number is taken, and only for a login that proved two factors. */
const personNumberIn = ({ kind }: Provider, claims: Claims): string | undefined =>
  kind === 'id-porten' && typeof claims['pid'] === 'string' ? claims['pid'] : undefined;

/**
 * Binds somebody new to the login of the participant whose person number the issuer vouches for. By its mark, never by a
 * name; and a made-up number is nobody's in production, as a real one is in the demonstration. Does nothing when the
 * token holds none, or when nobody here, or more than one, has it: then they are asked for an invitation.
 */
export async function bindByPersonNumber(
  rows: Tx['rows'],
  house: NumberHouse,
  provider: Provider,
  { claims, issuer, subject }: Vouched,
): Promise<void> {
  const number = personNumberIn(provider, claims);
  const marks = number === undefined ? undefined : marksOfTyped(house, number);
  if (marks === undefined) return;
  await rows(
    raw(sql`select app.bind_by_person_number(${marks}::bytea[], ${provider.id}, ${issuer}, ${subject})`),
  );
}
