import { availableParallelism } from 'node:os';
import pg from 'pg';
import { Refused } from '../refused.ts';
import { refusalOf } from './database-refusal.ts';
import { type Door, isNamed } from './door.ts';
import { type CompiledQuery, raw, sql } from './query.ts';
import { openWire, type Wire } from './wire.ts';

/** Who is asking, as the database derived it from the session's secret. */
export interface Me {
  loginUserId: string;
  name: string;
  municipalityId: string;
  participantId: string | null;
  /** Logs in as somebody who is close to a participant. */
  related: boolean;
  /** The places where this person works and has a valid role now. */
  workers: MyWorker[];
}

export interface MyWorker {
  municipalityId: string;
  id: string;
  organisation: string;
  organisationKind: string;
  roles: string[];
}

/** One participant opened by this transaction's log row, and as bits what may be read and added to. */
export interface Opening {
  municipalityId: string;
  participantId: string;
  roles: string[];
  /** As which of my workers I have the relation. */
  workers: string[];
  reads: number;
  writes: number;
}

export interface Tx {
  me: Me;
  /** The database's clock at the start of the transaction, RFC 3339. */
  now: string;
  openings: Opening[];
  rows<R>(query: CompiledQuery<R>): Promise<R[]>;
  /** Opens more, later in the same transaction; a row of its own in the log. */
  open(door: Door): Promise<Opening[]>;
  /** Runs as the engine: reads all facts of those being changed, writes clocks, completions and outbox. */
  asEngine<T>(work: () => Promise<T>): Promise<T>;
}

export interface Database {
  /** The only door to people's data: one transaction, one actor, one log row. */
  asActor<T>(secret: string, door: Door, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Before anyone is known: starting a session. Reads nothing about participants. */
  asNobody<T>(work: (rows: Tx['rows']) => Promise<T>): Promise<T>;
  ping(): Promise<void>;
  /** Round trips of the transactions so far; the same counter in tests and bench. */
  roundTrips(): { transactions: number; total: number; most: number };
  close(): Promise<void>;
}

// Instants and days stay text, as the contract has them; a Date would lose the difference.
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === 1184) return (text: string) => new Date(text).toISOString();
    if (oid === 1082) return (text: string) => text;
    if (oid === 20) return Number;
    return pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

/**
 * Statements are planned once a connection and for anybody: row-level security makes planning dearer than running.
 * And a page far away costs no more than the next one, on the disks of today.
 */
export const sessionOptions =
  '-c search_path=app -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s -c plan_cache_mode=force_generic_plan -c jit=off -c random_page_cost=1.1';

export function openDatabase(login: pg.ClientConfig): Database {
  const pool = new pg.Pool({
    ...login,
    types,
    // Few, and kept: a connection plans a statement when it first sends it, so one that is new or seldom used is slow.
    max: Math.max(4, 2 * availableParallelism()),
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 5_000,
    options: sessionOptions,
  });
  // A connection lost while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  const counted = { transactions: 0, total: 0, most: 0 };

  async function inTransaction<T>(work: (wire: Wire) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch((error: unknown) => Promise.reject(refusalOf(error)));
    const lost = () => undefined;
    client.on('error', lost);
    const wire = openWire(client);
    let broken = false;
    try {
      const result = await work(wire);
      // A commit after a failed statement answers ROLLBACK and no error.
      if ((await wire.command('commit')) !== 'COMMIT') throw new Error('the transaction was rolled back');
      return result;
    } catch (error) {
      await wire.command('rollback').catch(() => {
        broken = true;
      });
      throw refusalOf(error);
    } finally {
      counted.transactions += 1;
      counted.total += wire.roundTrips();
      counted.most = Math.max(counted.most, wire.roundTrips());
      client.off('error', lost);
      client.release(broken);
    }
  }

  return {
    asActor: async (secret, door, work) => {
      const outcome = await inTransaction(async (wire) => {
        wire.command('begin');
        become(wire, 'app_user');
        const begun = wire.send(raw(sql<BegunRow>`select * from app.begin(${secret})`));
        const opened = open(wire, door);
        const [rows, openings] = await Promise.all([begun, opened]);
        return lookedAt(door, openings, () => work(transaction(wire, rows, openings, isNamed(door))));
      });
      if ('refused' in outcome) throw outcome.refused;
      return outcome.answer;
    },
    asNobody: (work) =>
      inTransaction(async (wire) => {
        wire.command('begin');
        become(wire, 'app_user');
        return work((query) => wire.send(query));
      }),
    ping: () => inTransaction(async (wire) => void (await wire.command('begin'))),
    roundTrips: () => ({ ...counted }),
    close: () => pool.end(),
  };
}

