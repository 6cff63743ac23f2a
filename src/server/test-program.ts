// The server as a program of its own, for tests that kill it.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

export interface Program {
  pid: number;
  address: string;
  /** All it said so far. */
  said(): string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface Ended {
  code: number | null;
  said: string;
}

const MAIN = path.resolve(import.meta.dirname, 'main.ts');
const READY_LIMIT_MS = 30_000;

/** `env` becomes the program, so its process id is the server's own. */
function launch(dataDir: string, settings: Record<string, string>): { child: ChildProcess; said(): string } {
  const all = { DATA_DIR: dataDir, MODE: 'demo', PORT: '0', RATE_LIMIT: '1000000', ...settings };
  const pairs = Object.entries(all).map(([name, value]) => `${name}=${value}`);
  const child = spawn('env', ['-u', 'DATABASE_URL', ...pairs, process.execPath, MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  return { child, said: () => text };
}

const ending = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('close', resolve);
  });

/** Started and ready to answer. */
export async function startProgram(dataDir: string, settings: Record<string, string> = {}): Promise<Program> {
  const { child, said } = launch(dataDir, settings);
  const limit = Date.now() + READY_LIMIT_MS;
  let address: string | undefined;
  while (address === undefined) {
    address = /ready: http:\/\/localhost:(\d+)/.exec(said())?.[1];
    if (child.exitCode !== null || Date.now() > limit)
      throw new Error(`The server did not start:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    pid: child.pid ?? 0,
    address: `http://127.0.0.1:${address}`,
    said,
    kill: async (signal) => {
      const ended = ending(child);
      child.kill(signal);
      await ended;
    },
  };
}

/** Started where it must refuse: run to its end. */
export async function runProgram(dataDir: string, settings: Record<string, string> = {}): Promise<Ended> {
  const { child, said } = launch(dataDir, settings);
  const late = setTimeout(() => child.kill('SIGKILL'), READY_LIMIT_MS);
  const code = await ending(child);
  clearTimeout(late);
  return { code, said: said() };
}

const postmasterFile = (dataDir: string): string[] =>
  readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');

export const postmasterOf = (dataDir: string): number => Number(postmasterFile(dataDir)[0]);

/** Asks the embedded database past the server, as its owner. */
export async function askDatabase<Row extends object>(dataDir: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({
    host: postmasterFile(dataDir)[4] ?? '',
    port: 5432,
    user: 'postgres',
    database: 'medvandrer',
  });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Row[];
  } finally {
    await client.end();
  }
}
