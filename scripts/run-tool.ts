import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

const running = new Set<ReturnType<typeof spawn>>();
// a tool that outlived us would go on writing and listening
const tether = existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'TERM'] : [];

/** Runs a tool of node_modules on this same Node and gathers what it says. */
export async function runTool(
  script: string,
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  const [command = '', ...rest] = [...tether, process.execPath, path.resolve(root, script), ...args];
  const child = spawn(command, rest, {
    cwd: options.cwd ?? root,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    stdout += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ status: code ?? 1, stdout, stderr: signal ? `${stderr}\nstopped by ${signal}` : stderr });
    });
  });
}

/** Ends every tool that still runs; whoever calls it exits afterwards. */
export function stopTools(): void {
  for (const child of running) child.kill('SIGTERM');
}
