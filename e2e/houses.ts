// Starts the process with the houses, and speaks with it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Where the houses are, for the workers of the run: they inherit it. */
const PLACE = 'E2E_HOUSES';

/** Answers with what stops it. */
export async function startHouses(): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, 'houses-process.ts')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  // Whichever comes first, the other is listened for no longer.
  const heard = new AbortController();
  const { signal } = heard;
  const ended = once(child, 'exit', { signal }).then(() =>
    Promise.reject(new Error('the houses did not start')),
  );
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
    process.env[PLACE] = (message as { address: string }).address;
    return async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    };
  } finally {
    ended.catch(() => undefined);
    heard.abort();
  }
}

/** A house of one’s own, as the demonstration is on its Thursday morning. */
export async function openHouse(wanted: { issuer?: boolean } = {}): Promise<string> {
  const { address } = (await asked('houses', wanted)) as { address: string };
  return address;
}

export const setClock = (address: string, clock: string): Promise<unknown> =>
  asked('clocks', { address, clock });

/** A round of housekeeping, which seals what was logged and goes through it. */
export const keepHouse = (address: string): Promise<unknown> => asked('rounds', { address });

async function asked(what: string, body: object): Promise<unknown> {
  const response = await fetch(`${process.env[PLACE]}/${what}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return await response.json();
}
