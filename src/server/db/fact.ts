import type { Insertable } from 'kysely';
import { v7 as uuid7 } from 'uuid';
import type { LegalClass } from '#domain/fact/legal-class.ts';
import type { Opening, Tx } from './database.ts';
import { built, tables } from './query.ts';
import type { DB, Fact } from './schema.ts';

/** Tables of facts, and no views of them. */
export type FactTables = {
  [T in keyof DB as T extends `${string}_now` | `${string}_seen` | 'fact'
    ? never
    : DB[T] extends { fact_id: string; supersedes: string | null; topic: unknown }
      ? T
      : never]: DB[T];
};
export type FactTable = keyof FactTables;
type Content<T extends FactTable> = Omit<Insertable<DB[T]>, keyof Fact | 'topic'>;

/** What every fact says of itself besides its content. */
export interface Saying {
  saidBy: string;
  legalClass: LegalClass;
  happenedAt: string;
}

/** What a correction supersedes, and why. */
export interface Correction {
  factId: string;
  version: number;
  supersedes: string;
  reason: string;
  withdrawn?: boolean;
}

/** Adds a fact; its id is the answer. Who recorded it and when are filled in by the database. */
export const addFact = <T extends FactTable>(
  tx: Tx,
  table: T,
  about: Opening,
  saying: Saying,
  content: Content<T>,
): Promise<string> => {
  const id = uuid7();
  return insert(tx, table, about, saying, content, { id, fact_id: id });
};

/** Adds a new version of a fact. The old one stays; two corrections of one version are refused as stale. */
export const correctFact = <T extends FactTable>(
  tx: Tx,
  table: T,
  about: Opening,
  saying: Saying,
  content: Content<T>,
  correction: Correction,
): Promise<string> =>
  insert(tx, table, about, saying, content, {
    id: uuid7(),
    fact_id: correction.factId,
    version: correction.version + 1,
    supersedes: correction.supersedes,
    correction_reason: correction.reason,
    withdrawn: correction.withdrawn ?? false,
  });

async function insert<T extends FactTable>(
  tx: Tx,
  table: T,
  about: Opening,
  saying: Saying,
  content: Content<T>,
  identity: { id: string; fact_id: string; [column: string]: unknown },
): Promise<string> {
  const row = {
    municipality_id: about.municipalityId,
    participant_id: about.participantId,
    happened_at: saying.happenedAt,
    said_by: saying.saidBy,
    legal_class: saying.legalClass,
    ...identity,
    ...content,
  };
  // The content is typed by its table above; Kysely cannot follow a table name that is itself a parameter.
  await tx.rows(built(tables.insertInto(table as 'goal').values(row as unknown as Insertable<DB['goal']>)));
  return identity.id;
}
