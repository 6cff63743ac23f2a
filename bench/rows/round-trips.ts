import { randomFrom } from '#db/population/random.ts';
import type { People } from '../actors.ts';
import { type Row, row } from '../row.ts';
import type { Server } from '../server.ts';
import { requestOf } from './load.ts';

const TIMES = 5;

/** The most that one screen waits for the database, one request at a time, by the server's own counter. */
export async function roundTripRows(server: Server, people: People): Promise<Row[]> {
  const random = randomFrom('round trips');
  const rows: Row[] = [];
  for (const kind of ['my-day', 'my-plan', 'person'] as const) {
    let most = 0;
    for (let turn = 0; turn < TIMES; turn += 1) {
      const before = await server.tell();
      const [actor, asked] = requestOf(kind, people, random);
      const status = await server.ask(actor, asked);
      if (status !== 200) throw new Error(`${kind} was answered with ${status}`);
      most = Math.max(most, (await server.tell()).roundTrips - before.roundTrips);
    }
    rows.push(row(`round-trips-${kind}`, most));
  }
  return rows;
}
