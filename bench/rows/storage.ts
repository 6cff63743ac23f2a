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

const LOOK_UPS = 2_000;

/** A row of the log with its place in the index, for one person and for a worker's whole list. */
export const auditRows = (scratch: Scratch): Promise<Row[]> =>
  asOwner(scratch.owner, 'weigh the log', async (client) => {
    const weigh = async (action: string): Promise<number> => {
      const { rows } = await client.query<{ bytes: number }>(
        `select avg(pg_column_size(a.*) + 4)::float8 as bytes from audit a where action = $1`,
        [action],
      );
      return (rows[0]?.bytes ?? 0) + (await indexBytes());
    };
    const indexBytes = async (): Promise<number> => {
      const { rows } = await client.query<{ bytes: number }>(
        `
        select (sum(pg_indexes_size(c.oid)) / greatest(sum(c.reltuples), 1))::float8 as bytes from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'app.audit'::regclass and c.reltuples >= $1`,
        [LOOK_UPS],
      );
      return rows[0]?.bytes ?? 0;
    };
    // Enough of them that the index has grown as it will.
    await client.query(`insert into audit (municipality_id, login_user_id, action, purpose, participant_ids, read_topics, write_topics)
      select u.municipality_id, u.id, 'read', 'person-page', array[gen_random_uuid()], array[4095], '{}'
      from login_user u, generate_series(1, ceil(${LOOK_UPS}::float8 / (select count(*) from login_user))::int)`);
    await client.query('vacuum analyze audit');
    return [
      row('audit-per-person-look-up', round(await weigh('read'), 0)),
      row('audit-per-list-look-up', round(await weigh('list'), 0)),
    ];
  });
