import { createHash } from 'node:crypto';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';
import type { DB } from './schema.ts';

export { sql } from 'kysely';

export interface CompiledQuery<R> {
  sql: string;
  parameters: readonly unknown[];
  name: string;
  /** Only for the type: the shape of a row. */
  row?: R;
}

/** Kysely writes the SQL and knows the types; it holds no connection. Statements go out through a transaction. */
export const tables = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const names = new Map<string, string>();
const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
};

interface Compilable {
  compile(): { sql: string; parameters: readonly unknown[] };
}

/** A typed statement of Kysely's builder. */
export function built<R>(statement: Compilable & { execute(): Promise<R[]> }): CompiledQuery<R> {
  const { sql: text, parameters } = statement.compile();
  return { sql: text, parameters, name: nameOf(text) };
}

/** SQL written by hand, with the shape of its rows. */
export function raw<R>(statement: RawBuilder<R>): CompiledQuery<R> {
  const { sql: text, parameters } = statement.compile(tables);
  return { sql: text, parameters, name: nameOf(text) };
}
