import pg from 'pg';
import type { CompiledQuery } from './query.ts';

/** Statements on one connection. Those sent without waiting in between travel together: one round trip. */
export interface Wire {
  send<R>(query: CompiledQuery<R>): Promise<R[]>;
  command(text: 'begin' | 'commit' | 'rollback'): Promise<string>;
  roundTrips(): number;
}

export function openWire(client: pg.PoolClient): Wire {
  const types: pg.CustomTypesConfig = { getTypeParser: client.getTypeParser.bind(client) };
  let waiting: pg.Query[] = [];
  let roundTrips = 0;
  const post = () => {
    roundTrips += 1;
    client.query(bundle(waiting));
    waiting = [];
  };
  const send = <T>(
    config: pg.QueryConfig & { queryMode?: 'extended' },
    answerOf: (result: pg.QueryResult) => T,
  ): Promise<T> => {
    const answer = new Promise<T>((resolve, reject) => {
      // When everybody who can send something now has done so.
      if (waiting.length === 0) queueMicrotask(() => process.nextTick(post));
      waiting.push(
        new pg.Query({ ...config, types }, (error, result) =>
          error ? reject(error) : resolve(answerOf(result)),
        ),
      );
    });
    // Of several statements under way the first failure is reported; the others only repeat it.
    answer.catch(() => undefined);
    return answer;
  };
  return {
    // A name makes the server keep the plan: with row-level security planning costs more than running.
    send: (query) =>
      send({ text: query.sql, values: [...query.parameters], name: query.name }, ({ rows }) => rows),
    command: (text) => send({ text, queryMode: 'extended' }, ({ command }) => command),
    roundTrips: () => roundTrips,
  };
}

/** What the driver's queries and connections have and its types do not tell. */
interface DriverConnection {
  stream: { cork(): void; uncork(): void };
  submittedNamedStatements: Record<string, string>;
  sync(): void;
}
interface DriverQuery {
  name?: string;
  text: string;
  submit(connection: DriverConnection): Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: DriverConnection): void;
  handleReadyForQuery(connection: DriverConnection): void;
  handleError(error: Error, connection: DriverConnection): void;
}

/**
 * Several of the driver's queries as one, with one Sync at the end of them. The database answers at a Sync: one after
 * each query would wake this process for every few rows, and take the processor from the database each time.
 * After a failure the database skips the rest up to the Sync, so they fail of the same.
 */
function bundle(queries: readonly pg.Query[]): pg.Submittable {
  const left = [...queries] as unknown as DriverQuery[];
  const current = () => left[0];
  const failAll = (error: Error, connection: DriverConnection) => {
    for (const query of left.splice(0)) {
      // Not parsed by the server, as far as anybody knows.
      if (query.name) delete connection.submittedNamedStatements[query.name];
      query.handleError(error, connection);
    }
  };
  const asOne = {
    // The driver asks for these when a statement has been parsed: whose it was.
    get name() {
      return current()?.name;
    },
    get text() {
      return current()?.text;
    },
    submit(connection: DriverConnection) {
      const withoutSync = Object.create(connection, {
        sync: { value: () => undefined },
      }) as DriverConnection;
      connection.stream.cork();
      try {
        for (const query of [...left]) {
          const wrong = query.submit(withoutSync);
          if (wrong === null) continue;
          left.splice(left.indexOf(query), 1);
          query.handleError(wrong, connection);
        }
        connection.sync();
      } finally {
        connection.stream.uncork();
      }
    },
    handleRowDescription: (message: unknown) => current()?.handleRowDescription(message),
    handleDataRow: (message: unknown) => current()?.handleDataRow(message),
    handleCommandComplete(message: unknown, connection: DriverConnection) {
      const done = left.shift();
      done?.handleCommandComplete(message, connection);
      done?.handleReadyForQuery(connection);
    },
    handleReadyForQuery: (connection: DriverConnection) =>
      failAll(new Error('the database did not answer'), connection),
    handleError: failAll,
  };
  return asOne as unknown as pg.Submittable;
}