/** A look that is refused has been looked all the same: it is committed for its row in the log, and the answer is no. */
async function lookedAt<T>(
  door: Door,
  openings: Opening[],
  work: () => Promise<T>,
): Promise<{ answer: T } | { refused: Refused }> {
  if (door === 'nobody') return { answer: await work() };
  // Unseen equals missing.
  if (isNamed(door) && openings.length === 0) return { refused: new Refused('not-found') };
  try {
    return { answer: await work() };
  } catch (error) {
    const adds = typeof door === 'object' && ('change' in door || 'meet' in door);
    // A refusal that names people has shown them.
    if (error instanceof Refused && (!adds || error.known !== undefined)) return { refused: error };
    throw error;
  }
}

interface BegunRow {
  login_user_id: string;
  name: string;
  municipality_id: string;
  participant_id: string | null;
  related: boolean;
  workers: MyWorker[];
  now: string;
}

interface OpeningRow {
  municipality_id: string;
  participant_id: string;
  roles: string[] | null;
  workers: string[] | null;
  reads: number | null;
  writes: number | null;
}

const become = (wire: Wire, role: 'app_user' | 'app_engine') =>
  wire.send(raw(sql`select set_config('role', ${role}, true)`));

async function open(wire: Wire, door: Door): Promise<Opening[]> {
  if (typeof door === 'string') return [];
  const rows = await wire.send(statementOf(door));
  return rows.map((row) => ({
    municipalityId: row.municipality_id,
    participantId: row.participant_id,
    roles: row.roles ?? [],
    workers: row.workers ?? [],
    reads: row.reads ?? 0,
    writes: row.writes ?? 0,
  }));
}

/** Whom a door names; with facts named, the one of a person's rows that they stand on. */
const idsOf = ({ ids, named = [] }: { ids: string[]; named?: readonly string[] }) =>
  ids.length === 1 && named.length > 0
    ? sql`array[app.row_of(${ids[0]}, ${named}::uuid[])]`
    : sql`${ids}::uuid[]`;

function statementOf(door: Exclude<Door, string>): CompiledQuery<OpeningRow> {
  if ('look' in door) return raw(sql<OpeningRow>`select * from app.open(${door.look}, ${idsOf(door)})`);
  if ('change' in door)
    return raw(sql<OpeningRow>`select * from app.open_change(${door.change}, ${idsOf(door)})`);
  if ('person' in door)
    return raw(sql<OpeningRow>`select * from app.open_person(${door.person}, ${door.id})`);
  if ('group' in door) {
    return raw(
      sql<OpeningRow>`select * from app.open_group(${door.group}, ${door.municipalityId}, ${door.session})`,
    );
  }
  if ('meet' in door) {
    const { phone, givenName, familyName, birthDay, marks } = door.who;
    const byNumber =
      marks === undefined
        ? sql``
        : sql`union select * from app.find_numbered(${door.meet}, ${marks}::bytea[])`;
    return raw(sql<OpeningRow>`
      select * from app.find_known(${door.meet}, ${phone ?? null}, ${givenName}, ${familyName ?? null}, ${birthDay ?? null}) ${byNumber}`);
  }
  if ('findNumber' in door)
    return raw(sql<OpeningRow>`select * from app.find_numbered(${door.findNumber}, ${door.marks}::bytea[])`);
  if ('preview' in door) {
    const { organisation, worker, related } = door.to;
    return raw(sql<OpeningRow>`
      select * from app.open_preview(${door.preview}, ${door.mine}, ${organisation ?? null}, ${worker ?? null}, ${related ?? null}, ${door.topics}::text[])`);
  }
  if ('list' in door)
    return raw(sql<OpeningRow>`select * from app.open_list(${door.list}, ${door.as ?? null}::text[])`);
  return raw(
    sql<OpeningRow>`select *, null::text[] as roles, null::uuid[] as workers, null::int as reads, null::int as writes from app.find_people(${door.find}, ${door.query})`,
  );
}

/** Opened to the one it is about. */
export const isOwn = ({ roles }: Opening): boolean => roles.some((role) => role.startsWith('participant'));

/** @param named the door named somebody: one who is at home on several rows is here the one of them that was opened */
function transaction(wire: Wire, [begun]: BegunRow[], openings: Opening[], named: boolean): Tx {
  if (begun === undefined) throw new Error('app.begin answered nobody');
  const own = named ? openings.find(isOwn) : undefined;
  return {
    me: {
      loginUserId: begun.login_user_id,
      name: begun.name,
      municipalityId: begun.municipality_id,
      participantId: own?.participantId ?? begun.participant_id,
      related: begun.related,
      workers: begun.workers,
    },
    now: begun.now,
    openings,
    rows: (query) => wire.send(query),
    open: (door) => open(wire, door),
    asEngine: async (work) => {
      become(wire, 'app_engine');
      const result = await work();
      become(wire, 'app_user');
      return result;
    },
  };
}
