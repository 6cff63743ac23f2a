import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './run-tool.ts';

const NOT_OURS = /^(node_modules|\.[^/]+)(\/|$)/;
const LINK = /\[[^\]]*\]\(<?([^)\s>]+)>?[^)]*\)/g;
const LEADS_OUT = /^([a-z][a-z+.-]*:|#)/i;
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

function pagesIn(folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (NOT_OURS.test(name)) return [];
    if (entry.isDirectory()) return pagesIn(name);
    return name.endsWith('.md') ? [name] : [];
  });
}

/** Links out of one page that stay in the repository, seen from its root; what stands in code is no link. */
function linksOf(page: string): string[] {
  const text = read(page).replaceAll(/```[\s\S]*?```|`[^`]*`/g, '');
  return [...text.matchAll(LINK)]
    .map(([, target]) => target ?? '')
    .filter((target) => !LEADS_OUT.test(target))
    .map((target) => path.join(path.dirname(page), decodeURIComponent(target.replace(/[#?].*$/, ''))));
}

test('every link between our pages leads to a file that exists', () => {
  const pages = pagesIn();
  expect(pages).toContain('README.md');
  const broken = pages.flatMap((page) =>
    linksOf(page)
      .filter((target) => !existsSync(path.join(root, target)))
      .map((target) => `${page} → ${target}`),
  );
  expect(broken).toEqual([]);
});

test('every dependency has its line in docs/dependencies.md, and no line is left over', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const wanted = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  );
  const lines = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  expect(lines.toSorted()).toEqual(wanted.toSorted());
});
