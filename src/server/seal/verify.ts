import type pg from 'pg';
import { type Batch, BEGINNING, headOf, markAt } from './entry.ts';
import { type Hashed, type KnownScopes, readHashed } from './read-log.ts';
import { rootOf } from './tree.ts';

/** Something in the log that is not as it was sealed. */
export interface Fault {
  kind:
    | 'batch-missing'
    | 'batch-changed'
    | 'chain-broken'
    | 'look-up-changed'
    | 'look-up-missing'
    | 'look-up-added'
    | 'look-up-outside'
    | 'scope-without-look-up'
    | 'scope-day-wrong'
    | 'checkpoint-ahead'
    | 'checkpoint-differs'
    | 'checkpoint-signature';
  batch?: number;
  /** The look-up's number; of one that is missing, the number before it. */
  number?: string;
  /** The id of a scope. */
  scope?: string;
}

export interface Verdict {
  batches: number;
  /** Sealed look-ups. */
  lookUps: number;
  /** Look-ups not sealed yet, and when the oldest of them was (RFC 3339). */
  unsealed: number;
  unsealedSince?: string;
  /** The last batch's head, as hex. */
  head: string;
  /** In the order of the log; the first is where it begins to be wrong. */
  faults: Fault[];
}

export interface SealedBatch extends Batch {
  head: Buffer;
  marks: Buffer;
}

const MOST_FAULTS = 100;
const LOOK_UPS_AT_ONCE = 20_000;
const BATCHES_AT_ONCE = 1_000;

/** Reads the whole log and the chain over it, and says where they disagree. Changes nothing. */
export async function verifyLog(client: pg.Client): Promise<Verdict> {
  const faults: Fault[] = [];
  const known: KnownScopes = new Map();
  let before: Pick<SealedBatch, 'batch' | 'to' | 'head'> = { batch: 0, to: '0', head: BEGINNING };
  let lookUps = 0;
  let page = await batchesAfter(client, 0);
  while (page.length > 0 && faults.length < MOST_FAULTS) {
    for (const batch of page) {
      faults.push(...faultsOfChain(batch, before));
      before = batch;
      lookUps += batch.lookUps;
    }
    for (const some of inPortions(page)) faults.push(...(await faultsOfLookUps(client, some, known)));
    page = await batchesAfter(client, before.batch);
  }
  faults.push(...(await faultsOfScopes(client)));
  return {
    batches: before.batch,
    lookUps,
    ...(await unsealedAfter(client, before.to)),
    head: before.head.toString('hex'),
    faults: faults.slice(0, MOST_FAULTS),
  };
}

export async function batchAt(client: pg.Client, batch: number): Promise<SealedBatch | undefined> {
  return (await batchesAfter(client, batch - 1, 1)).find((found) => found.batch === batch);
}

/** The newest batch; undefined when nothing is sealed. */
export async function lastBatch(client: pg.Client): Promise<SealedBatch | undefined> {
  const { rows } = await client.query<{ batch: string | null }>(
    'select max(batch)::text as batch from app.audit_batch',
  );
  const last = rows[0]?.batch;
  return last === null || last === undefined ? undefined : batchAt(client, Number(last));
}

async function batchesAfter(
  client: pg.Client,
  after: number,
  atMost = BATCHES_AT_ONCE,
): Promise<SealedBatch[]> {
  const { rows } = await client.query<Omit<SealedBatch, 'batch'> & { batch: string }>(
    `select batch::text, after_number::text as after, to_number::text as to, look_ups as "lookUps", root, marks, previous, head,
       to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sealedAt"
       from app.audit_batch b where b.batch > $1 order by b.batch limit $2`,
    [after, atMost],
  );
  return rows.map((row) => ({ ...row, batch: Number(row.batch) }));
}

function faultsOfChain(batch: SealedBatch, before: Pick<SealedBatch, 'batch' | 'to' | 'head'>): Fault[] {
  if (batch.batch !== before.batch + 1) return [{ kind: 'batch-missing', batch: before.batch + 1 }];
  if (!headOf(batch).equals(batch.head)) return [{ kind: 'batch-changed', batch: batch.batch }];
  const follows = batch.previous.equals(before.head) && batch.after === before.to;
  return follows ? [] : [{ kind: 'chain-broken', batch: batch.batch }];
}

