import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const web = path.resolve(import.meta.dirname, '..');
/** A page on paper says anew what others have said for screens. */
const says = (file: string) => !file.endsWith('print.css');

/** The classes a style sheet gives a look by themselves, wherever they stand. */
function looksIn(css: string): string[] {
  const selectors = css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split(/[{};]/)
    .flatMap((part) => part.split(','));
  return selectors.flatMap((selector) => /^\s*\.([a-z][\w-]*)\s*$/.exec(selector)?.[1] ?? []);
}

// Style sheets of screens stay when one goes on to another: a name that two have given is a look that comes and goes.
test('each class has its look from one style sheet', () => {
  const owners = new Map<string, Set<string>>();
  for (const file of globSync('**/*.css', { cwd: web }).filter(says))
    for (const name of looksIn(readFileSync(path.join(web, file), 'utf8')))
      owners.set(name, (owners.get(name) ?? new Set()).add(file));
  const shared = [...owners].filter(([, files]) => files.size > 1);
  expect(owners.size).toBeGreaterThan(100);
  expect(shared.map(([name, files]) => `${name}: ${[...files].toSorted().join(', ')}`)).toEqual([]);
});
