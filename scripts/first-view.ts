// What a home weighs the first time it is opened, and the budget it has. An old phone on a thin net pays for every byte.
// `node scripts/first-view.ts` (Node 24, after a build) tells the weight of every home; with `--keep` it writes the
// weights down, so that the next who breaks the budget is told what grew.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reportFile } from './build.ts';
import type { Chunk } from './chunk-report.ts';
import { languages } from './messages.ts';
import { SENTENCES } from './text.ts';

/** JavaScript that a browser fetches before a home stands there, gzipped. */
export const FIRST_VIEW_KB = 150;

const DRAFTS = 'src/web/app/draft-store.ts';

/** The sources that a home opens by itself: its screen, and the pieces that come without anybody asking for them. */
const homes: Record<string, string[]> = {
  '/min-plan': ['src/web/app/participant-home.tsx', 'src/web/my-plan/meeting-preparation.tsx', DRAFTS],
  '/min-dag': ['src/web/app/worker-home.tsx', DRAFTS],
  '/oversikten': ['src/web/overview/overview-page.tsx', DRAFTS],
  '/delt': ['src/web/shared/shared-page.tsx', DRAFTS],
  '/delt-med-meg': ['src/web/close/close-page.tsx', DRAFTS],
  '/koordinering': ['src/web/coordination/coordination-page.tsx', DRAFTS],
  '/kontroll': ['src/web/app/control-screen.tsx', DRAFTS],
  '/innlogging-ansatte': ['src/web/login/staff-logins-page.tsx', DRAFTS],
};

interface FirstView {
  home: string;
  language: string;
  gzipped: number;
  files: string[];
  modules: Record<string, number>;
}

/** Every home in every language, as it was built last; the heaviest first. */
export function firstViews(): FirstView[] {
  return languages()
    .flatMap((language) => {
      const chunks = JSON.parse(readFileSync(reportFile(language), 'utf8')) as Chunk[];
      return Object.entries(homes).map(([home, opened]) => viewOf(home, language, chunks, opened));
    })
    .sort((a, b) => b.gzipped - a.gzipped);
}

function viewOf(home: string, language: string, chunks: Chunk[], opened: string[]): FirstView {
  const fetched = new Set<Chunk>();
  const fetchOne = (wanted: string, is: (chunk: Chunk) => boolean) => {
    const chunk = chunks.find(is);
    if (!chunk)
      throw new Error(`${home}: no built file for ${wanted}; see the list of homes in scripts/first-view.ts`);
    if (fetched.has(chunk)) return;
    fetched.add(chunk);
    for (const needed of chunk.needs) fetchOne(needed, ({ file }) => file === needed);
  };
  fetchOne('the entry', ({ entry }) => entry);
  for (const source of opened) fetchOne(source, ({ opens }) => opens === source);
  const all = [...fetched];
  return {
    home,
    language,
    gzipped: all.reduce((sum, { gzipped }) => sum + gzipped, 0),
    files: all.map(({ file }) => file),
    modules: byPart(
      home,
      all.flatMap(({ modules }) => Object.entries(modules)),
    ),
  };
}

/** Our own modules one by one; a library, and the sentences of a home, as one each. */
function byPart(home: string, modules: [string, number][]): Record<string, number> {
  const parts: Record<string, number> = {};
  for (const [name, bytes] of modules) {
    const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1];
    const part = library ?? (name.startsWith(`${SENTENCES}/messages/`) ? `sentences of ${home}` : name);
    parts[part] = (parts[part] ?? 0) + bytes;
  }
  return parts;
}

const KEPT = path.join(import.meta.dirname, 'first-view.json');
type Kept = Record<string, number>;
const MOST_TOLD = 12;

/** What is too heavy, and what in it has grown since the weights were last written down. */
export function firstViewFaults(views: FirstView[], budgetKb: number, kept: Kept): string[] {
  return views
    .filter(({ gzipped }) => gzipped > budgetKb * 1_000)
    .map(({ home, language, gzipped, modules }) => {
      const grown = Object.entries(modules)
        .map(([name, bytes]) => ({ name, bytes, more: bytes - (kept[name] ?? 0) }))
        .filter(({ more }) => more > 0)
        .sort((a, b) => b.more - a.more)
        .slice(0, MOST_TOLD)
        .map(
          ({ name, bytes, more }) => `    ${kb(more).padStart(7)} more, now ${kb(bytes)} unpacked: ${name}`,
        );
      return [
        `${home} in ${language} weighs ${kb(gzipped)} gzipped; its budget is ${budgetKb} kB. What grew:`,
        ...grown,
      ].join('\n');
    });
}

const kb = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

/** For `npm run check`. */
export const firstViewProblems = (): string[] =>
  firstViewFaults(firstViews(), FIRST_VIEW_KB, JSON.parse(readFileSync(KEPT, 'utf8')) as Kept);

function tell(views: FirstView[]): void {
  for (const { home, language, gzipped, files } of views)
    process.stdout.write(
      `${home.padEnd(14)} ${language} ${kb(gzipped).padStart(9)} in ${files.length} files\n`,
    );
}

/** One language is enough: what grows in one grows in all. */
function keep(views: FirstView[]): void {
  const modules = views
    .filter(({ language }) => language === 'nb')
    .flatMap((view) => Object.entries(view.modules));
  const kept = Object.fromEntries(modules.sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(KEPT, `${JSON.stringify(kept, null, 2)}\n`);
}

if (process.argv[1] === import.meta.filename) {
  if (!existsSync(reportFile('nb'))) throw new Error('Nothing is built: run npm run check first.');
  tell(firstViews());
  if (process.argv.includes('--keep')) keep(firstViews());
}
