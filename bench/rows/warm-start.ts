import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { median, round } from '../figures.ts';
import { type Row, row } from '../row.ts';

const LIMIT_MS = 120_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** From `npm start` until it answers healthy, on a directory that has been started before. */
export async function warmStartRows(times: number): Promise<Row[]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'medvandrer-bench-start-'));
  try {
    const port = await freePort();
    const seconds: number[] = [];
    // The first start fills the demonstration and is not counted.
    for (let turn = 0; turn <= times; turn += 1) seconds.push(await startOnce(dataDir, port));
    return [row('warm-start', round(median(seconds.slice(1))))];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function startOnce(dataDir: string, port: number): Promise<number> {
  const begun = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, MODE: 'demo' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (!(await healthy(port))) {
      if (child.exitCode !== null || performance.now() - begun > LIMIT_MS)
        throw new Error('npm start did not become healthy');
      await pause(10);
    }
    return (performance.now() - begun) / 1_000;
  } finally {
    child.kill('SIGTERM');
    await ended;
    // npm may end before the server has closed its database.
    while (await healthy(port)) await pause(50);
    await pause(500);
  }
}

const healthy = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    (response) => response.ok,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
