import type { KeptNumber, ShownNumbers } from '#contract/person-number.ts';
import type { Opening, Tx } from '../db/database.ts';
import type { NumberHouse } from '../db/person-number.ts';
import { raw, sql } from '../db/query.ts';

interface Row extends KeptNumber {
  sealed: Buffer;
  sealed_with: string;
}

/** Which kinds of number somebody has. The numbers themselves are asked for apart. */
export async function numbersOf(tx: Tx, about: Opening): Promise<KeptNumber[]> {
  return tx.rows(
    raw(sql<KeptNumber>`select fact_id as id, id as "versionId", kind from person_number_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} order by fact_id`),
  );
}

/** Somebody's numbers in plain. */
export async function shownNumbers(house: NumberHouse, tx: Tx, about: Opening): Promise<ShownNumbers> {
  const rows = await tx.rows(
    raw(sql<Row>`select fact_id as id, id as "versionId", kind, sealed, sealed_with from person_number_now
      where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId} order by fact_id`),
  );
  return rows.map(({ sealed, sealed_with, ...row }) => ({
    ...row,
    number: house.numbers.open({ sealed, sealed_with }, about.participantId),
  }));
}
