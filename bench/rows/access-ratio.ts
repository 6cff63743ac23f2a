// What row-level security and the log cost: the statements of a screen as the application sends them, and the same
// ones past every policy with nothing logged, in turn on two connections of one process.
import pg from 'pg';
import { openDatabase, sessionOptions, type Tx } from '#server/db/database.ts';
import type { Door } from '#server/db/door.ts';
import { raw, sql } from '#server/db/query.ts';
import { openWire, type Wire } from '#server/db/wire.ts';
import { beside, myDay } from '#server/homes/my-day.ts';
import { personPage } from '#server/homes/person-page.ts';
import type { Actor } from '../actors.ts';
import { interleavedRatio, median, round } from '../figures.ts';
import { type Row, row } from '../row.ts';
import type { Scratch } from '../scratch.ts';

interface Screen {
  door(actor: Actor): Door;
  open(actor: Actor): ReturnType<typeof raw<unknown>>;
  statements(tx: Tx): Promise<unknown>;
}

const screens = {
  'my-day': {
    door: () => ({ list: 'my-day', as: beside }),
    open: () => raw(sql`select * from app.open_list(${'my-day'}, ${beside}::text[])`),
    statements: (tx) => myDay(tx),
  },
  person: {
    door: (actor) => ({ look: 'person-page', ids: actor.participantIds.slice(0, 1) }),
    open: (actor) =>
      raw(sql`select * from app.open(${'person-page'}, ${actor.participantIds.slice(0, 1)}::uuid[])`),
    statements: (tx) => {
      const [opening] = tx.openings;
      if (opening === undefined) throw new Error('the bench opened nobody');
      return personPage(tx, opening);
    },
  },
} as const satisfies Record<string, Screen>;

/** Milliseconds of one screen for one actor. */
interface Times {
  with: number[];
  without: number[];
  door: number[];
  policies: number[];
  bare: number[];
  commit: number[];
}

export async function accessRows(
  which: 'access' | 'policies',
  scratch: Scratch,
  actors: readonly Actor[],
  rounds: number,
  say: (line: string) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const name of ['my-day', 'person'] as const) {
    const times = await measure(scratch, screens[name], actors, rounds);
    const compared =
      which === 'access' ? times : times.map((one) => ({ with: one.policies, without: one.bare }));
    rows.push(row(`${which}-ratio-${name}`, round(interleavedRatio(compared))));
    const middle = (part: keyof Times) => round(median(times.map((one) => median(one[part]))));
    say(
      `${name}: ${middle('with')} ms (way in ${middle('door')}, statements ${middle('policies')}, commit ${middle('commit')}) against ${middle('without')} ms without.`,
    );
  }
  return rows;
}

async function measure(
  scratch: Scratch,
  screen: Screen,
  actors: readonly Actor[],
  rounds: number,
): Promise<Times[]> {
  const database = openDatabase(scratch.login);
  const [login, owner] = await Promise.all([connect(scratch.login), connect(scratch.owner)]);
  await owner.query(withoutWalls);
  try {
    const all: Times[] = [];
    // Every statement is prepared, and has chosen its plan, before anything is counted.
    for (const counted of [false, true]) {
      for (const actor of actors) {
        const times: Times = { with: [], without: [], door: [], policies: [], bare: [], commit: [] };
        const seen = await database.asActor(actor.secret, screen.door(actor), async (tx) => tx);
        for (let turn = 0; turn < (counted ? rounds : Math.ceil(12 / actors.length)); turn += 1) {
          await withAccess(login, screen, actor, seen, times);
          await withoutAccess(owner, screen, actor, seen, times);
        }
        if (counted) all.push(times);
      }
    }
    return all;
  } finally {
    await Promise.all([login.end(), owner.end(), database.close()]);
  }
}

/** The two views that have a wall of their own, without it, found before the real ones. */
const withoutWalls = `
  create schema if not exists bare;
  create or replace view bare.timeline as select * from app.all_that_happened;
  create or replace view bare.contact_details as select municipality_id, participant_id, birth_day, gender, phone from app.profile where not withdrawn and not superseded;
  set search_path = bare, app`;

// As the server's own pool reads them.
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === 1184) return (text: string) => new Date(text).toISOString();
    return oid === 1082 ? (text: string) => text : pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

async function connect(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...config, types, options: sessionOptions });
  await client.connect();
  return client;
}

/** The server's clock, in milliseconds: what is between two of these is the database's time and nobody else's. */
const clock = (wire: Wire): Promise<number> =>
  wire
    .send(raw(sql<{ at: number }>`select (extract(epoch from clock_timestamp()) * 1000)::float8 as at`))
    .then(([told]) => told?.at ?? Number.NaN);

async function withAccess(
  client: pg.Client,
  screen: Screen,
  actor: Actor,
  seen: Tx,
  times: Times,
): Promise<void> {
  const wire = openWire(client as unknown as pg.PoolClient);
  void wire.command('begin');
  const start = clock(wire);
  void wire.send(raw(sql`select set_config('role', ${'app_user'}, true)`));
  void wire.send(raw(sql`select * from app.begin(${actor.secret})`));
  void wire.send(screen.open(actor));
  const door = (await clock(wire)) - (await start);
  const policies = await statementsOf(wire, screen, seen);
  const commit = await commitOf(wire);
  times.door.push(door);
  times.policies.push(policies);
  times.commit.push(commit);
  times.with.push(door + policies + commit);
}

/** The same statements past the policies, for the people whom the actor was shown. */
async function withoutAccess(
  client: pg.Client,
  screen: Screen,
  actor: Actor,
  seen: Tx,
  times: Times,
): Promise<void> {
  const wire = openWire(client as unknown as pg.PoolClient);
  void wire.command('begin');
  // Some statements ask for the actor's own workplaces, with or without policies. Not counted.
  await wire.send(raw(sql`select from app.begin(${actor.secret})`));
  const bare = await statementsOf(wire, screen, seen);
  times.bare.push(bare);
  times.without.push(bare + (await commitOf(wire)));
}

async function statementsOf(wire: Wire, screen: Screen, seen: Tx): Promise<number> {
  const asked = clock(wire);
  const all = screen.statements({ ...seen, rows: (query) => wire.send(query) });
  const answered = clock(wire);
  await all;
  return (await answered) - (await asked);
}

async function commitOf(wire: Wire): Promise<number> {
  const before = performance.now();
  if ((await wire.command('commit')) !== 'COMMIT')
    throw new Error('the transaction of the bench was rolled back');
  return performance.now() - before;
}
