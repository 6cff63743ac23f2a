import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildWeb } from '../scripts/build.ts';
import { compileText } from '../scripts/text.ts';
import { type Actor, logIn, type People } from './actors.ts';
import { type Name, names, type Row } from './row.ts';
import { accessRows } from './rows/access-ratio.ts';
import { auditRows } from './rows/audit.ts';
import { codeRows } from './rows/codes.ts';
import { consentRows } from './rows/consent.ts';
import { everyRouteRows } from './rows/every-route.ts';
import { firstViewRows } from './rows/first-view.ts';
import { loadRows } from './rows/load.ts';
import { roundTripRows } from './rows/round-trips.ts';
import { storageRows } from './rows/storage.ts';
import { warmStartRows } from './rows/warm-start.ts';
import { openScratch, type Scratch, sizes } from './scratch.ts';
import { type Server, startServer } from './server.ts';

export interface Wanted {
  quick: boolean;
  /** Left out: every row. */
  only?: Name;
  say(line: string): void;
}

interface House {
  scratch: Scratch;
  people: People;
  server: Server;
  wanted: Wanted;
}

/** What is measured together, in order: the quiet things first, then the load, then what it left behind. */
const inHouse: {
  gives: (name: Name) => boolean;
  /** Another population than the usual. */
  size?: 'tenants';
  measure: (house: House) => Promise<Row[]>;
}[] = [
  { gives: (name) => /^(database|facts)-/.test(name), measure: ({ scratch }) => storageRows(scratch) },
  {
    gives: (name) => name.startsWith('round-trips-'),
    measure: ({ server, people }) => roundTripRows(server, people),
  },
  {
    gives: (name) => name.startsWith('first-view'),
    measure: ({ server, people }) => firstViewRows(server, firstOf(people.participants)),
  },
  {
    gives: (name) => name.startsWith('access-'),
    measure: ({ scratch, people, wanted }) =>
      accessRows('access', scratch, spread(people.workers, 10), wanted.quick ? 15 : 60, wanted.say),
  },
  {
    gives: (name) => name.startsWith('policies-'),
    size: 'tenants',
    measure: ({ scratch, people, wanted }) =>
      accessRows('policies', scratch, spread(people.workers, 10), wanted.quick ? 15 : 60, wanted.say),
  },
  {
    gives: (name) => name.startsWith('consent-'),
    size: 'tenants',
    measure: ({ scratch, server, people, wanted }) =>
      consentRows(scratch, server, people, wanted.quick ? 20 : 60),
  },
  {
    gives: (name) => name.startsWith('code-'),
    measure: ({ scratch, server, people }) => codeRows(scratch, server, people),
  },
  {
    gives: (name) => name === 'server-memory' || (/-p(50|99)$/.test(name) && !name.startsWith('consent-')),
    measure: ({ server, people, wanted }) =>
      loadRows(server, people, wanted.quick ? { warmUp: 3, run: 10 } : { warmUp: 15, run: 60 }),
  },
  {
    gives: (name) => name.startsWith('audit-'),
    measure: ({ scratch, people }) => auditRows(scratch, spread(people.workers, 40)),
  },
];

export async function run(wanted: Wanted): Promise<Row[]> {
  const asked = names.filter((name) => wanted.only === undefined || wanted.only === name);
  const rows: Row[] = [];
  // Nothing else of ours works while a start is timed.
  await compileText();
  await buildWeb();
  if (asked.includes('warm-start')) rows.push(...(await warmStartRows(wanted.quick ? 3 : 5)));
  // Minutes, so only when all is asked for, or this.
  if (asked.includes('routes-that-leak') && !wanted.quick) rows.push(...(await everyRouteRows(wanted.say)));
  const parts = inHouse.filter((part) => asked.some(part.gives));
  for (const size of [undefined, 'tenants'] as const) {
    const ofSize = parts.filter((part) => part.size === size);
    if (ofSize.length > 0) rows.push(...(await withHouse(wanted, ofSize, size)));
  }
  return names.flatMap((name) => rows.filter((one) => one.name === name && asked.includes(name)));
}

async function withHouse(
  wanted: Wanted,
  parts: typeof inHouse,
  size: 'tenants' | 'full' = 'full',
): Promise<Row[]> {
  const scratch = await openScratch(wanted.quick ? sizes.quick : sizes[size], wanted.say);
  try {
    const people = await logIn(scratch.owner);
    const webDir = path.resolve(import.meta.dirname, '../.build/web');
    const start = {
      login: scratch.login,
      owner: scratch.owner,
      keys: scratch.keys,
      ...(existsSync(webDir) ? { webDir } : {}),
    };
    // The one that is measured has been started before, as those in use have: it reads what was compiled then.
    (await startServer(start)).stop();
    const server = await startServer(start);
    try {
      const rows: Row[] = [];
      for (const part of parts) rows.push(...(await part.measure({ scratch, people, server, wanted })));
      return rows;
    } finally {
      server.stop();
    }
  } finally {
    await scratch.drop();
  }
}

/** So many of them, evenly through the list. */
const spread = (actors: readonly Actor[], count: number): Actor[] => {
  const step = Math.max(1, Math.floor(actors.length / count));
  return actors.filter((_, n) => n % step === 0).slice(0, count);
};

function firstOf(actors: readonly Actor[]): Actor {
  const [first] = actors;
  if (first === undefined) throw new Error('the population has no participants');
  return first;
}
