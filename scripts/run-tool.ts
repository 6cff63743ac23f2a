import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

const running = new Set<ChildProcess>();
// a tool that outlived us would go on writing and listening
const tether = existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'TERM'] : [];

/** Starts a tool on this same Node, bound to this process's life. */
export function startTool(args: string[], stdio: 'inherit' | 'pipe', cwd = root, env = {}): ChildProcess {
  const [command = '', ...rest] = [...tether, process.execPath, ...args];
  const child = spawn(command, rest, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', stdio, stdio],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Runs a tool of node_modules and gathers what it says. */
export async function runTool(
  script: string,
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  const env = { NO_COLOR: '1', ...options.env };
  const child = startTool([path.resolve(root, script), ...args], 'pipe', options.cwd, env);
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    stdout += part;
  });
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ status: code ?? 1, stdout, stderr: signal ? `${stderr}\nstopped by ${signal}` : stderr });
    });
  });
}

/** Ends every tool that still runs; whoever calls it exits afterwards. */
export function stopTools(): void {
  for (const child of running) child.kill('SIGTERM');
}
