import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BadConfig, type Config } from './config.ts';
import { openDataDir } from './db/data-dir.ts';
import { freshKeyRing, type KeyRing, readKeyRing } from './db/number-keys.ts';

/**
 * The keys that people's numbers are sealed and found with. They stand in a file of their own, never in the database
 * they are for. The demonstration makes them beside its data; for real people somebody has to have made them and said where.
 */
export function keyRingOf(config: Pick<Config, 'mode' | 'dataDir' | 'numberKeysFile'>): KeyRing {
  const file = config.numberKeysFile ?? path.join(config.dataDir, 'number-keys.json');
  if (config.numberKeysFile === undefined) {
    if (config.mode === 'production') {
      throw new BadConfig(
        'NUMBER_KEYS_FILE is missing: the file with the keys that person numbers are kept with. Make one with: npm run -s medvandrer -- new-keys > number-keys.json',
      );
    }
    makeUnlessThere(file);
  }
  const ring = readKeyRing(read(file));
  if ('wrong' in ring) throw new BadConfig(`${file} ${ring.wrong}.`);
  return ring;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadConfig(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** Whoever comes first makes it; a second server that starts at the same moment reads the first one's. */
function makeUnlessThere(file: string): void {
  openDataDir(path.dirname(file));
  try {
    writeFileSync(file, freshKeyRing('demo'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
