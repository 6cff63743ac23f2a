import type pg from 'pg';
import { BEGINNING, headOf, marksOf } from './entry.ts';
import { type KnownScopes, readHashed } from './read-log.ts';
import { rootOf } from './tree.ts';

const MOST_IN_A_BATCH = 10_000;
/** How long those who are writing just now are waited for; if they take longer, the next round seals. */
const PATIENCE_MS = 2_000;
const LOOK_AGAIN_MS = 20;

interface Sealing {
  /** Nothing new is sealed while the last batch is younger; a batch for every look-up would be no smaller than the log. */
  minutesBetween: number;
}

/**
 * Seals what has been logged since last time, up to the last number that nobody can still get a look-up in before.
 * Reads only; those who look wait for nothing. Answers with how many batches were written.
 */
export async function sealLog(
  client: pg.Client,
  { minutesBetween }: Sealing = { minutesBetween: 0 },
): Promise<number> {
  if (await sealedWithin(client, minutesBetween)) return 0;
  const upTo = await settledUpTo(client);
  if (upTo === undefined) return 0;
  const known: KnownScopes = new Map();
  let batches = 0;
  while (await sealOne(client, upTo, known)) batches += 1;
  return batches;
}

async function sealedWithin(client: pg.Client, minutes: number): Promise<boolean> {
  if (minutes === 0) return false;
  const { rows } = await client.query<{ young: boolean }>(
    `select coalesce(max(sealed_at) > clock_timestamp() - make_interval(mins => $1), false) as young from app.audit_batch`,
    [minutes],
  );
  return rows[0]?.young ?? false;
}

const WRITERS = `select distinct l.virtualtransaction from pg_locks l
  where l.locktype = 'relation' and l.mode = 'RowExclusiveLock' and l.pid is distinct from pg_backend_pid()
    and l.database = (select d.oid from pg_database d where d.datname = current_database())
    and (l.relation = 'app.audit'::regclass or l.relation in (select i.inhrelid from pg_inherits i where i.inhparent = 'app.audit'::regclass))`;

/**
 * The last number below which the log is finished. A look-up draws its number while its transaction holds the table's
 * lock for writing, and holds it until it commits: so when everybody who held it *after* the number was read is gone,
 * nothing at or below it can appear any more. Undefined when somebody takes too long.
 */
async function settledUpTo(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ last: string; drawn: boolean }>(
    'select last_value::text as last, is_called as drawn from app.audit_number',
  );
  const [number] = rows;
  if (number === undefined || !number.drawn) return undefined;
  const held = await client.query<{ virtualtransaction: string }>(WRITERS);
  let waiting = held.rows.map((row) => row.virtualtransaction);
  const tired = Date.now() + PATIENCE_MS;
  while (waiting.length > 0) {
    if (Date.now() > tired) return undefined;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    const still = await client.query<{ virtualtransaction: string }>(
      `select w.virtualtransaction from (${WRITERS}) w where w.virtualtransaction = any ($1)`,
      [waiting],
    );
    waiting = still.rows.map((row) => row.virtualtransaction);
  }
  return number.last;
}

/** One batch after the last one; false when there is nothing to seal, or another server is sealing. */
async function sealOne(client: pg.Client, upTo: string, known: KnownScopes): Promise<boolean> {
  await client.query('begin');
  try {
    const { rows: lock } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_xact_lock(727003) as mine',
    );
    const sealed = lock[0]?.mine === true && (await writeBatch(client, upTo, known));
    await client.query('commit');
    return sealed;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function writeBatch(client: pg.Client, upTo: string, known: KnownScopes): Promise<boolean> {
  const { rows } = await client.query<{ batch: string; to: string; head: Buffer; now: string }>(
    `select coalesce(b.batch, 0)::text as batch, coalesce(b.to_number, 0)::text as to, b.head, to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now
       from (select 1) one left join lateral (select * from app.audit_batch order by batch desc limit 1) b on true`,
  );
  const [last] = rows;
  if (last === undefined) return false;
  const found = await readHashed(client, last.to, upTo, MOST_IN_A_BATCH, known);
  if (found.length === 0) return false;
  const leaves = found.map(({ hash }) => hash);
  const batch = {
    batch: Number(last.batch) + 1,
    after: last.to,
    // A full batch ends with what was read; the last one takes the holes at the end with it.
    to: found.length < MOST_IN_A_BATCH ? upTo : (found.at(-1)?.number ?? upTo),
    lookUps: found.length,
    root: rootOf(leaves),
    previous: last.head ?? BEGINNING,
    sealedAt: last.now,
  };
  await client.query(
    `insert into app.audit_batch (batch, after_number, to_number, look_ups, root, marks, previous, head, sealed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      batch.batch,
      batch.after,
      batch.to,
      batch.lookUps,
      batch.root,
      marksOf(leaves),
      batch.previous,
      headOf(batch),
      batch.sealedAt,
    ],
  );
  return true;
}
