// Finds a Chromium for the browser tests: the machine's own, or else the one that npm brought.
import { accessSync, constants } from 'node:fs';

export interface Browser {
  executablePath: string;
  args: string[];
}

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

export async function findBrowser(): Promise<Browser> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, and there is no program there.`);
    return { executablePath: chosen, args: FLAGS };
  }
  const installed = PLACES.find(isExecutable);
  return installed ? { executablePath: installed, args: FLAGS } : await packagedBrowser();
}

async function packagedBrowser(): Promise<Browser> {
  try {
    // makes the package unpack the shared libraries it needs, which a bare machine lacks
    process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    // Not the flags it suggests: those put everything in one process, which falls with the first page that is closed,
    // and turn off the web's own security, which is a part of what is tested.
    return { executablePath, args: FLAGS };
  } catch (error) {
    throw new Error(
      'No Chromium was found for the browser tests. Install one (Debian and Ubuntu: apt-get install chromium), ' +
        `or set CHROMIUM_PATH to one. The packaged one failed: ${(error as Error).message}`,
    );
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
