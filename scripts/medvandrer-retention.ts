// How long things are kept, and how they go: decided, planned, approved by another, carried out.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type LegalClass, legalClasses } from '#domain/fact/legal-class.ts';
import { asOwner } from '#server/db/owner.ts';
import { CannotBeDone, NotUnderstood, type Told } from './medvandrer-told.ts';
import { goingOrder, type Item, kindsOf, whatGoes } from './retention-plan.ts';

type Options = Record<string, string | undefined>;

const wanted = (options: Options, ...names: string[]): string[] =>
  names.map((name) => {
    const given = options[name]?.trim();
    if (!given) throw new NotUnderstood(`--${name} is needed`);
    return given;
  });

/** All of it or nothing, and one at a time. */
const inOne = (
  owner: pg.ClientConfig,
  reason: string,
  work: (client: pg.Client) => Promise<Told>,
): Promise<Told> =>
  asOwner(owner, reason, async (client) => {
    await client.query('begin');
    try {
      await client.query('select pg_advisory_xact_lock(727021)');
      const told = await work(client);
      await client.query('commit');
      return told;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  });

async function municipalityOf(client: pg.Client, meant: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'select id from municipality where number = $1 or lower(name) = lower($1)',
    [meant],
  );
  if (rows[0] === undefined) throw new CannotBeDone(`There is no municipality “${meant}” here.`);
  return rows[0].id;
}

/** Whoever plans or approves looks after the installation or controls it, for this municipality, today. */
async function refuseOthers(client: pg.Client, municipality: string, name: string): Promise<void> {
  const { rowCount } = await client.query(
    `select from login_user u join login_worker l on l.login_user_id = u.id
      join worker_role r on r.municipality_id = l.municipality_id and r.worker_id = l.worker_id
      where lower(u.name) = lower($2) and r.municipality_id = $1 and r.role in ('system-administrator', 'auditor')
        and r.valid_from <= app.now() and (r.valid_to is null or app.now() < r.valid_to)`,
    [municipality, name],
  );
  if (rowCount === 0)
    throw new CannotBeDone(`${name} is neither system administrator nor auditor in this municipality.`);
}

/** @throws NotUnderstood when something is missing, or no class or number */
export function understandPeriod(options: Options): { legalClass: LegalClass; months: number | null } {
  const [name, months] = wanted(options, 'class', 'months', 'municipality', 'by', 'because');
  const legalClass = legalClasses.find((one) => one === name);
  if (legalClass === undefined) throw new NotUnderstood(`--class is one of ${legalClasses.join(', ')}`);
  if (months !== 'never' && !/^[1-9]\d{0,3}$/.test(months ?? ''))
    throw new NotUnderstood('--months is a number of months, or never');
  return { legalClass, months: months === 'never' ? null : Number(months) };
}

/** What the municipality has decided with its archive; the decision before is kept, ended. */
export async function setPeriod(owner: pg.ClientConfig, options: Options): Promise<Told> {
  const { legalClass, months } = understandPeriod(options);
  const [meant = '', by = '', because = ''] = wanted(options, 'municipality', 'by', 'because');
  return inOne(owner, 'set how long a class is kept', async (client) => {
    const municipality = await municipalityOf(client, meant);
    await refuseOthers(client, municipality, by);
    await client.query(
      'update retention_period set ended_at = app.now() where municipality_id = $1 and legal_class = $2 and ended_at is null',
      [municipality, legalClass],
    );
    if (months !== null)
      await client.query(
        'insert into retention_period (municipality_id, legal_class, months, because, set_by, set_at) values ($1, $2, $3, $4, $5, clock_timestamp())',
        [municipality, legalClass, months, because, by],
      );
    const words = months === null ? 'for ever' : `for ${months} months after the last entry`;
    return { words: `${legalClass} is kept ${words}.`, figures: { legalClass, months } };
  });
}

/** Holds everything about one person, or lets go of the hold. */
export async function hold(owner: pg.ClientConfig, options: Options): Promise<Told> {
  const [meant = '', participant = '', by = '', because = ''] = wanted(
    options,
    'municipality',
    'participant',
    'by',
    'because',
  );
  return inOne(owner, 'hold what is kept of somebody', async (client) => {
    const municipality = await municipalityOf(client, meant);
    await refuseOthers(client, municipality, by);
    if (options['lift'] !== undefined) {
      const { rowCount } = await client.query(
        'update retention_hold set lifted_by = $3, lifted_at = app.now() where municipality_id = $1 and participant_id = $2 and lifted_at is null',
        [municipality, participant, by],
      );
      if (rowCount === 0) throw new CannotBeDone('Nothing is held there.');
      return { words: 'The hold is lifted.', figures: { lifted: rowCount } };
    }
    await client
      .query(
        'insert into retention_hold (municipality_id, participant_id, because, set_by) values ($1, $2, $3, $4)',
        [municipality, participant, because, by],
      )
      .catch((error: Error) => {
        throw new CannotBeDone('There is nobody by that id in the municipality.', { cause: error });
      });
    return { words: 'Held: nothing of theirs goes.', figures: { held: 1 } };
  });
}

const proofOf = (run: string, items: readonly Item[]): Buffer =>
  createHash('sha256')
    .update(`${run}\n${items.map(({ table, id }) => `${table}/${id}`).join('\n')}`)
    .digest();

