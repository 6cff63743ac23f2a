import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.ts';
import type { Actor } from '../actors.ts';
import { round } from '../figures.ts';
import { type Row, row } from '../row.ts';
import { cookieOf, type Server } from '../server.ts';

/** The JavaScript that a browser fetches for a participant's own home, until the network is quiet; each file gzipped. */
export async function firstViewRows(server: Server, participant: Actor): Promise<Row[]> {
  const browser = await chromium.launch(await findBrowser());
  try {
    const page = await browser.newPage({
      extraHTTPHeaders: { cookie: cookieOf(participant) },
    });
    const scripts: Promise<number>[] = [];
    let asked = false;
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(response.body().then((body) => gzipSync(body).length));
      asked ||= new URL(response.url()).pathname === '/api/my-plan' && response.ok();
    });
    // A busy machine may be quiet for a while before the plan is asked for.
    const plan = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/my-plan');
    await Promise.all([plan, page.goto(`${server.address}/min-plan`)]);
    await page.waitForLoadState('networkidle');
    if (!asked || scripts.length === 0) throw new Error('the browser did not come as far as «Min plan»');
    const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
    return [row('first-view-javascript', round(bytes / 1_000, 1))];
  } finally {
    await browser.close();
  }
}
