// Builds what the server serves: the screens, once in each language, only when their sources changed.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CHUNK_REPORT } from './chunk-report.ts';
import { makeIfStale } from './content-hash.ts';
import { languages } from './messages.ts';
import { precompress } from './precompress.ts';
import { root, runTool } from './run-tool.ts';

const WEB_INPUTS = [
  'src/web',
  'src/contract',
  'src/domain',
  'src/text',
  'vite.config.ts',
  'scripts/build.ts',
  'scripts/one-language.ts',
  'scripts/chunk-report.ts',
  'package.json',
  'package-lock.json',
];

const WEB = path.join(root, '.build/web');
/** Where the report of one language's build lies afterwards; it is not for the browser. */
export const reportFile = (language: string): string => path.join(root, '.build/chunks', `${language}.json`);

export async function buildWeb(): Promise<boolean> {
  if (!existsSync(path.join(root, 'vite.config.ts'))) {
    throw new Error('The screens cannot be built: vite.config.ts is missing from the checkout.');
  }
  return await makeIfStale('web', WEB_INPUTS, '.build/web/nb.html', async () => {
    const drafts = await Promise.all(languages().map(buildIn));
    rmSync(WEB, { recursive: true, force: true });
    for (const draft of drafts) putBeside(draft);
    precompress(WEB);
  });
}

interface Draft {
  language: string;
  directory: string;
}

async function buildIn(language: string): Promise<Draft> {
  const directory = `${WEB}-${language}`;
  const args = ['build', '--logLevel', 'warn', '--outDir', directory];
  const ran = await runTool('node_modules/vite/bin/vite.js', args, { env: { VITE_LANGUAGE: language } });
  if (ran.status !== 0) throw new Error(`The screens could not be built:\n${ran.stdout}${ran.stderr}`);
  return { language, directory };
}

/** Files carry their content's hash in their name, so what the languages share becomes one file; the page is named by its language. */
function putBeside({ language, directory }: Draft): void {
  mkdirSync(path.dirname(reportFile(language)), { recursive: true });
  renameSync(path.join(directory, CHUNK_REPORT), reportFile(language));
  renameSync(path.join(directory, 'index.html'), path.join(directory, `${language}.html`));
  cpSync(directory, WEB, { recursive: true });
  rmSync(directory, { recursive: true });
}
