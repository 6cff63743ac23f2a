// Compiles the texts of all languages into typed functions.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeIfStale } from './content-hash.ts';
import { messageFaults, projectFolder } from './messages.ts';
import { root, runTool } from './run-tool.ts';

const INPUTS = [
  'src/text/messages',
  'src/text/project.inlang/settings.json',
  'package-lock.json',
  'scripts/text.ts',
];
/** For the server, the tests and the compiler: all words in a few large modules, which load at once. */
const WORDS = 'src/text/generated';
/** For the screens: a module for each sentence, so that a browser fetches those its screen says. */
export const SENTENCES = '.build/sentences';

/** True when there was something to compile; throws with all that is wrong with the texts. */
export async function compileText(): Promise<boolean> {
  const faults = messageFaults();
  if (faults.length > 0) throw new Error(`The texts are not whole:\n  ${faults.join('\n  ')}`);
  const [words, sentences] = await Promise.all([
    makeIfStale('text', INPUTS, WORDS, () =>
      compileAnew(WORDS, ['--output-structure', 'locale-modules', '--emit-ts-declarations'], withoutComments),
    ),
    makeIfStale('sentences', INPUTS, SENTENCES, () =>
      compileAnew(SENTENCES, ['--output-structure', 'message-modules', '--no-emit-git-ignore']),
    ),
  ]);
  return words || sentences;
}

async function compileAnew(
  goal: string,
  structure: string[],
  finish?: (directory: string) => Promise<void>,
): Promise<void> {
  const target = path.join(root, goal);
  const draft = `${target}-${process.pid}`;
  try {
    const ran = await runTool('node_modules/@inlang/paraglide-js/bin/run.js', [
      ...['compile', '--silent', '--project', projectFolder, '--outdir', draft],
      // who asks decides the language: the person's setting on the web, the person's row on the server
      ...['--strategy', 'globalVariable', 'baseLocale'],
      ...['--no-emit-readme', '--no-emit-prettier-ignore', ...structure],
    ]);
    if (ran.status !== 0) throw new Error(`The texts could not be compiled:\n${ran.stdout}${ran.stderr}`);
    demandMessages(draft);
    await finish?.(draft);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(path.dirname(target), { recursive: true });
    renameSync(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Every sentence is said again in the comment above it, which a running server keeps in its memory. */
async function withoutComments(directory: string): Promise<void> {
  // Not above: every start asks whether the words are fresh, and none needs this to know.
  const { minify } = await import('vite');
  for (const file of readdirSync(path.join(directory, 'messages')).filter((one) => one.endsWith('.js'))) {
    const at = path.join(directory, 'messages', file);
    const { code } = await minify(file, readFileSync(at, 'utf8'), { compress: false, mangle: false });
    writeFileSync(at, code);
  }
}

/** The compiler is content with nothing at all when its plugin fails to load. */
function demandMessages(directory: string): void {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  if (!files.some((file) => /^messages\/(?!_index).+\.js$/.test(file))) {
    throw new Error('The texts were compiled to nothing: the message plugin did not load.');
  }
  const broken = files.find((file) =>
    readFileSync(path.join(directory, file), 'utf8').includes('PluginImportError'),
  );
  if (broken) throw new Error(`The text compiler could not load its plugin; it says so in ${broken}.`);
}
