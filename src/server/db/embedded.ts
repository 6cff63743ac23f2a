// PostgreSQL as npm brings it, for starting, demonstrating and testing: a unix socket in a private
// directory, no TCP, no password, and no server left behind when this process dies.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type Claim, EmbeddedRefusal, openDataDir, tryClaim } from './data-dir.ts';
import { findProgram, type Program } from './embedded-program.ts';
import { commandLine, postgresIn, processFacts } from './processes.ts';

export { claimDataDir, EmbeddedRefusal } from './data-dir.ts';

export interface EmbeddedPostgres {
  host: string;
  port: number;
  user: string;
  /** False when another living process of ours runs the server and this one only shares it. */
  owned: boolean;
  /** Settles when the server has ended, for whatever reason; never for a shared one. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** False only for data that may be lost: tests. */
  durable?: boolean;
  package?: string;
}

const PORT = 5432; // only names the socket file
const USER = 'postgres';
const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 15_000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function startEmbedded(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  const directory = openDataDir(dataDir);
  const cluster = path.join(directory, 'postgres');
  const program = findProgram(directory, cluster, options.package);
  const durable = options.durable !== false;
  const turn = await waitForTurn(directory);
  try {
    const shared = await shareOrSettle(cluster);
    if (shared) return shared;
    if (!existsSync(cluster)) initialise(program, cluster, durable);
    demandMajor(program, cluster);
    // nothing works in this directory any more, so what the file says is history
    rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
    return await launch(program, cluster, socketDirectory(program, cluster), durable);
  } finally {
    turn.release();
  }
}

/** Two processes that start at once must not both find the directory empty. */
async function waitForTurn(directory: string): Promise<Claim> {
  for (;;) {
    const claimed = tryClaim(path.join(directory, 'starting.lock'), { pid: process.pid, address: '' });
    if ('release' in claimed) return claimed;
    await pause(50);
  }
}

/** Shares a server that a living process runs; waits for one whose process is gone and which is on its way out. */
async function shareOrSettle(cluster: string): Promise<EmbeddedPostgres | null> {
  const limit = Date.now() + START_LIMIT_MS;
  for (let asked = false; ; await pause(25)) {
    const living = postgresIn(cluster);
    if (living.length === 0) return null;
    const pids = new Set(living.map((one) => one.pid));
    const postmaster = living.find((one) => !pids.has(one.parent));
    if (postmaster && isOwned(postmaster.pid)) {
      const host = socketNamedIn(cluster);
      if (host && (await answers(host))) return sharing(host);
    } else if (postmaster && !asked) {
      asked = true;
      process.kill(postmaster.pid, 'SIGINT');
    }
    if (Date.now() > limit) {
      throw new EmbeddedRefusal(
        `An earlier PostgreSQL (process ${[...pids].join(', ')}) still works in ${cluster} and does not end.`,
      );
    }
  }
}

function sharing(host: string): EmbeddedPostgres {
  return { ...connection(host), owned: false, ended: new Promise(() => {}), stop: async () => {} };
}

/** The command line carries the pid of the process that started it; an orphan has another parent by now. */
function isOwned(postmaster: number): boolean {
  const label = commandLine(postmaster).find((argument) => argument.startsWith('cluster_name='));
  return label === `cluster_name=medvandrer-${processFacts(postmaster)?.parent}`;
}

function socketNamedIn(cluster: string): string | null {
  try {
    return readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[4] || null;
  } catch {
    return null;
  }
}

function connection(host: string) {
  return { host, port: PORT, user: USER };
}

async function answers(host: string): Promise<boolean> {
  const client = new pg.Client({
    ...connection(host),
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function privateDirectory(program: Program, directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (process.getuid?.() === 0 && program.uid !== 0 && lstatSync(directory).uid === 0) {
    chownSync(directory, program.uid, program.gid);
  }
  const made = lstatSync(directory);
  if (!made.isDirectory() || made.uid !== program.uid) {
    throw new EmbeddedRefusal(
      `${directory} already exists and belongs to somebody else (uid ${made.uid}). Remove it.`,
    );
  }
  chmodSync(directory, 0o700);
}

/** Made beside and renamed, so that a start cut short leaves no half-made cluster. */
function initialise(program: Program, cluster: string, durable: boolean): void {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  privateDirectory(program, draft);
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=nb-NO'];
  const flags = ['-D', draft, '-U', USER, '-A', 'trust', '--data-checksums', ...locale];
  const command = [
    ...program.as,
    path.join(program.bin, 'initdb'),
    ...flags,
    ...(durable ? [] : ['--no-sync']),
  ];
  const ran = spawnSync(command[0] ?? '', command.slice(1), { encoding: 'utf8', cwd: '/' });
  if (ran.status !== 0) throw new Error(`initdb failed: ${ran.error?.message ?? ran.stderr}`);
  renameSync(draft, cluster);
}

function demandMajor(program: Program, cluster: string): void {
  const major = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (major === program.major) return;
  throw new EmbeddedRefusal(
    `${cluster} was made by PostgreSQL ${major}, and the packaged one is ${program.major}. ` +
      `Dump it with version ${major} and load it into a new data directory.`,
  );
}

/** A socket's path may hold 107 bytes at most, so it lies in the temporary directory and not with the data. */
function socketDirectory(program: Program, cluster: string): string {
  const hash = createHash('sha256').update(cluster).digest('hex').slice(0, 12);
  const name = `medvandrer-${program.uid}-${hash}`;
  const directory = path.join(tmpdir().length > 60 ? '/tmp' : tmpdir(), name);
  privateDirectory(program, directory);
  return directory;
}

function settings(cluster: string, host: string, durable: boolean): string[] {
  const risky = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const chosen = {
    listen_addresses: '',
    max_connections: '60',
    shared_buffers: '128MB',
    timezone: 'UTC',
    cluster_name: `medvandrer-${process.pid}`,
    ...(durable ? {} : risky),
  };
  const pairs = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', cluster, '-k', host, '-p', String(PORT), ...pairs];
}

async function launch(
  program: Program,
  cluster: string,
  host: string,
  durable: boolean,
): Promise<EmbeddedPostgres> {
  // the kernel sends SIGINT (a fast shutdown) when this process dies, kill -9 included
  const command = [...program.as, 'setpriv', '--pdeathsig', 'INT', path.join(program.bin, 'postgres')];
  const child = spawn(command[0] ?? '', [...command.slice(1), ...settings(cluster, host, durable)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: '/',
    detached: true, // a Ctrl-C reaches us first, and we end the database last
  });
  let log = '';
  child.stderr.on('data', (part: Buffer) => {
    log = (log + part.toString()).slice(-4_000);
  });
  let running = true;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      log += error.message;
      resolve();
    });
  }).then(() => {
    running = false;
  });
  const limit = Date.now() + START_LIMIT_MS;
  while (!(await answers(host))) {
    if (!running || Date.now() > limit) {
      child.kill('SIGQUIT');
      throw new Error(`The embedded PostgreSQL did not start:\n${log}`);
    }
    await Promise.race([ended, pause(25)]);
  }
  child.unref();
  (child.stderr as unknown as { unref(): void }).unref();
  return { ...connection(host), owned: true, ended, stop: () => stop(child, ended, host) };
}

async function stop(child: ChildProcess, ended: Promise<void>, host: string): Promise<void> {
  child.ref();
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGINT');
    const late = setTimeout(() => child.kill('SIGQUIT'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(late);
  }
  rmSync(host, { recursive: true, force: true });
}
