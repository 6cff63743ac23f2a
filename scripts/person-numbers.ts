// No number that may be somebody's stands anywhere in the repository: not in code, tests, data, docs or pictures.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readPersonNumber } from '#domain/identifier/person-number.ts';
import { root } from './run-tool.ts';

/** Not ours, or made by tools. */
const SKIPPED = new Set(['node_modules', '.git', '.build', '.data', 'test-results']);
/** Where numbers that cannot be told from real ones are allowed, since what is tried is that they are told apart. */
const FIXTURES = 'src/domain/identifier/';

/** Eleven digits that stand alone, also with the space they have on paper. */
const ELEVEN = /(?<![0-9])([0-9]{6})[ \u00a0]?([0-9]{5})(?![0-9])/g;

/**
 * Where in a text there are numbers that may be somebody's.
 * @param alsoUnsure also those that cannot be told from made-up ones: month + 40, and felles hjelpenummer
 * @returns the line of each, from 1; never the number, which may be real
 */
export function linesWithNumbers(text: string, alsoUnsure: boolean): number[] {
  const lines: number[] = [];
  for (const found of text.matchAll(ELEVEN)) {
    const read = readPersonNumber(`${found[1]}${found[2]}`);
    if (!read.ok || read.value.series === 'synthetic') continue;
    const sure = read.value.series === 'real' && read.value.kind !== 'common-help-number';
    if (sure || alsoUnsure) lines.push(text.slice(0, found.index).split('\n').length);
  }
  return lines;
}

/** What is wrong, one line each; nothing when there is no such number. */
export function personNumberFaults(): string[] {
  const files = filesBelow('');
  if (!files.includes(`${FIXTURES}person-number.ts`)) return ['the repository was not found'];
  return files.flatMap((file) =>
    // Byte by byte, so that what hides in a picture's notes is seen too.
    linesWithNumbers(readFileSync(path.join(root, file), 'latin1'), !file.startsWith(FIXTURES)).map(
      (line) =>
        `${file}:${line} has eleven digits that may be somebody’s number; use one with eighty added to the month`,
    ),
  );
}

const filesBelow = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (SKIPPED.has(entry.name)) return [];
    if (entry.isDirectory()) return filesBelow(name);
    return entry.isFile() ? [name] : [];
  });