/** The dry run: names every row that would go, changes nothing about anybody, and waits for somebody else's yes. */
export async function planRetention(owner: pg.ClientConfig, options: Options): Promise<Told> {
  const [meant = '', by = ''] = wanted(options, 'municipality', 'by');
  return inOne(owner, 'plan what is to go', async (client) => {
    const municipality = await municipalityOf(client, meant);
    await refuseOthers(client, municipality, by);
    const items = await whatGoes(client, municipality);
    if (items.length === 0)
      return {
        words: 'Nothing is to go: no period has run out, or none is set.',
        figures: { run: null, items },
      };
    const { rows } = await client.query<{ id: string }>('select app.uuid7() as id');
    const run = rows[0]?.id ?? '';
    await client.query(
      'insert into retention_run (municipality_id, id, planned_by, rows_planned, proof) values ($1, $2, $3, $4, $5)',
      [municipality, run, by, items.length, proofOf(run, items)],
    );
    await client.query(
      `insert into retention_item (municipality_id, run_id, fact_table, fact_row, participant_id, legal_class)
        select $1, $2, i.* from jsonb_to_recordset($3) i ("table" text, id uuid, "participantId" uuid, "legalClass" text)`,
      [municipality, run, JSON.stringify(items)],
    );
    return {
      words: [
        `Would go, if somebody else approves plan ${run}:`,
        ...items.map(
          ({ table, id, participantId, legalClass }) =>
            `  ${table} ${id} (${legalClass}, of ${participantId})`,
        ),
        `${items.length} rows of ${new Set(items.map(({ participantId }) => participantId)).size} people. Nothing is deleted yet.`,
      ].join('\n'),
      figures: { run, items },
    };
  });
}

interface Run {
  municipality_id: string;
  planned_by: string;
  approved_by: string | null;
  done_at: Date | null;
}

async function runOf(client: pg.Client, id: string): Promise<Run> {
  const { rows } = await client.query<Run>(
    'select municipality_id, planned_by, approved_by, done_at from retention_run where id::text = $1 for update',
    [id],
  );
  if (rows[0] === undefined) throw new CannotBeDone(`There is no plan ${id}.`);
  if (rows[0].done_at !== null) throw new CannotBeDone(`Plan ${id} was carried out already.`);
  return rows[0];
}

/** Another person than the one who planned says yes. */
export async function approveRetention(owner: pg.ClientConfig, options: Options): Promise<Told> {
  const [id = '', by = ''] = wanted(options, 'plan', 'by');
  return inOne(owner, 'approve what is to go', async (client) => {
    const run = await runOf(client, id);
    await refuseOthers(client, run.municipality_id, by);
    if (run.approved_by !== null)
      throw new CannotBeDone(`Plan ${id} is approved already, by ${run.approved_by}.`);
    if (run.planned_by.toLowerCase() === by.toLowerCase())
      throw new CannotBeDone('Whoever made the plan does not approve it: that takes another person.');
    await client.query('update retention_run set approved_by = $2, approved_at = app.now() where id = $1', [
      id,
      by,
    ]);
    return { words: `Approved by ${by}. It can be carried out.`, figures: { plan: id, approved: by } };
  });
}

/** What was approved goes, except what has come to be held, taken up again or written to meanwhile. A trace without names is left. */
export async function carryOutRetention(owner: pg.ClientConfig, options: Options): Promise<Told> {
  const [id = ''] = wanted(options, 'plan');
  return inOne(owner, 'carry out what was approved', async (client) => {
    const { municipality_id: municipality, approved_by } = await runOf(client, id);
    if (approved_by === null)
      throw new CannotBeDone(`Plan ${id} is not approved: that takes another person.`);
    const { rows: planned } = await client.query<{ key: string; participant_id: string }>(
      `select fact_table || '/' || fact_row as key, participant_id from retention_item where municipality_id = $1 and run_id = $2`,
      [municipality, id],
    );
    // As every change does: the people first, in one order.
    await client.query('select from participant where id = any ($1) order by id for update', [
      planned.map(({ participant_id }) => participant_id),
    ]);
    const going = await whatGoes(client, municipality, new Set(planned.map(({ key }) => key)));
    const counts = await remove(client, municipality, going);
    await client.query('delete from retention_item where municipality_id = $1 and run_id = $2', [
      municipality,
      id,
    ]);
    await client.query(
      'update retention_run set done_at = app.now(), counts = $2, proof = $3 where id = $1',
      [id, JSON.stringify(counts), proofOf(id, going)],
    );
    const left = planned.length - going.length;
    return {
      words: `${going.length} rows are gone.${left === 0 ? '' : ` ${left} were left: held, taken up again or written to since the plan was made.`}`,
      figures: { gone: going.length, left, counts },
    };
  });
}

async function remove(client: pg.Client, municipality: string, going: readonly Item[]): Promise<object[]> {
  const counts: object[] = [];
  for (const { table } of goingOrder(await kindsOf(client))) {
    const rows = going.filter((item) => item.table === table);
    if (rows.length === 0) continue;
    const { rowCount } = await client.query(
      `delete from app.${table} where municipality_id = $1 and participant_id = any ($2) and id = any ($3)`,
      [municipality, rows.map(({ participantId }) => participantId), rows.map(({ id }) => id)],
    );
    if (rowCount !== rows.length) throw new Error(`${table}: ${rowCount} of ${rows.length} rows went`);
    for (const legalClass of legalClasses) {
      const count = rows.filter((row) => row.legalClass === legalClass).length;
      if (count > 0) counts.push({ table, legalClass, count });
    }
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
  return counts;
}
