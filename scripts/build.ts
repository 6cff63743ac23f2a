// Builds what the server serves: the screens, only when their sources changed.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { makeIfStale } from './content-hash.ts';
import { precompress } from './precompress.ts';
import { root, runTool } from './run-tool.ts';

const WEB_INPUTS = [
  'src/web',
  'src/contract',
  'src/domain',
  'src/text',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

export async function buildWeb(): Promise<boolean> {
  if (!existsSync(path.join(root, 'vite.config.ts'))) {
    throw new Error('The screens cannot be built: vite.config.ts is missing from the checkout.');
  }
  return await makeIfStale('web', WEB_INPUTS, '.build/web/index.html', async () => {
    const ran = await runTool('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']);
    if (ran.status !== 0) throw new Error(`The screens could not be built:\n${ran.stdout}${ran.stderr}`);
    precompress(path.join(root, '.build/web'));
  });
}
