// Compiles the texts of all languages into typed functions.
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
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
const GENERATED = 'src/text/generated';

/** True when there was something to compile; throws with all that is wrong with the texts. */
export async function compileText(): Promise<boolean> {
  const faults = messageFaults();
  if (faults.length > 0) throw new Error(`The texts are not whole:\n  ${faults.join('\n  ')}`);
  return await makeIfStale('text', INPUTS, GENERATED, compileAnew);
}

async function compileAnew(): Promise<void> {
  const target = path.join(root, GENERATED);
  const draft = path.join(root, 'src/text', `generated-${process.pid}`);
  try {
    const ran = await runTool('node_modules/@inlang/paraglide-js/bin/run.js', [
      ...['compile', '--silent', '--project', projectFolder, '--outdir', draft],
      // who asks decides the language: the person's setting on the web, the person's row on the server
      ...['--strategy', 'globalVariable', 'baseLocale'],
      ...['--emit-ts-declarations', '--no-emit-readme', '--no-emit-prettier-ignore'],
    ]);
    if (ran.status !== 0) throw new Error(`The texts could not be compiled:\n${ran.stdout}${ran.stderr}`);
    demandMessages(draft);
    rmSync(target, { recursive: true, force: true });
    renameSync(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
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
