import { asOwner } from '#server/db/owner.ts';
import { round } from '../figures.ts';
import { type Row, row } from '../row.ts';
import type { Scratch } from '../scratch.ts';

/** What a participant takes on disk, indexes included, the log and what lasts only a transaction left out. */
export const storageRows = (scratch: Scratch): Promise<Row[]> =>
  asOwner(scratch.owner, 'weigh the database', async (client) => {
    const { rows } = await client.query<{ bytes: number }>(`
      select sum(pg_total_relation_size(oid))::float8 as bytes from pg_class
      where relnamespace = 'app'::regnamespace and relkind = 'r' and relpersistence = 'p' and relname !~ '^(audit|login_session|request_key)'`);
    return [
      row('database-per-participant', round((rows[0]?.bytes ?? 0) / scratch.participants / 1_000, 1)),
      row('facts-per-participant', round(scratch.facts / scratch.participants, 1)),
    ];
  });
