// `npm ci` refuses a lock that lacks an optional package of another platform, and npm leaves those out of the
// lock when the registry it asked does not carry them. Without --write this tells; with it, it adds them.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run-tool.ts';

interface Entry {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const FILE = path.join(root, 'package-lock.json');
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

type Packages = Record<string, Entry>;

function read(): { packages: Packages } {
  return JSON.parse(readFileSync(FILE, 'utf8')) as { packages: Packages };
}

function missing(packages: Packages) {
  return Object.entries(packages).flatMap(([at, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => !isReachable(packages, at, name))
      .map(([name, version]) => ({ name, version, dev: parent.dev === true })),
  );
}

/** Node looks beside the package first, and then in every folder above it. */
function isReachable(packages: Packages, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/** Such packages say in their name what they are for, and npm skips what is for another platform. */
function entryFor(name: string, version: string, dev: boolean): Entry {
  const words = name.split(/[/_-]/);
  const [os, cpu] = [SYSTEMS, PROCESSORS].map((known) => words.filter((word) => known.includes(word)));
  if (!os?.length || !cpu?.length)
    throw new Error(`${name} does not say which platform it is for; add it by hand.`);
  const libc = words.some((word) => word.startsWith('musl')) ? { libc: ['musl'] } : {};
  return { version, cpu, ...(dev ? { dev } : {}), ...libc, optional: true, os };
}

function complete(): void {
  const lock = read();
  for (const { name, version, dev } of missing(lock.packages)) {
    lock.packages[`node_modules/${name}`] = entryFor(name, version, dev);
  }
  const sorted = Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}

const names = missing(read().packages).map(({ name, version }) => `${name}@${version}`);
if (names.length > 0 && process.argv.includes('--write')) {
  complete();
  console.log(`Added to package-lock.json: ${names.join(', ')}`);
} else if (names.length > 0) {
  console.error(`npm ci would refuse package-lock.json, which lacks ${names.join(', ')}.`);
  console.error('Run: node_modules/.bin/node scripts/lock.ts --write');
  process.exitCode = 1;
}
