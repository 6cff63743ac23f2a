import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

export interface ProcessFacts {
  pid: number;
  parent: number;
  /** Ticks since boot; with the pid it names one process for good, since pids are used again. */
  startedAt: string;
  name: string;
}

/** Null when the process is gone, or is a zombie that only waits to be counted. */
export function processFacts(pid: number): ProcessFacts | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // the name stands in parentheses and may itself hold spaces and parentheses
  const nameEnd = stat.lastIndexOf(')');
  const fields = stat.slice(nameEnd + 2).split(' ');
  const [state, parent, startedAt] = [fields[0], fields[1], fields[19]];
  if (parent === undefined || startedAt === undefined || state === 'Z' || state === 'X') return null;
  return { pid, parent: Number(parent), startedAt, name: stat.slice(stat.indexOf('(') + 1, nameEnd) };
}

export function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Every living PostgreSQL process that works in this directory, backends included. */
export function postgresIn(directory: string): ProcessFacts[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((entry) => processFacts(Number(entry)))
    .filter((facts) => facts !== null)
    .filter((facts) => facts.name.startsWith('postgres') && worksIn(facts.pid, directory));
}

function worksIn(pid: number, directory: string): boolean {
  try {
    return path.resolve(readlinkSync(`/proc/${pid}/cwd`)) === directory;
  } catch {
    return false;
  }
}
