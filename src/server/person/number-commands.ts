import type { Static } from 'typebox';
import type { AddLocalNumber, AddPersonNumber, CorrectPersonNumber } from '#contract/person-number.ts';
import type { LegalClass } from '#domain/fact/legal-class.ts';
import { localNumber } from '#domain/identifier/other-numbers.ts';
import type { Opening, Tx } from '../db/database.ts';
import { correctFact } from '../db/fact.ts';
import { health } from '../db/newcomer.ts';
import { acceptTyped, addPersonNumber, keptAs, type NumberHouse } from '../db/person-number.ts';
import { raw, sql } from '../db/query.ts';
import { saying } from '../db/saying.ts';
import { refuseTwice, versionSeen } from '../db/versions.ts';
import { found, Refused } from '../refused.ts';

/** One of each kind: a D-nummer and a fødselsnummer may both hold, two fødselsnummer may not. */
export async function giveNumber(
  house: NumberHouse,
  tx: Tx,
  about: Opening,
  body: Static<typeof AddPersonNumber>,
): Promise<string> {
  const accepted = acceptTyped(house, body.number);
  // The municipality gives its own numbers; somebody else's is not written down as one.
  if (accepted.kind === 'local') throw new Refused('number-shape');
  await refuseTwice(tx, 'person_number', about, { kind: accepted.kind });
  return addPersonNumber(tx, house, about, saying(tx, about, health), accepted);
}

/** The municipality's next number, for somebody who has no other. Not for the participant to take themself. */
export async function giveLocalNumber(
  house: NumberHouse,
  tx: Tx,
  about: Opening,
  { because }: Static<typeof AddLocalNumber>,
): Promise<string> {
  if (tx.me.participantId === about.participantId) throw new Refused('not-yours-to-do');
  await refuseTwice(tx, 'person_number', about, {});
  const [row] = await tx.rows(
    raw(
      sql<{ number: string; serial: number }>`select * from app.next_local_number(${about.municipalityId})`,
    ),
  );
  const { number, serial } = found(row);
  const accepted = { number: localNumber(number, serial), kind: 'local', because } as const;
  return addPersonNumber(tx, house, about, saying(tx, about, health), accepted);
}

/** A number that was written wrong, or another of the same kind: the old one stays in the history, sealed. */
export async function correctNumber(
  house: NumberHouse,
  tx: Tx,
  about: Opening,
  body: Static<typeof CorrectPersonNumber>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen<{ kind: string }>(tx, 'person_number', about, body.supersedes, path.id);
  const accepted = acceptTyped(house, body.number);
  // What the municipality has given stays as it was given.
  if (accepted.kind === 'local' || accepted.kind !== seen.kind) throw new Refused('number-other-kind');
  const law = seen.legalClass as LegalClass;
  return correctFact(
    tx,
    'person_number',
    about,
    saying(tx, about, { own: law, worker: law }),
    keptAs(house, about, accepted),
    { ...seen, reason: body.reason },
  );
}
