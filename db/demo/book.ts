import type pg from 'pg';
import type { Sink } from '../population/person.ts';
import { type Table, tableOrder } from '../population/tables.ts';

/** The rows of the demonstration, gathered table by table before anything is written. */
export interface Book extends Sink {
  write(client: pg.Client): Promise<void>;
}

export function openBook(): Book {
  const rows = new Map<Table, object[]>(tableOrder.map((table) => [table, []]));
  return {
    add: (table, row) => void rows.get(table)?.push(row),
    write: async (client) => {
      for (const [table, ofTable] of rows) {
        if (ofTable.length > 0) await insert(client, table, ofTable);
      }
    },
  };
}

/** One statement a table, whatever the number of rows: the rows travel as one JSON text. */
async function insert(client: pg.Client, table: Table, rows: object[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ');
  await client.query(
    `insert into app.${table} (${columns}) select ${columns} from json_populate_recordset(null::app.${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
