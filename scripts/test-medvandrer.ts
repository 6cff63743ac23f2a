import { spawn } from 'node:child_process';
import path from 'node:path';
import type pg from 'pg';

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `npm run medvandrer -- …` without npm. */
export function medvandrer(settings: Record<string, string>, ...words: string[]): Promise<Ran> {
  const pairs = Object.entries({ MODE: 'demo', ...settings }).map(([name, value]) => `${name}=${value}`);
  const program = path.resolve(import.meta.dirname, 'medvandrer.ts');
  const child = spawn('env', ['-u', 'DATABASE_URL', ...pairs, process.execPath, program, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    err += part;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

/** The database as DATABASE_URL. */
export function addressOf({ host = '', port, user, password, database }: pg.ClientConfig): string {
  const name =
    encodeURIComponent(user ?? '') + (typeof password === 'string' ? `:${encodeURIComponent(password)}` : '');
  const [at, query] = host.startsWith('/') ? ['localhost', `?host=${encodeURIComponent(host)}`] : [host, ''];
  return `postgres://${name}@${at}:${port}/${database}${query}`;
}
