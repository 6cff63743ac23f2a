// Works out what is to go and lets it go, as the owner: the one mechanism behind the screen's job and the commands.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { peopleIn, type Tally, tallyOf } from '#domain/retention/tally.ts';
import { goingOrder, type Item, kindsOf, whatGoes } from './what-goes.ts';

/** Whatever plans or deletes holds this lock, so that there is one at a time, in however many processes. */
export const ONE_AT_A_TIME = 727021;

const proofOf = (run: string, items: readonly Item[]): Buffer =>
  createHash('sha256')
    .update(`${run}\n${items.map(({ table, id }) => `${table}/${id}`).join('\n')}`)
    .digest();

/** A dry run that has been asked for: names every row that would go, and changes nothing about anybody. */
export async function workOut(client: pg.Client, municipality: string, run: string): Promise<Item[]> {
  const items = await whatGoes(client, municipality);
  await client.query(
    `insert into retention_item (municipality_id, run_id, fact_table, fact_row, participant_id, legal_class)
      select $1, $2, i.* from jsonb_to_recordset($3) i ("table" text, id uuid, "participantId" uuid, "legalClass" text)`,
    [municipality, run, JSON.stringify(items)],
  );
  await client.query(
    `update retention_run set planned_at = app.now(), rows_planned = $3, people_planned = $4, tally_planned = $5, proof = $6,
        begun_at = null, failed_at = null, failure = null, ended_at = case when $3 = 0 then app.now() end, ended_as = case when $3 = 0 then 'nothing-due' end
      where municipality_id = $1 and id = $2`,
    [municipality, run, items.length, peopleIn(items), JSON.stringify(tallyOf(items)), proofOf(run, items)],
  );
  return items;
}

/** What was approved goes, except what has come to be held, taken up again or written to meanwhile. A trace that names nobody is left. */
export async function carryOut(
  client: pg.Client,
  municipality: string,
  run: string,
): Promise<{ going: Item[]; left: number; tally: Tally[] }> {
  const { rows: planned } = await client.query<{ key: string; participant_id: string }>(
    `select fact_table || '/' || fact_row as key, participant_id from retention_item where municipality_id = $1 and run_id = $2`,
    [municipality, run],
  );
  // As every change does: the people first, in one order.
  await client.query('select from participant where id = any ($1) order by id for update', [
    planned.map(({ participant_id }) => participant_id),
  ]);
  const going = await whatGoes(client, municipality, new Set(planned.map(({ key }) => key)));
  await remove(client, municipality, going);
  const tally = tallyOf(going);
  await client.query('delete from retention_item where municipality_id = $1 and run_id = $2', [
    municipality,
    run,
  ]);
  await client.query(
    `update retention_run set ended_at = app.now(), ended_as = 'carried-out', rows_gone = $3, people_gone = $4, tally_gone = $5, proof_gone = $6,
        begun_at = null, failed_at = null, failure = null
      where municipality_id = $1 and id = $2`,
    [municipality, run, going.length, peopleIn(going), JSON.stringify(tally), proofOf(run, going)],
  );
  return { going, left: planned.length - going.length, tally };
}

async function remove(client: pg.Client, municipality: string, going: readonly Item[]): Promise<void> {
  for (const { table } of goingOrder(await kindsOf(client))) {
    const rows = going.filter((item) => item.table === table);
    if (rows.length === 0) continue;
    const { rowCount } = await client.query(
      `delete from app.${table} where municipality_id = $1 and participant_id = any ($2) and id = any ($3)`,
      [municipality, rows.map(({ participantId }) => participantId), rows.map(({ id }) => id)],
    );
    if (rowCount !== rows.length) throw new Error(`${table}: ${rowCount} of ${rows.length} rows went`);
  }
  const ids = going.flatMap(({ id, factId }) => [id, factId]);
  const people = going.map(({ participantId }) => participantId);
  // What follows from a fact goes with it: what was owed, and what was to be sent.
  await client.query(
    'delete from clock where municipality_id = $1 and participant_id = any ($2) and subject_id = any ($3)',
    [municipality, people, ids],
  );
  await client.query(
    'delete from outbox where municipality_id = $1 and participant_id = any ($2) and id = any ($3)',
    [municipality, people, ids],
  );
}

/** All of it or nothing. */
export async function inOne<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const done = await work();
    await client.query('commit');
    return done;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** A plan that nobody stands behind any more; the rows it named are forgotten. */
export async function letGo(client: pg.Client, municipality: string, run: string): Promise<void> {
  await client.query('delete from retention_item where municipality_id = $1 and run_id = $2', [
    municipality,
    run,
  ]);
  await client.query(
    `update retention_run set ended_at = app.now(), ended_as = 'stale', begun_at = null where municipality_id = $1 and id = $2`,
    [municipality, run],
  );
}
