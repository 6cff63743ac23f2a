import type { Insertable } from 'kysely';
import type pg from 'pg';
import type { DB } from '#server/db/schema.ts';

/** Tables in the order in which their rows can be inserted. */
const order = [
  'municipality',
  'cooperation',
  'cooperation_grant',
  'organisation',
  'service',
  'worker',
  'worker_role',
  'participant',
  'login_user',
  'login_worker',
  'group_session',
  'profile',
  'enquiry',
  'enquiry_answer',
  'enrolment',
  'enrolment_state',
  'team_membership',
  'consent',
  'statement',
  'statement_rating',
  'goal',
  'action',
  'action_completion',
  'contact',
  'relapse_note',
  'attendance',
  'pathway_run',
  'pathway_step',
  'meeting',
  'decision',
  'decision_kept',
  'acknowledgement',
  'crisis_plan',
] as const satisfies (keyof DB)[];
export type Table = (typeof order)[number];

/** The rows of the demonstration, gathered table by table before anything is written. */
export interface Book {
  add<T extends Table>(table: T, row: Insertable<DB[T]>): void;
  write(client: pg.Client): Promise<void>;
}

export function openBook(): Book {
  const rows = new Map<Table, object[]>(order.map((table) => [table, []]));
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
