// What somebody might get into a page of ours, tried in a browser; and somebody else's host, to which nothing may come.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** What the policy refused in this page, by directive. */
    refused: string[];
    /** What ran that should not have. */
    ran: string[];
  }
}

/** Before anything of the page runs, and past its policy: what is refused in it is kept. */
export const listen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.refused = [];
    window.ran = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      window.refused.push(`${effectiveDirective} ${blockedURI}`),
    );
  });

export interface Foreigner {
  origin: string;
  /** What has come to it, by path. */
  visited: string[];
  close(): void;
}

/** Another host, that writes down who comes and takes everything. */
export async function openForeigner(answers: Record<string, string> = {}): Promise<Foreigner> {
  const visited: string[] = [];
  const server = createServer((request, response) => {
    const where = (request.url ?? '').replace(/^\//, '');
    visited.push(where);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', where === 'script' ? 'text/javascript' : 'text/html');
    response.end(where === 'script' ? "window.ran.push('foreign script')" : (answers[where] ?? ''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    // Not localhost: another site, not only another port.
    origin: `http://127.0.0.1:${port}`,
    visited,
    close: () => void server.close(),
  };
}

/** What is put into the page as it comes from us; each marks itself in `window.ran`, or visits the other host. */
export const tampered = (html: string, { origin }: Foreigner): string =>
  html.replace(
    '</body>',
    `<script>window.ran.push('inline script')</script>
     <img src="${origin}/image" alt="">
     <img src="data:," alt="" onerror="window.ran.push('inline handler')">
     <script src="${origin}/script"></script>
     <link rel="stylesheet" href="${origin}/style">
     <style>#tampered { display: none }</style><p id="tampered" style="color: red">x</p>
     <iframe src="${origin}/frame" title="x"></iframe>
     <object data="${origin}/object"></object>
     <video src="${origin}/video"></video>
     <form action="${origin}/form" method="post"><button id="foreign-form">x</button></form>
     <a id="script-link" href="javascript:window.ran.push('script link')">x</a></body>`,
  );

/** What a script that did get in could try; run outside what the debugger lets past the policy. */
async function tryFromWithin(page: Page, { origin }: Foreigner): Promise<void> {
  await page.evaluate(async (foreign) => {
    const attempts: (() => unknown)[] = [
      // biome-ignore lint/security/noGlobalEval: that it is refused is what is tried.
      () => window.eval("window.ran.push('eval')"),
      () => new Function("window.ran.push('new function')")(),
      () => {
        const made = document.createElement('div');
        made.innerHTML = `<img src="data:," onerror="window.ran.push('made handler')">`;
        document.body.append(made);
      },
      () => {
        const made = document.createElement('script');
        made.text = "window.ran.push('made script')";
        document.body.append(made);
      },
      () => fetch(`${foreign}/fetch`, { mode: 'no-cors' }),
      () => navigator.sendBeacon(`${foreign}/beacon`, 'x'),
      () => new WebSocket(`${foreign.replace('http', 'ws')}/socket`),
      () => new EventSource(`${foreign}/events`),
      () => new Worker(URL.createObjectURL(new Blob(["fetch('/')"]))) && undefined,
      () => document.getElementById('script-link')?.click(),
    ];
    await new Promise<void>((done) => {
      // A timer's own call: what is evaluated for the debugger itself may do more than a page may.
      const next = ([attempt, ...rest]: (() => unknown)[]) =>
        setTimeout(async () => {
          if (attempt === undefined) {
            done();
            return;
          }
          try {
            await attempt();
          } catch {
            // Refused: that it did nothing is looked at afterwards.
          }
          next(rest);
        }, 30);
      next(attempts);
    });
  }, origin);
}

/** What came through: what ran, what was styled, and what reached the other host. */
export async function cameThrough(page: Page, foreigner: Foreigner): Promise<string[]> {
  await tryFromWithin(page, foreigner);
  const inPage = await page.evaluate(() => [
    ...window.ran,
    ...(getComputedStyle(document.getElementById('tampered') ?? document.body).display === 'none'
      ? ['inline style']
      : []),
    ...(document.getElementById('tampered')?.style.color === 'red' ? ['style attribute'] : []),
  ]);
  // Last, since it goes away from the page.
  await page.evaluate(() => void setTimeout(() => document.getElementById('foreign-form')?.click()));
  await page.waitForTimeout(SETTLES_MS);
  return [...inPage, ...foreigner.visited].filter((one) => one !== 'favicon.ico');
}
const SETTLES_MS = 500;