/** Batches that are read together: one question to the database for some twenty thousand look-ups. */
function* inPortions(batches: readonly SealedBatch[]): Generator<SealedBatch[]> {
  let portion: SealedBatch[] = [];
  let size = 0;
  for (const batch of batches) {
    if (portion.length > 0 && size + batch.lookUps > LOOK_UPS_AT_ONCE) {
      yield portion;
      [portion, size] = [[], 0];
    }
    portion.push(batch);
    size += batch.lookUps;
  }
  if (portion.length > 0) yield portion;
}

async function faultsOfLookUps(
  client: pg.Client,
  batches: readonly SealedBatch[],
  known: KnownScopes,
): Promise<Fault[]> {
  const [first, last] = [batches[0], batches.at(-1)];
  if (first === undefined || last === undefined) return [];
  // Half as many again: also when many have been put in, the first of them is seen.
  const room = Math.ceil(batches.reduce((sum, { lookUps }) => sum + lookUps, 0) * 1.5) + 100;
  const found = await readHashed(client, first.after, last.to, room, known);
  let at = 0;
  return batches.flatMap((batch) => {
    const from = at;
    while (at < found.length && BigInt(found[at]?.number ?? 0) <= BigInt(batch.to)) at += 1;
    return faultOfBatch(batch, found.slice(from, at));
  });
}

/** The first look-up of a batch that is not as it was sealed. */
function faultOfBatch({ batch, root, marks, lookUps }: SealedBatch, found: readonly Hashed[]): Fault[] {
  if (found.length === lookUps && rootOf(found.map(({ hash }) => hash)).equals(root)) return [];
  const here = found.map(({ hash }) => markAt(hash, 0).toString('hex'));
  const sealed = Array.from({ length: lookUps }, (_, place) => markAt(marks, place).toString('hex'));
  let place = 0;
  while (place < sealed.length && sealed[place] === here[place]) place += 1;
  const number = found[place]?.number;
  // What stands here was sealed further on: something before it is gone.
  if (number === undefined || sealed.includes(here[place] ?? '', place + 1))
    return place < lookUps
      ? [{ kind: 'look-up-missing', batch, number: found[place - 1]?.number ?? '0' }]
      : [{ kind: 'batch-changed', batch }];
  // What was sealed here stands further on, or has had its turn: something is new.
  if (place === lookUps || here.includes(sealed[place] ?? '', place + 1))
    return [{ kind: 'look-up-added', batch, number }];
  return [{ kind: 'look-up-changed', batch, number }];
}

/**
 * What stands beside the look-ups: a scope nobody looked with would crowd others out of a participant's own log, and so
 * would a last day that is not the day of its last look-up. A day is allowed for the clock's own time zone.
 */
async function faultsOfScopes(client: pg.Client): Promise<Fault[]> {
  const { rows } = await client.query<{ scope: string; used: boolean }>(
    `select s.id::text as scope, a.latest is not null as used from app.audit_scope s
       left join (select scope_id, max(at) as latest from app.audit group by scope_id) a on a.scope_id = s.id
       where a.latest is null or abs(s.last_day - (a.latest at time zone 'UTC')::date) > 1 order by s.id limit ${MOST_FAULTS}`,
  );
  const outside = await client.query<{ number: string }>(
    'select a.number::text from app.audit a where a.number < 1 order by a.number limit 1',
  );
  return [
    ...outside.rows.map(({ number }): Fault => ({ kind: 'look-up-outside', number })),
    ...rows.map(
      ({ scope, used }): Fault => ({ kind: used ? 'scope-day-wrong' : 'scope-without-look-up', scope }),
    ),
  ];
}

async function unsealedAfter(
  client: pg.Client,
  number: string,
): Promise<Pick<Verdict, 'unsealed' | 'unsealedSince'>> {
  const { rows } = await client.query<{ unsealed: number; since: Date | null }>(
    'select count(*)::int as unsealed, min(at) as since from app.audit where number > $1',
    [number],
  );
  const { unsealed = 0, since = null } = rows[0] ?? {};
  return { unsealed, ...(since === null ? {} : { unsealedSince: since.toISOString() }) };
}
