import type pg from 'pg';
import type { CompiledQuery } from './query.ts';

/** Statements on one connection. Those sent without waiting in between travel together: one round trip. */
export interface Wire {
  send<R>(query: CompiledQuery<R>): Promise<R[]>;
  command(text: 'begin' | 'commit' | 'rollback'): Promise<string>;
  roundTrips(): number;
}

export function openWire(client: pg.PoolClient): Wire {
  let underWay = 0;
  let roundTrips = 0;
  const track = <T>(result: Promise<T>): Promise<T> => {
    if (underWay === 0) roundTrips += 1;
    underWay += 1;
    const settled = result.finally(() => {
      underWay -= 1;
    });
    // Of several statements under way the first failure is reported; the others only repeat it.
    settled.catch(() => undefined);
    return settled;
  };
  return {
    send: (query) =>
      track(
        client
          // A name makes the server keep the plan: with row-level security planning costs more than running.
          .query({ text: query.sql, values: [...query.parameters], name: query.name })
          .then((result) => result.rows),
      ),
    command: (text) => track(client.query(text).then((result) => result.command)),
    roundTrips: () => roundTrips,
  };
}
