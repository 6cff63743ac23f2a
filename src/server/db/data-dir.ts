import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { processFacts } from './processes.ts';

/** Something the person at the keyboard has to change; the message is meant to be shown as it is. */
export class EmbeddedRefusal extends Error {
  override name = 'EmbeddedRefusal';
}

export interface Claim {
  release(): void;
}

export interface Holder {
  pid: number;
  startedAt: string;
  address: string;
}

const GUARD_STALE_MS = 5_000;
let drafts = 0;

/** Makes the data directory when it is missing, and refuses one that this user may not write in. */
export function openDataDir(dataDir: string): string {
  const directory = path.resolve(dataDir);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o711 });
    const probe = path.join(directory, `.probe-${process.pid}`);
    closeSync(openSync(probe, 'w'));
    rmSync(probe);
  } catch (error) {
    throw new EmbeddedRefusal(whyClosed(directory, error as NodeJS.ErrnoException));
  }
  return directory;
}

export function whyClosed(directory: string, error: { code?: string | undefined; message?: string }): string {
  if (error.code !== 'EACCES' && error.code !== 'EPERM') {
    return `The data directory ${directory} cannot be used: ${error.message}`;
  }
  const owner = statSync(directory, { throwIfNoEntry: false })?.uid;
  const whose = owner === undefined ? 'lies where this user may not write' : `belongs to ${userName(owner)}`;
  return (
    `The data directory ${directory} ${whose}, and this is ${userName(process.getuid?.() ?? -1)}. ` +
    'Start as the user who made it, or point DATA_DIR to a directory of your own.'
  );
}

function userName(uid: number): string {
  if (uid === 0) return 'root';
  try {
    const me = userInfo();
    return me.uid === uid ? `${me.username} (uid ${uid})` : `uid ${uid}`;
  } catch {
    return `uid ${uid}`;
  }
}

/** One server per data directory; a second one is refused, naming the first. */
export function claimDataDir(dataDir: string, who: { pid: number; address: string }): Claim {
  const directory = openDataDir(dataDir);
  const claimed = tryClaim(path.join(directory, 'server.lock'), who);
  if ('release' in claimed) return claimed;
  throw new EmbeddedRefusal(
    `Medvandrer already runs on the data directory ${directory}: process ${claimed.pid}, ${claimed.address}. ` +
      'Stop it first, or point DATA_DIR to another directory.',
  );
}

/** The claim, or its living holder. A lock whose process is dead, or whose pid was used again, is taken over. */
export function tryClaim(lock: string, who: { pid: number; address: string }): Claim | Holder {
  const mine = JSON.stringify({ ...who, startedAt: processFacts(who.pid)?.startedAt ?? '' } satisfies Holder);
  const draft = `${lock}.${who.pid}-${++drafts}`;
  writeFileSync(draft, mine, { mode: 0o644 });
  const release = () => {
    if (readIfThere(lock) === mine) rmSync(lock, { force: true });
  };
  try {
    for (;;) {
      if (placed(draft, lock)) return { release };
      const found = readIfThere(lock);
      if (found === null) continue;
      const holder = parseHolder(found);
      if (holder && processFacts(holder.pid)?.startedAt === holder.startedAt) return holder;
      if (tookOver(draft, lock, found)) return { release };
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A hard link appears at once and whole, so that nobody ever reads a half-written lock. */
function placed(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}

/**
 * Only the one who holds the guard may replace a stale lock, and only if it is still the same stale lock:
 * two servers that start at once after a crash cannot both win.
 */
function tookOver(draft: string, lock: string, stale: string): boolean {
  const guard = `${lock}.takeover`;
  try {
    closeSync(openSync(guard, 'wx'));
  } catch {
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > GUARD_STALE_MS) rmSync(guard, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    return false;
  }
  try {
    if (readIfThere(lock) !== stale) return false;
    renameSync(draft, lock);
    return true;
  } finally {
    rmSync(guard, { force: true });
  }
}
